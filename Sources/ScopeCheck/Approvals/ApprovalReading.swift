import Approvals
import Documents
import ReleaseScope

/// Finds the approvals of a release, and says which of them count.
struct ApprovalReading<Repository: ReleaseRepository> {
  /// How many commits before the head are looked at for approvals that it has left behind.
  private static var mostEarlier: Int { 50 }
  /// How many notes are looked at for one whose merge gives what the head has.
  private static var mostNotes: Int { 1_000 }

  let repository: Repository
  let request: CheckRequest
  private let look: ScopeCheck<Repository>.Look
  private(set) var unseen = UnseenParts()
  private var unreadLines: [String] = []

  init(_ repository: Repository, _ request: CheckRequest, _ look: ScopeCheck<Repository>.Look) {
    self.repository = repository
    self.request = request
    self.look = look
  }

  var subject: CheckSubject { look.subject }
  var sides: Sides<Repository.History> { look.sides }
  var facts: RuleFacts { look.facts }

  /// The commit that has to be approved: the release's, or what its newest merge brought in.
  var head: ObjectID { sides.isMerged ? sides.steps.first?.tips.first ?? subject.release.id : subject.release.id }

  /// What the head was to be added to.
  var base: ObjectID { sides.steps.first?.base ?? subject.base.id }

  /// The digest of what the release delivers.
  var scope: String { ScopeExtract(of: look.report, head: head, mergeBases: sides.range.mergeBases.map(\.id)).digest }

  /// - Throws: An ``ExplainedError`` for a signers file that is wrong.
  mutating func reports() throws -> [ApprovalReport] {
    let (repository, head) = (repository, head)
    guard let tree = try unseen.attempt({ try repository.commit(head)?.tree }) ?? nil else { return [] }
    let signers = try subject.signers.map { try AllowedSigners(parsing: $0.bytes, name: $0.name) }
    let expected = approvalSubject(tree: tree)
    let facts = CheckedFacts(reading: self)
    let judgement = ApprovalJudgement(
      expected, subject.policy.approvals, try signers ?? AllowedSigners(parsing: []), facts)
    var found = try approvalsOfHead().map { FoundApproval($0, on: head, .head) }
    var reports = try judgement.reports(found)
    guard lacksRole(reports) else { return reports }
    found += try approvedElsewhere(tree)
    found += try approvedEarlier()
    reports = try judgement.reports(found)
    return reports
  }

  /// What the reader should know of how nothing was found.
  func remarks() throws -> [String] {
    var remarks = unreadLines
    if subject.signers == nil {
      remarks.append(
        "'\(subject.base.name)' has no '\(AllowedSigners.path)', which says whose keys count: nobody can have approved")
    }
    if try states().isEmpty {
      remarks.append(
        "there are no approvals here; if somebody approved, they come by: "
          + SharedNotes.approvals.fetchCommand)
    }
    return remarks
  }

  func approvalSubject(tree: ObjectID) -> ApprovalSubject {
    ApprovalSubject(
      repository: subject.policy.repository ?? "", version: subject.version?.text, head: head, tree: tree, base: base,
      manifest: subject.manifest.map { PlanDigest.digest(of: $0.manifest) } ?? "",
      policy: subject.policySummary?.digest ?? "", now: request.approvalTime ?? request.now)
  }

  private func lacksRole(_ reports: [ApprovalReport]) -> Bool {
    subject.policy.approvals.required.contains { role in
      !reports.contains { $0.role == role && $0.state == .held }
    }
  }

  /// The states of the refs in which approvals are, the newest first.
  private func states() throws -> [ObjectID] {
    let kept = try repository.references(to: .approvals).compactMap { try repository.commit(ofReference: $0) }
    return [request.pushedApprovals].compactMap(\.self) + kept
  }

  private mutating func note(on commit: ObjectID) throws -> ApprovalNote {
    let (repository, states) = (repository, try states())
    return ApprovalNote(
      try unseen.attempt { try states.compactMap { try repository.note(on: commit, in: $0) } } ?? [])
  }

  /// The approvals of the head; what of their note was not read is said.
  private mutating func approvalsOfHead() throws -> [ApprovalRecord] {
    let note = try note(on: head)
    if let excess = note.excess {
      unseen.add(
        .unreadApprovals, "the note with the approvals of \(head.abbreviated) \(excess.message): not all were read",
        help: "look at it: git notes --ref=relscope-approvals show \(head); and take out what is no approval")
    }
    unreadLines = note.unread.map { "a line of the note with the approvals of \(head.abbreviated) \($0.message)" }
    return note.records
  }

  /// Approvals of a commit whose merge gives what the head has: a squash merge or a rebase of it on the base. A release
  /// branch with other commits is another release, whatever its files are.
  private mutating func approvedElsewhere(_ tree: ObjectID) throws -> [FoundApproval] {
    guard !subject.isReleaseBranch || sides.isMerged else { return [] }
    var found: [FoundApproval] = []
    var seen: Set<ObjectID> = [head]
    for state in try states() {
      let repository = repository
      for commit in try unseen.attempt({ try repository.notedCommits(in: state) })?.prefix(Self.mostNotes) ?? []
      where seen.insert(commit).inserted {
        for record in try note(on: commit).records
        where record.payload.mergeTree == tree && record.payload.version == subject.version?.text {
          found.append(FoundApproval(record, on: commit, .content))
        }
      }
    }
    return found
  }

  /// Approvals of commits of the range before the head: people want to know that they had approved, and what came
  /// since.
  private mutating func approvedEarlier() throws -> [FoundApproval] {
    guard try !states().isEmpty else { return [] }
    var since: [ObjectID] = []
    for commit in sides.range.commits.prefix(Self.mostEarlier + 1) {
      defer { since.append(commit.id) }
      guard commit.id != head else { continue }
      let records = try note(on: commit.id).records
      guard records.isEmpty else {
        return records.map { FoundApproval($0, on: commit.id, .earlier(since: since)) }
      }
    }
    return []
  }
}
