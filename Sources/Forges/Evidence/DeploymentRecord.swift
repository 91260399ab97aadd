package import ReleaseScope

/// What a forge tells of the deployments to an environment.
package enum DeploymentRecord: Equatable, Sendable {
  /// In any order; with how many were left out, since they are too many to ask for.
  case told([Deployment], leftOut: Int)
  /// It does not tell; says why.
  case untold(String)
}

/// Something that was brought to an environment, or was to be.
package struct Deployment: Equatable, Sendable {
  package var commit: CommitName
  /// Whether it ever succeeded.
  package var hasSucceeded: Bool
  /// Of the success, else of the deployment.
  package var time: Instant
  package var by: String?
  package var url: String?

  package init(commit: CommitName, hasSucceeded: Bool, time: Instant, by: String? = nil, url: String? = nil) {
    self.commit = commit
    self.hasSucceeded = hasSucceeded
    self.time = time
    self.by = by
    self.url = url
  }
}
