import Documents
package import ReleaseProcess
package import ReleaseScope

/// Gathers what is known of a release: from git, the manifest and the policy, and from an evidence file if there is
/// one.
package struct ProcessReading<Repository: ReleaseRepository> {
  private let repository: Repository
  private let request: CheckRequest
  private let version: VersionName
  private let evidence: ProcessEvidence?

  /// - Parameters:
  ///   - request: Its release is looked for where it names none: the version's branch, its tag on production, the base.
  ///   - evidence: Of the same version.
  package init(_ repository: Repository, _ request: CheckRequest, of version: VersionName, evidence: ProcessEvidence?) {
    self.repository = repository
    self.request = request
    self.version = version
    self.evidence = evidence
  }

  /// - Throws: An ``ExplainedError`` where nothing can be told: no such base, a document that is wrong. A manifest that
  ///   is not there is a gap of the facts.
  package func facts() throws -> ProcessFacts {
    var asked = request
    asked.version = version
    asked.needsManifest = false
    var opening = SubjectReading(repository, asked)
    let first = try opening.read()
    var facts = ProcessFacts(version: version, policy: first.policy)
    facts.evidence = evidence
    facts.manifest = first.manifest?.manifest
    facts.manifestName = first.manifestSummary.map { "\($0.name) at \($0.from)" }
    facts.gaps = opening.unseen.all.map(\.message)
    if facts.manifest == nil, facts.gaps.isEmpty {
      facts.gaps = ["there is no manifest that says what is planned; name one with --manifest"]
    }
    if case .changed(let since, let changes) = try FrozenScope(repository, first) { facts.drift = (since, changes) }

    let branch = try releaseBranch(first)
    if request.release == nil { asked.releaseCommit = try release(first, branch) }
    var reading = SubjectReading(repository, asked)
    let subject = try reading.read()
    var merges = try ReleaseMerges(repository, subject)
    facts.merges = try merges.merges(from: subject.base.id).merges.compactMap { try merge($0.id) }
    if facts.manifest != nil { facts.report = try report(asked, &facts.gaps) }
    facts.approvals = facts.report.flatMap { Self.approvals($0, subject.policy.approvals.required) }
    if let branch { facts.branch = try BranchFact(branch, ahead: ahead(branch, subject)) }
    if facts.merges.isEmpty, let head = facts.branch?.head,
      let squash = facts.report?.alreadyOnBase.first(where: { $0.commit == head && [.tree, .squash].contains($0.by) })
    {
      facts.merges = [try merge(squash.counterpart)].compactMap(\.self)
      facts.branch?.ahead = 0
    }
    facts.production = try ProductionReading(repository: repository, base: subject.base)
      .fact(subject.policy.production, version, merge: facts.merges.first?.commit)
    try weighDeployments(&facts)
    facts.followUps = try PlannedVersions(repository, subject.policy, base: subject.base.id).manifests
      .filter { $0.follows == version && $0.version.name != version }
      .map { manifest in
        FollowUp(
          version: manifest.version.name, tickets: manifest.tickets.map(\.key).filter { $0 != manifest.releaseTicket },
          isReleased: manifest.version.isReleased == true)
      }
    return facts
  }

  /// By required role, what came of it; `nil` where none is required.
  private static func approvals(_ report: ScopeReport, _ required: [String]) -> [ApprovalFact]? {
    guard !required.isEmpty else { return nil }
    return required.map { role in
      let given = report.approvals.filter { $0.role == role && $0.state != .missing }
      guard let best = given.first(where: { $0.state == .held }) ?? given.first else {
        return ApprovalFact(role: role, state: .missing)
      }
      let state: ApprovalFact.State = best.state == .held ? .holds : .void(best.detail ?? "void")
      return ApprovalFact(role: role, state: state, by: best.approver, time: best.time)
    }
  }

  private func report(_ request: CheckRequest, _ gaps: inout [String]) throws -> ScopeReport? {
    var request = request
    request.needsManifest = true
    do {
      return try ScopeCheck(repository, request).run()
    } catch let error as any ExplainedError where error.problem.kind == .missing {
      gaps.append(error.problem.message)
      return nil
    }
  }

  /// The branch of the version: the local one, or the remote's where that is further on.
  private func releaseBranch(_ subject: CheckSubject) throws -> NamedRef? {
    let choice = RevisionChoice(repository)
    let named = ReleaseNames(patterns: subject.policy.releaseBranches, versions: [version.text])
    let branches = try repository.branches().filter { named.isRelease(try choice.shortName($0.name)) }
    let local = branches.first { $0.name.branch != nil }
    let remote = try choice.usualRemote()
    let theirs = branches.first { branch in
      remote.map { branch.name.branch(of: $0) != nil } ?? (branch.name.kind == .tracking)
    }
    guard let local, let theirs else { return local ?? theirs }
    return try repository.isAncestor(local.id, of: theirs.id) ? theirs : local
  }

  private func release(_ subject: CheckSubject, _ branch: NamedRef?) throws -> NamedCommit {
    if let branch { return NamedCommit(name: branch.name.short, id: branch.id) }
    if case .tag(let template) = subject.policy.production {
      let tag = RefName.tag(template.filled(with: version))
      if let id = try repository.commit(ofReference: tag) { return NamedCommit(name: tag.text, id: id) }
    }
    return subject.base
  }

  private func ahead(_ branch: NamedRef, _ subject: CheckSubject) throws -> Int {
    if try branch.id == subject.base.id || repository.isAncestor(branch.id, of: subject.base.id) { return 0 }
    return try repository.history(base: subject.base.id, releases: [branch.id]).range().commits.count
  }

  private func merge(_ id: ObjectID) throws -> MergeFact? {
    try repository.commit(id).map { commit in
      MergeFact(commit: id, subject: commit.subject, committer: commit.committer.name, time: commit.committer.time)
    }
  }

  /// A deployment has the release when its commit reaches the release's newest merge.
  private func weighDeployments(_ facts: inout ProcessFacts) throws {
    guard let merge = facts.merges.first?.commit, let deployments = facts.evidence?.deployments else { return }
    for (place, deployment) in deployments.enumerated() where try repository.commit(deployment.commit) != nil {
      facts.evidence?.deployments?[place].hasRelease =
        try deployment.commit == merge || repository.isAncestor(merge, of: deployment.commit)
    }
  }
}

extension BranchFact {
  fileprivate init(_ branch: NamedRef, ahead: Int) {
    self.init(name: branch.name.short, head: branch.id, ahead: ahead)
  }
}
