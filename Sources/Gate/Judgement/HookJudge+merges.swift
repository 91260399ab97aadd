import ReleaseScope
import ScopeCheck

/// Moves of the base in a clone.
extension HookJudge {
  func mergeCommit(_ heads: [(id: ObjectID, name: String)], _ pending: PendingMerge) throws -> [GateAnswer] {
    guard let target = try checkedOutBase() else { return [] }
    var seen: Set<ObjectID> = []
    return try (heads + pending.heads.map { ($0, "") }).filter { seen.insert($0.id).inserted }.flatMap { id, name in
      try judgeIncoming(id, named: name, onto: target, pending)
    }
  }

  /// A merge that ends in a commit of its own: after conflicts, or with `--squash`.
  func commit(_ pending: PendingMerge) throws -> [GateAnswer] {
    guard let target = try checkedOutBase() else { return [] }
    let name = gate.releaseBranch(in: pending.subject) ?? ""
    let squashed = try pending.squash.flatMap { try isCommitted($0, onto: target, pending.staged) ? $0 : nil }
    return try (pending.heads + [squashed].compactMap(\.self)).flatMap { id in
      try judgeIncoming(id, named: name, onto: target, pending)
    }
  }

  func transaction(_ update: RefUpdate, _ pending: PendingMerge) throws -> [GateAnswer] {
    guard update.name == .branch(gate.baseBranch),
      let new = try update.new ?? update.target.flatMap({ try repository.commit(ofReference: $0) })
    else { return [] }
    // A base that is made anew, as after `git branch -D`, replaces the one that the remote has.
    let replaced = try update.old ?? repository.commit(ofReference: update.name) ?? gate.publishedBase()?.id
    guard let old = replaced, old != new, try !gate.isPublished(new) else { return [] }
    let target = NamedCommit(name: gate.baseBranch, id: old)
    if let squash = pending.squash, try repository.commit(new)?.parents == [old],
      try isCommitted(squash, onto: target, Set(repository.changedPaths(of: new)))
    {
      return try judgeIncoming(squash, named: "", onto: target, pending)
    }
    return try judgeMove(to: new, onto: target, pending)
  }

  /// The base, if it is checked out.
  private func checkedOutBase() throws -> NamedCommit? {
    guard let branch = try repository.currentBranch(), branch == gate.baseBranch else { return nil }
    return NamedCommit(name: branch, id: try repository.resolve("HEAD", as: "base"))
  }

  /// Whether a commit has something of a squash merge that is under way. Git forgets one only with the next commit: who
  /// gave it up by restoring the files has its message left.
  ///
  /// - Parameter changed: The paths that the commit changes; `nil` where nobody knows.
  private func isCommitted(_ squash: ObjectID, onto target: NamedCommit, _ changed: Set<String>?) throws -> Bool {
    guard let changed else { return true }
    let brought = try repository.history(base: target.id, releases: [squash]).range().commits
    return try brought.contains { commit in
      try !commit.isMerge && repository.changedPaths(of: commit.id).contains(where: changed.contains)
    }
  }

  private func judgeIncoming(
    _ id: ObjectID, named branch: String, onto target: NamedCommit, _ pending: PendingMerge
  ) throws -> [GateAnswer] {
    if try gate.isPublished(id) { return [] }
    if try !branch.isEmpty && gate.isRelease(branch) {
      return try judge(MovingRelease(name: try gate.shortName(branch), id: id), onto: target, .merge)
    }
    if let release = try gate.release(at: id) ?? fetched(id, pending) {
      return try judge(release, onto: target, .merge)
    }
    return try judgeMove(to: id, onto: target, pending)
  }

  /// Judges the releases that a move of the base brings here. What a remote's base has was judged when it got there.
  private func judgeMove(to new: ObjectID, onto target: NamedCommit, _ pending: PendingMerge) throws -> [GateAnswer] {
    if try gate.isPublished(new) { return [] }
    let brought = try gate.releases(broughtBy: new, onto: target.id, .here)
    let releases = brought.isEmpty ? [fetched(new, pending)].compactMap(\.self) : brought
    return try releases.filter { try !gate.isPublished($0.id) }.flatMap { try judge($0, onto: target, .merge) }
  }
}
