/// What was looked for besides the commits of the range.
package struct ElsewhereFacts: Sendable {
  /// Work that is only on the base and that the release does not have by content either.
  package var baseAhead: [ObjectID] = []
  package var unmergedWork: [TicketKey: UnmergedWork] = [:]
  /// For planned tickets without work in the range, the newest work that both sides had before it.
  package var workBefore: [TicketKey: ObjectID] = [:]
  package var unportedWork: [UnportedWork] = []
  /// The policy and manifest files that the release changes.
  package var changedDocuments: [String] = []

  package init() {}
}

/// Work for a ticket that is on another ref.
package struct UnmergedWork: Equatable, Sendable {
  /// The ref's short name: `origin/feature/SHOP-12`.
  package let branch: String
  package let commits: [ObjectID]
  /// Whether the ref is the base: then the work is not missing from the product, only from the release.
  package let isBase: Bool

  package init(branch: String, commits: [ObjectID], isBase: Bool) {
    self.branch = branch
    self.commits = commits
    self.isBase = isBase
  }
}

/// Work of a hot fix that an open release branch lacks.
package struct UnportedWork: Equatable, Sendable {
  package let branch: String
  package let commits: [ObjectID]

  package init(branch: String, commits: [ObjectID]) {
    self.branch = branch
    self.commits = commits
  }
}
