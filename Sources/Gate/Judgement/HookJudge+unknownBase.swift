import ReleaseScope
import ScopeCheck

/// Pushes where nobody knows the base: nothing can be judged, and nothing that may be a release passes without a word.
extension HookJudge {
  /// A clone of one branch has no base to judge a push by.
  func pushWithoutBase(_ update: RefUpdate, to remote: String?) throws -> [GateAnswer] {
    guard update.new != nil else { return [] }
    switch RefRole(of: update.name, base: gate.baseBranch, patterns: gate.policy.releaseBranches) {
    // The first history of a remote has nothing to be compared with.
    case .base: if update.old == nil { return [] }
    case .release: break
    case .tag, .other: return []
    }
    let remote = try repository.remoteNames().first { $0 == remote } ?? "origin"
    let branch = gate.baseBranch
    return [
      .unseen(
        "this clone has no '\(branch)' to judge the push by",
        help: "run: git fetch \(ShellWord.quoted(remote)) "
          + ShellWord.quoted("\(branch):refs/remotes/\(remote)/\(branch)"))
    ]
  }

  /// A server that has no base: one that is empty yet, one whose HEAD is no branch, one that waits for the base that
  /// its policy names.
  func receivedWithoutBase(_ updates: [RefUpdate], _ pending: PendingMerge) throws -> [GateAnswer] {
    let known = try repository.references(.branch)
    let judged = try judge(updates, .server, pending) { update in
      if let old = update.old ?? gate.predecessor?.id { return .commit(old) }
      let release = try known.first { branch in
        guard try gate.isRelease(branch.name), let new = update.new else { return false }
        return try branch.id == new || repository.isAncestor(branch.id, of: new)
      }
      guard let release else { return .nothing }
      let name = try gate.shortName(release.name)
      return .unknown(
        "'\(gate.baseBranch)' is new here and has '\(name)' already: nobody knows what was judged",
        help: "push the base as it was before '\(name)' first")
    } base: { _ in
      nil
    }
    // What is the base under another name, of which nobody has said so, is told by what it brings.
    let others = try updates.filter { update in
      guard let old = update.old, let new = update.new, update.name.branch != nil,
        RefRole(of: update.name, base: gate.baseBranch, patterns: gate.policy.releaseBranches) == .other
      else { return false }
      return try !gate.releases(broughtBy: new, onto: old, .server).isEmpty
    }
    return judged + others.map { unjudged($0.name.short) }
  }

  /// What is said of a branch that cannot be judged, as the base is not known.
  func unjudged(_ branch: String) -> GateAnswer {
    let base = gate.baseBranch
    return .unseen(
      "there is no '\(base)' here to judge '\(branch)' by",
      help: hook.isOnServer
        ? "push '\(base)' first; or, where the base is another branch, on the server: git symbolic-ref HEAD "
          + "refs/heads/<base>"
        : "name the base: 'base:' in .relscope.yml")
  }
}
