package import ReleaseScope

/// What relscope asks of a forge about the steps of a release: it only reads.
package protocol ForgeRecord: Forge {
  /// Pull requests that may be of the branch, whatever became of them: there may be others too.
  func requests(from head: String, into base: String) async throws(ForgeError) -> [PullRequest]

  func history(of request: PullRequest) async throws(ForgeError) -> RequestHistory

  /// All digits of a commit's id; `nil` where the forge does not know it.
  func id(of commit: CommitName) async throws(ForgeError) -> ObjectID?

  /// What came to an environment.
  ///
  /// - Parameters:
  ///   - environment: By its exact name.
  ///   - start: What was created before need not be told; `nil` for no such time.
  func deployments(to environment: String, since start: Instant?) async throws(ForgeError) -> DeploymentRecord
}

extension ForgeRecord {
  /// What the name has, for forges that name commits by all digits.
  ///
  /// - Throws: Nothing: no question is asked.
  package func id(of commit: CommitName) async throws(ForgeError) -> ObjectID? { ObjectID(commit.text) }
}

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
