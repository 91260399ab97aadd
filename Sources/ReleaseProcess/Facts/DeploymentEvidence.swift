package import ReleaseScope

/// One deployment to production.
package struct DeploymentEvidence: Equatable, Sendable {
  package var environment: String
  package var commit: ObjectID
  /// Whether it ever succeeded; a later one makes an earlier one inactive, which is no failure.
  package var hasSucceeded: Bool
  package var time: Instant
  package var by: String?
  package var url: String?
  /// Whether its commit has the release; `nil` where that commit is not here.
  package var hasRelease: Bool?

  package init(
    environment: String, commit: ObjectID, hasSucceeded: Bool, time: Instant, by: String? = nil, url: String? = nil,
    hasRelease: Bool? = nil
  ) {
    self.environment = environment
    self.commit = commit
    self.hasSucceeded = hasSucceeded
    self.time = time
    self.by = by
    self.url = url
    self.hasRelease = hasRelease
  }
}
