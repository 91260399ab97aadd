package import ReleaseScope
package import ScopeCheck

/// Says whether what a hook is asked about may happen.
package struct HookJudge<Repository: ReleaseRepository> {
  let hook: HookName
  private(set) var gate: ReleaseGate<Repository>
  let repository: Repository

  package init(_ hook: HookName, _ gate: ReleaseGate<Repository>) {
    self.hook = hook
    self.gate = gate
    repository = gate.repository
  }

  /// Looks at everything, even after something was found that blocks.
  ///
  /// - Returns: Nothing for what passes.
  /// - Throws: An ``ExplainedError``, which must block too.
  package func answers(to question: HookQuestion) throws -> [GateAnswer] {
    switch question {
    case .push(let remote, let address, let lines, let pending):
      try push(lines, to: remote, at: address, pending)
    case .received(let updates, let pending):
      // Approvals that come in the same push count: their ref does not have them yet.
      try with(approvals: updates.last { $0.name == SharedNotes.approvals.reference }?.new).received(updates, pending)
    case .mergeCommit(let heads, let pending): try mergeCommit(heads, pending)
    case .commit(let pending): try commit(pending)
    case .transaction(let updates, let pending): try updates.flatMap { try transaction($0, pending) }
    }
  }

  private func with(approvals: ObjectID?) -> Self {
    var judge = self
    judge.gate.pushedApprovals = approvals
    return judge
  }

  /// Judges one release.
  ///
  /// Without a manifest a release branch may be pushed, if the policy says so; to the base it comes by no push without
  /// one.
  func judge(_ release: MovingRelease, onto target: NamedCommit, _ stage: Stage) throws -> [GateAnswer] {
    let stage = release.extent == .copyOfPart ? .push : stage
    let report = try gate.report(on: release, onto: target, stage: stage)
    if report.verdict == .pass { return [] }
    let isPushToBase = hook.readsPushes && stage == .merge
    if report.verdict == .incomplete, report.incomplete.map(\.reason) == [.noManifest], !isPushToBase,
      gate.policy.hooks.withoutManifest(hook.rawValue) == .warn
    {
      return [.unchecked(release: release.name, report.incomplete[0])]
    }
    return [.stopped(report, JudgedMove(release: release, target: target, stage: stage))]
  }

  /// The release branch by which a commit was fetched from an address that is no remote: only `FETCH_HEAD` knows.
  func fetched(_ id: ObjectID, _ pending: PendingMerge) -> MovingRelease? {
    pending.fetched[id].flatMap { gate.releaseBranch(in: $0) }.map { MovingRelease(name: $0, id: id) }
  }
}

extension HookName {
  /// Whether it is asked about what is pushed.
  var readsPushes: Bool {
    switch self {
    case .prePush, .preReceive, .update: true
    case .preMergeCommit, .preCommit, .commitMsg, .referenceTransaction: false
    }
  }
}
