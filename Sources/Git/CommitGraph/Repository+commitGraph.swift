import Commits

extension Repository {
  /// The commit-graph, where git would use it: not in a shallow repository, nor beside grafts or replaced objects, of
  /// which the file knows nothing, nor when `core.commitGraph` is off.
  ///
  /// - Returns: `nil` if there is none, or none that can be used.
  func commitGraph() throws(GitError) -> CommitGraphChain? {
    if case .known(let chain) = commitGraphState { return chain }
    var chain = CommitGraphChain(in: objectDirectories())
    if chain != nil, try !isCommitGraphUsed() { chain = nil }
    commitGraphState = .known(chain)
    return chain
  }

  private func isCommitGraphUsed() throws(GitError) -> Bool {
    guard try shallowBoundary().isEmpty, try !hasGrafts(), try replacedObjects().isEmpty else { return false }
    return try !configurationIsFalse("core.commitGraph")
  }

  /// Goes on without the commit-graph, which has turned out to be wrong.
  func dropCommitGraph() { commitGraphState = .known(nil) }
}
