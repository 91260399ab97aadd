import Console
import Git
import Hooks
import Platform
import ReleaseScope
import Reports
import ScopeCheck

extension HookRun {
  func prePush() throws -> ExitStatus {
    var lines = try PushLine.parse(File.contents(of: "-"))
    if lines.isEmpty, let line = try managedPush() { lines = [line] }
    let updates = lines.map { RefUpdate(name: $0.remoteRef, old: $0.remoteID, new: $0.localID) }
    guard gate.base != nil else { return try worst(updates.map(withoutBase)) }
    let remote = arguments.first
    return try judge(updates) { update, new in
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

  func update() throws -> ExitStatus {
    guard arguments.count == 3 else {
      throw Problem(.usage, "update takes a ref, its old id and its new id", help: "git runs it")
    }
    let line = "\(arguments[1]) \(arguments[2]) \(arguments[0])"
    return try judge(received: RefUpdate.parse(Array(line.utf8)))
  }

  /// Judges what a server is asked to take.
  func judge(received updates: [RefUpdate]) throws -> ExitStatus {
    guard gate.base != nil else { return .pass }
    return try judge(updates) { update, _ in
      update.old.map { .commit($0) } ?? .nothing
    } base: { _ in
      gate.base
    }
  }

  /// What a push of the base replaces.
  private enum Replaced {
    case commit(ObjectID)
    /// It is the first history.
    case nothing
    case unknown(String, help: String)
  }

  /// Judges the refs of one push together: a release that comes with the base on which it was made is judged by that.
  private func judge(
    _ updates: [RefUpdate], replaced: (RefUpdate, ObjectID) throws -> Replaced,
    base: (_ release: ObjectID) throws -> NamedCommit?
  ) throws -> ExitStatus {
    let roles = try updates.compactMap { update -> (update: RefUpdate, commit: ObjectID, role: RefRole)? in
      guard let new = update.new else { return nil }
      let role = RefRole(of: update.name, base: gate.baseBranch, patterns: gate.policy.releaseBranches)
      switch role {
      case .other: return nil
      // A tag that is no release's may name a tree or a file.
      case .tag(let name): if try gate.version(ofTag: name) == nil { return nil }
      case .base, .release: break
      }
      return (update, try repository.resolve("\(new)", as: "pushed commit"), role)
    }
    let pushed = roles.compactMap { update, commit, role in
      if case .release(let branch) = role { NamedCommit(name: branch, id: commit) } else { nil }
    }
    var statuses: [ExitStatus] = []
    var movedBase: NamedCommit?
    for (update, commit, role) in roles where role == .base {
      switch try replaced(update, commit) {
      case .nothing: movedBase = NamedCommit(name: gate.baseBranch, id: commit)
      case .unknown(let message, let help): statuses.append(try unseen(message, help: help))
      case .commit(let old):
        let brought = try gate.releases(broughtBy: commit, onto: old, countsParts: false, with: pushed)
        let releases = try brought.isEmpty ? [fetched(commit)].compactMap(\.self) : brought
        let target = NamedCommit(name: gate.baseBranch, id: old)
        statuses += try releases.map { try judge($0, onto: target, .merge) }
        if releases.isEmpty { movedBase = NamedCommit(name: gate.baseBranch, id: commit) }
      }
    }
    for (_, commit, role) in roles {
      switch role {
      case .release(let branch):
        guard let target = try movedBase ?? base(commit) else { continue }
        statuses.append(try judge(MovingRelease(name: branch, id: commit), onto: target, .push))
      case .tag(let name): statuses.append(try judgeTag(name, commit))
      case .base, .other: continue
      }
    }
    return worst(statuses)
  }

  /// A clone of one branch has no base to judge a push by.
  private func withoutBase(_ update: RefUpdate) throws -> ExitStatus {
    guard update.new != nil else { return .pass }
    switch RefRole(of: update.name, base: gate.baseBranch, patterns: gate.policy.releaseBranches) {
    // The first history of a remote has nothing to be compared with.
    case .base: if update.old == nil { return .pass }
    case .release: break
    case .tag, .other: return .pass
    }
    let remote = try repository.remoteNames().first { $0 == arguments.first } ?? "origin"
    let branch = gate.baseBranch
    return try unseen(
      "this clone has no '\(branch)' to judge the push by",
      help: "run: git fetch \(ShellWord.quoted(remote)) "
        + ShellWord.quoted("\(branch):refs/remotes/\(remote)/\(branch)"))
  }

  /// What pre-commit, which has no standard input for its hooks, says instead.
  private func managedPush() throws -> PushLine? {
    guard let ref = PushedRef(preCommit: Environment.all) else { return nil }
    return PushLine(
      localRef: ref.localRef,
      localID: try ref.localID.map { try repository.resolve($0, as: "pushed commit") }
        ?? repository.resolve(ref.localRef, as: "pushed ref"),
      remoteRef: ref.remoteRef, remoteID: try ref.start.map { try repository.resolve($0, as: "start of the push") })
  }
}
