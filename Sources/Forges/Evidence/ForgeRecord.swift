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
