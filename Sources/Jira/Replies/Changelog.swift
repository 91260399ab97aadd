import ReleaseScope

/// The changelog that comes with an issue; it may be only the newest part.
struct EmbeddedChangelog: Decodable, Equatable, Sendable {
  let histories: [Change]
  let total: Int?

  var isWhole: Bool { total.map { $0 <= histories.count } ?? false }
}

/// A page of an issue's changelog.
struct ChangelogPage: Decodable {
  let values: [Change]
  let total: Int?
  let isLast: Bool?
}

/// What somebody changed at one time.
struct Change: Decodable, Equatable, Sendable {
  struct Item: Decodable, Equatable, Sendable {
    let field: String
    let fieldId: String?
    let fromString: String?
    let from: String?
    let to: String?
    let toString: String?
  }

  /// Who made it, as far as this Jira shows people.
  struct Author: Decodable, Equatable, Sendable {
    let displayName: String?
    let emailAddress: String?
    let name: String?
  }

  let created: String
  let author: Author?
  let items: [Item]
}

/// What the changes of an issue tell of it.
struct IssueHistory: Equatable, Sendable {
  /// When the status was last changed; `nil` if it never was.
  private(set) var statusChange: Instant?
  /// The keys that the issue had before it was moved, without one twice.
  private(set) var formerKeys: [TicketKey] = []

  /// - Parameter changes: In any order.
  init(_ changes: [Change]) {
    for change in changes {
      for item in change.items {
        switch item.fieldId ?? item.field.lowercased() {
        case "status":
          if let time = Instant(parsing: change.created) { statusChange = max(statusChange ?? time, time) }
        case "key", "issuekey":
          guard let text = item.fromString, let key = try? TicketKey(parsing: text) else { break }
          if !formerKeys.contains(key) { formerKeys.append(key) }
        default: break
        }
      }
    }
  }
}
