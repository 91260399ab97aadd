import ReleaseScope
import ScopeCheck

/// What is pushed, where it comes from and where it goes to.
extension HookJudge {
  func push(
    _ lines: [PushLine], to remote: String?, at address: String?, _ pending: PendingMerge
  ) throws -> [GateAnswer] {
    let updates = lines.map(\.update)
    guard gate.base != nil else { return try updates.flatMap { try pushWithoutBase($0, to: remote) } }
    return try judge(updates, .push(remote: remote == address ? nil : remote), pending) { update in
      if let old = update.old, try repository.commit(old) != nil { return .commit(old) }
      if let known = try gate.publishedBase(on: remote) { return .commit(known.id) }
      // The first history of a remote that is new here has nothing to be compared with.
      guard let old = update.old else { return .nothing }
      return .unknown(
        "nothing is known here of commit \(old.abbreviated), which the push replaces",
        help: "run: git fetch \(ShellWord.quoted(remote ?? "origin")) \(ShellWord.quoted(gate.baseBranch))")
    } base: { release in
      try gate.base(forPushOf: release, to: remote)
    }
  }

  func received(_ updates: [RefUpdate], _ pending: PendingMerge) throws -> [GateAnswer] {
    guard gate.base != nil else { return try receivedWithoutBase(updates, pending) }
    return try judge(updates, .server, pending) { update in
      update.old.map { .commit($0) } ?? .nothing
    } base: { _ in
      gate.base
    }
  }

  /// What a push of the base replaces.
  enum Replaced {
    case commit(ObjectID)
    /// It is the first history.
    case nothing
    case unknown(String, help: String)
  }

  /// Judges the refs of one push together: a release that comes with the base on which it was made is judged by that.
  func judge(
    _ updates: [RefUpdate], _ move: BaseMove, _ pending: PendingMerge,
    replaced: (RefUpdate) throws -> Replaced, base: (_ release: ObjectID) throws -> NamedCommit?
  ) throws -> [GateAnswer] {
    let pushed = try updates.compactMap { try pushedRef($0) }
    let releases = pushed.compactMap { ref in
      if case .release(let branch) = ref.role { NamedCommit(name: branch, id: ref.commit) } else { nil }
    }
    var answers: [GateAnswer] = []
    var movedBase: NamedCommit?
    for ref in pushed where ref.role == .base {
      let moved = NamedCommit(name: gate.baseBranch, id: ref.commit)
      if try isPublished(ref.commit, elsewhereThan: move) {
        movedBase = moved
        continue
      }
      switch try replaced(ref.update) {
      case .nothing: movedBase = moved
      case .unknown(let message, let help): answers.append(.unseen(message, help: help))
      case .commit(let old):
        let brought = try gate.releases(broughtBy: ref.commit, onto: old, move, with: releases)
        let all = brought.isEmpty ? [fetched(ref.commit, pending)].compactMap(\.self) : brought
        let target = NamedCommit(name: gate.baseBranch, id: old)
        answers += try all.flatMap { try judge($0, onto: target, .merge) }
        if all.isEmpty { movedBase = moved }
      }
    }
    for ref in pushed where try ref.role != .base && !isPublished(ref.commit, elsewhereThan: move) {
      switch ref.role {
      case .release(let branch):
        guard let target = try movedBase ?? base(ref.commit) else {
          answers.append(unjudged(branch))
          continue
        }
        answers += try judge(MovingRelease(name: branch, id: ref.commit), onto: target, .push)
      case .tag(let name):
        guard let base = gate.base, let version = try gate.version(ofTag: name) else { continue }
        answers += try judge(MovingRelease(name: name, id: ref.commit, version: version), onto: base, .merge)
      case .base, .other: continue
      }
    }
    return answers
  }

  private func isPublished(_ id: ObjectID, elsewhereThan move: BaseMove) throws -> Bool {
    guard case .push(let remote?) = move else { return false }
    return try gate.isPublished(id, elsewhereThan: remote)
  }

  private struct PushedCommit {
    let update: RefUpdate
    let commit: ObjectID
    let role: RefRole
  }

  /// - Returns: `nil` for what is no release's and not the base.
  private func pushedRef(_ update: RefUpdate) throws -> PushedCommit? {
    guard let new = update.new else { return nil }
    let role = RefRole(of: update.name, base: gate.baseBranch, patterns: gate.policy.releaseBranches)
    switch role {
    case .other: return nil
    // A tag that is no release's may name a tree or a file.
    case .tag(let name): if try gate.version(ofTag: name) == nil { return nil }
    case .base, .release: break
    }
    return PushedCommit(update: update, commit: try repository.resolve("\(new)", as: "pushed commit"), role: role)
  }
}
