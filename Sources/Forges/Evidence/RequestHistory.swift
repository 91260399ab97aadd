package import ReleaseScope

/// What became of a pull request.
package struct RequestHistory: Equatable, Sendable {
  package var createdAt: Instant?
  package var mergedAt: Instant?
  package var mergedBy: String?
  package var mergeCommit: CommitName?

  package init(
    createdAt: Instant? = nil, mergedAt: Instant? = nil, mergedBy: String? = nil, mergeCommit: CommitName? = nil
  ) {
    self.createdAt = createdAt
    self.mergedAt = mergedAt
    self.mergedBy = mergedBy
    self.mergeCommit = mergeCommit
  }
}
