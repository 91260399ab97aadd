/// A page of Cloud's search.
struct TokenPage: Decodable {
  let issues: [IssueReply]
  let nextPageToken: String?
  let isLast: Bool?
}

/// A page of Data Center's search.
struct CountedPage: Decodable {
  let issues: [IssueReply]
  let total: Int
}

/// Cloud's answer to a list of keys.
struct BulkReply: Decodable {
  let issues: [IssueReply]
}

struct IssueReply: Decodable, Equatable, Sendable {
  let id: String
  let key: String
  let fields: [String: FieldValue]
  let changelog: EmbeddedChangelog?

  private enum CodingKeys: CodingKey {
    case id
    case key
    case fields
    case changelog
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    key = try container.decode(String.self, forKey: .key)
    fields = try container.decodeIfPresent([String: FieldValue].self, forKey: .fields) ?? [:]
    changelog = try container.decodeIfPresent(EmbeddedChangelog.self, forKey: .changelog)
  }
}
