import Approvals
import Documents
package import ReleaseScope

/// One check: finds the revisions, reads the documents and the history, compares, and reports.
package struct ScopeCheck<Repository: ReleaseRepository> {
  let repository: Repository
  let request: CheckRequest

  package init(_ repository: Repository, _ request: CheckRequest) {
    self.repository = repository
    self.request = request
  }

  /// Checks, and says what it saw.
  ///
  /// - Throws: An ``ExplainedError`` when there is nothing to report on: no such revision, a document that is wrong.
  ///   What could not be seen in the history makes the report incomplete instead.
  package func run() throws -> ScopeReport {
    let look = try look()
    return look.subject.policy.approvals.required.isEmpty ? look.report : try judgeApprovals(look)
  }

  /// What one look at a release gives, before approvals are judged.
  final class Look {
    let subject: CheckSubject
    let sides: Sides<Repository.History>
    let facts: RuleFacts
    let paths: [ObjectID: [String]]
    let report: ScopeReport

    init(
      _ subject: CheckSubject, _ sides: Sides<Repository.History>, _ facts: RuleFacts, paths: [ObjectID: [String]],
      _ report: ScopeReport
    ) {
      self.subject = subject
      self.sides = sides
      self.facts = facts
      self.paths = paths
      self.report = report
    }
  }

  /// Reads the approvals, and judges anew with them.
  private func judgeApprovals(_ look: Look) throws -> ScopeReport {
    var reading = ApprovalReading(repository, request, look)
    var (report, facts) = (look.report, look.facts)
    report.approvals = try reading.reports()
    report.remarks += try reading.remarks()
    facts.approvals = report.approvals
    facts.head = reading.head
    report.findings = Judgement(facts, stage: request.stage, paths: { look.paths[$0] ?? [] }).findings
    report.incomplete += reading.unseen.all
    report.verdict = Verdict(report.findings, unseen: report.incomplete)
    report.counts = Counts(
      report.tickets, report.findings, untracked: report.untracked.count)
    let named = report.approvals.flatMap { $0.since + [$0.head].compactMap(\.self) } + [reading.head]
    for id in named where !report.commits.add(id) {
      guard let commit = try repository.commit(id) else { continue }
      report.commits.add(
        CommitSummary(id: id, subject: commit.subject, author: commit.author.name, date: commit.author.time))
    }
    return report
  }

  /// What an approval of the release would be of; `nil` where its commit is not here.
  ///
  /// - Throws: An ``ExplainedError`` as ``run()`` does, and where the signers cannot be read as such.
  package func approvable() throws -> ApprovalDraft? {
    let look = try look()
    let reading = ApprovalReading(repository, request, look)
    guard let head = try repository.commit(reading.head) else { return nil }
    return ApprovalDraft(
      report: look.report, policy: look.subject.policy.approvals,
      signers: try look.subject.signers.map { try AllowedSigners(parsing: $0.bytes, name: $0.name) },
      subject: reading.approvalSubject(tree: head.tree), scope: reading.scope, head: head,
      mergeBase: look.sides.range.mergeBases.first?.id ?? reading.base)
  }

  /// The same check of a release that was merged, as it was to be seen at its merge: by the base and the signers of
  /// then.
  ///
  /// - Throws: ``Problem`` if it is not merged, or nobody knows by which merge.
  package func atMerge() throws -> ScopeCheck {
    let sides = try look().sides
    guard let merge = try sides.merge.flatMap({ try repository.commit($0) }), let step = sides.steps.first,
      let tip = step.tips.first
    else {
      throw Problem(
        .missing, "no merge of '\(sides.release.name)' is known", help: "name it with --merge, or look without --audit")
    }
    var request = request
    request.baseCommit = NamedCommit(name: "\(merge.id.abbreviated)^", id: step.base)
    request.releaseCommit = NamedCommit(name: sides.release.name, id: tip)
    request.approvalTime = merge.committer.time
    request.merge = nil
    return ScopeCheck(repository, request)
  }

  private func look() throws -> Look {
    var opening = SubjectReading(repository, request)
    let subject = try opening.read()
    let reader = subject.reader
    let sides = try Sides.find(repository, subject, reader, merge: request.merge)
    let range = sides.range
    var reading = RangeReading(repository, sides.history, reader, opening.unseen)
    reading.others = sides.others
    var scope = try reading.scope(range, tips: sides.contents, aliases: subject.aliases)
    let laterRemarks = try takeBackLater(&scope, sides, subject, &reading)
    let (untracked, exempt) = try reading.untracked(scope, range.commits, subject.policy.exemptions)

    var facts = RuleFacts(
      documents: DocumentFacts(of: subject, isMerged: sides.isMerged, now: request.now),
      range: RangeFacts(scope: scope, commits: range.commits))
    facts.baseline = subject.baseline
    facts.certainAfter = sides.history.certainAfter
    facts.range.untracked = untracked
    if request.looksForUnusedExemptions {
      facts.unusedExemptions = try ExemptionUse(repository: repository, exemptions: subject.policy.exemptions)
        .unused(exempt, untracked, in: range.commits, below: sides.base.id, &reading)
    }
    facts.elsewhere.baseAhead = try reading.baseAhead(
      scope, range, subject.policy.exemptions, documents: Set(subject.documentPaths))
    let earlier = try addEarlierWork(&facts, sides, subject, &reading)
    try search(&facts, sides, subject)
    let contents = ContentReading(repository: repository, sides: sides, stage: request.stage)
    try contents.fill(&facts, &reading)
    let linkRemarks = try contents.linkRemarks(exempt, subject.policy.exemptions, &reading)
    facts.elsewhere.changedDocuments = try changedDocuments(subject, sides, &reading)
    let frozenScope = try FrozenScope(repository, subject)
    if case .changed(let since, let changes) = frozenScope { facts.documents.drift = (since, changes) }
    var paths: [ObjectID: [String]] = [:]
    let judgement = try Judgement(facts, stage: request.stage) { id in
      if let known = paths[id] { return known }
      let changed = try reading.changedPaths(id) ?? []
      paths[id] = changed
      return changed
    }
    let unseen = try gaps(reading.unseen, sides, subject)

    let report = try ReportAssembly(
      facts: facts, subject: subject, stage: request.stage, exempt: exempt, judgement: judgement, unseen: unseen.all,
      remarks: opening.remarks + sides.remarks + laterRemarks + earlier + doubtRemarks(facts) + squashRemarks(scope)
        + linkRemarks + frozenScope.remarks
    ).report(
      range: RangeSummary(
        base: sides.base, release: sides.release, commits: range.commits.count,
        merges: range.commits.count(where: \.isMerge), merge: sides.merge),
      commits: range.commits, baseOnly: range.baseOnly, commit: repository.commit)
    return Look(subject, sides, facts, paths: paths, report)
  }

  private func changedDocuments(
    _ subject: CheckSubject, _ sides: Sides<Repository.History>, _ reading: inout RangeReading<Repository>
  ) throws -> [String] {
    try subject.trustedPaths.filter { path in
      try sides.steps.contains { step in
        let documents = TrustedDocuments(
          repository: repository, trust: request.trust, base: NamedCommit(name: sides.base.name, id: step.base),
          release: sides.release)
        return try step.tips.contains { tip in
          try reading.attempt {
            try documents.isChanged(path, by: tip) {
              guard sides.steps.count > 1 || step.base != sides.base.id else { return sides.range.mergeBases.map(\.id) }
              return try repository.history(base: step.base, releases: [tip]).range().mergeBases.map(\.id)
            }
          } ?? false
        }
      }
    }
  }

  private func gaps(
    _ noted: UnseenParts, _ sides: Sides<Repository.History>, _ subject: CheckSubject
  ) throws -> UnseenParts {
    var unseen = noted
    let missing = sides.history.missing
    unseen.add(objects: missing.objects)
    if repository.isShallow || !missing.shallow.isEmpty {
      unseen.add(
        .shallowHistory, "this is a shallow clone: its history ends early, so the range may be wrong",
        help: request.shallowAdvice ?? .run("git fetch --unshallow origin"))
    }
    if let crowded = sides.range.commits.crowded ?? sides.range.baseOnly.crowded {
      unseen.add(
        .crowdedMessage,
        "commit \(crowded.abbreviated) names more commits or tickets that it takes back than are looked for",
        help: "look at what it takes back, and leave it out of the range: --since \(crowded.abbreviated)")
    }
    if try repository.hasGrafts() {
      unseen.add(
        .graftedHistory, "info/grafts gives commits other parents than they have",
        help: .run("git replace --convert-graft-file, then git replace -d for each"))
    }
    if let replaced = try repository.replacedObjects().first(where: sides.history.contains) {
      unseen.add(
        .replacedHistory, "git shows a replacement of commit \(replaced.abbreviated), relscope the original",
        help: .run("git replace -d \(replaced)"))
    }
    if sides.range.mergeBases.isEmpty, missing.objects.isEmpty, missing.shallow.isEmpty {
      unseen.add(
        .unrelatedHistories, "'\(sides.base.name)' and '\(sides.release.name)' have no commit in common",
        help: "check that both are of this project; name the right base with --base")
    }
    if sides.isUnknown, request.stage == .merge, subject.manifest?.manifest.tickets.isEmpty == false {
      unseen.add(
        .unknownMerges,
        "'\(sides.base.name)' has all of '\(sides.release.name)', and no merge on it is known to be the release's",
        help: "name the merge with --merge, or the revision at which the release began with --since")
    }
    for commits in [sides.range.commits, sides.range.baseOnly] {
      guard let position = commits.indices.first(where: commits.isLong) else { continue }
      let id = commits.id(position)
      unseen.add(
        .longMessage,
        "the message of commit \(id.abbreviated) has more than \(MessageReader.longest) bytes: the rest was not read",
        help: "read it: git log -1 \(id.abbreviated); then shorten it, or begin behind it with --since")
    }
    let lists = (subject.manifest?.manifest.tickets ?? []).map(\.repositories).filter { !$0.isEmpty }
    if let repository = subject.policy.repository, !lists.isEmpty, !lists.contains(where: { $0.contains(repository) }) {
      unseen.add(
        .emptyManifest, "no ticket of the manifest is for the repository '\(repository)' that the policy names",
        help: "correct 'repository:' in the policy, or 'repositories' in the manifest")
    }
    return unseen
  }

  private func doubtRemarks(_ facts: RuleFacts) -> [String] {
    guard facts.certainAfter != nil else { return [] }
    return ["some of the history is not here: what it could disprove is a note, and decides nothing"]
  }

  private func squashRemarks(_ scope: NetScope) -> [String] {
    let squashed = Dictionary(grouping: scope.alreadyOnBase.filter { $0.by == .tree }, by: \.counterpart)
    return squashed.sorted { $0.key < $1.key }.map { counterpart, matches in
      "commit \(counterpart.abbreviated) on the base has the same tree as the release had (a squash merge or a rebase): "
        + "\(matches.count) commits of the range are on the base already"
    }
  }
}
