/// What `serverInfo` tells.
struct ServerInformation: Decodable {
  let deploymentType: String?

  /// Everything that is not Cloud speaks the language of Data Center.
  var isCloud: Bool { deploymentType == "Cloud" }
}

/// What `myself` tells: that there is somebody.
struct Account: Decodable {
  let accountId: String?
  let name: String?
  let key: String?
  let displayName: String?

  var isSomebody: Bool { accountId ?? name ?? key != nil }
}

/// A version of one project.
struct VersionReply: Decodable, Equatable, Sendable {
  let id: String
  let name: String
  let description: String?
  let released: Bool?
  let archived: Bool?
  let startDate: String?
  let releaseDate: String?
}

/// How many tickets have a version, whether or not the asker may see them.
struct VersionCount: Decodable {
  let issuesFixedCount: Int
}

/// How many tickets of a version have no resolution.
struct UnresolvedCount: Decodable {
  let issuesUnresolvedCount: Int
}

/// A field that issues can have.
struct FieldDescription: Decodable, Equatable, Sendable {
  struct Schema: Decodable, Equatable, Sendable {
    let custom: String?
  }

  let id: String
  let name: String
  let schema: Schema?
}
