package import ReleaseScope

/// A way on which a release can reach the base.
package struct MergeRoute: Equatable, Sendable {
  package let title: String
  /// What has to be installed, and where a hook alone does not do, what else.
  package let hooks: [HookName]
  /// What is to be done when none of them is there.
  package let advice: String

  /// The routes of a repository.
  ///
  /// - Parameters:
  ///   - isBare: A server, which only pushes reach.
  ///   - forcesMergeCommits: Whether `merge.ff` is `false`: `git merge` then always makes a commit, which the hook
  ///     before a merge commit sees.
  /// - Returns: All, those that people take most often first.
  package static func all(isBare: Bool, forcesMergeCommits: Bool) -> [MergeRoute] {
    let server = [HookName.preReceive, .update]
    if isBare {
      return [
        MergeRoute(title: "push to this repository", hooks: server, advice: "run: relscope hooks install --server")
      ]
    }
    func install(_ name: HookName) -> String { "install \(name.rawValue)" }
    let transaction = HookName.referenceTransaction
    return [
      MergeRoute(title: "push", hooks: [.prePush], advice: install(.prePush)),
      MergeRoute(title: "merge --no-ff", hooks: [.preMergeCommit], advice: install(.preMergeCommit)),
      MergeRoute(title: "merge with conflicts, then commit", hooks: [.preCommit], advice: install(.preCommit)),
      MergeRoute(title: "merge --squash, then commit", hooks: [.preCommit], advice: install(.preCommit)),
      MergeRoute(
        title: "fast-forward", hooks: [transaction] + (forcesMergeCommits ? [.preMergeCommit] : []),
        advice: forcesMergeCommits
          ? "merge.ff is false: \(install(.preMergeCommit))" : "\(install(transaction)) or set merge.ff=false"),
      MergeRoute(title: "pull --ff-only", hooks: [transaction], advice: install(transaction)),
      MergeRoute(title: "branch -f, update-ref, reset", hooks: [transaction], advice: install(transaction)),
      MergeRoute(title: "merge --no-verify", hooks: [transaction], advice: install(transaction)),
      MergeRoute(title: "commit message", hooks: [.commitMsg], advice: install(.commitMsg)),
    ]
  }

  /// What gates a route in a repository.
  package enum Gate: Equatable, Sendable {
    case shut(by: HookState)
    /// A hook is there that may call relscope; with what speaks for it.
    case unknown(HookState, String)
    /// A hook is there and gates nothing.
    case broken(HookState)
    case open
  }

  package func gate(_ states: [HookName: HookState]) -> Gate {
    let hooks = hooks.compactMap { states[$0] }
    if let shut = hooks.first(where: \.gates) { return .shut(by: shut) }
    if let doubtful = hooks.first(where: { $0.doubt != nil }), let doubt = doubtful.doubt {
      return .unknown(doubtful, doubt)
    }
    return hooks.first { $0.condition != .absent }.map(Gate.broken) ?? .open
  }
}
