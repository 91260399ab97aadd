/// A key of a project that is not known, and the commits that name it.
package struct OtherKey: Equatable, Sendable {
  package var key: TicketKey
  package var commits: [ObjectID]

  package init(key: TicketKey, commits: [ObjectID]) {
    self.key = key
    self.commits = commits
  }
}
