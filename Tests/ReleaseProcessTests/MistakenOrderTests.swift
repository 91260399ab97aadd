import ReleaseProcess
import ReleaseScope
import Testing

/// What cannot have happened so.
struct MistakenOrderTests {
  /// A mistake, and what is said of it.
  static let mistakes: [(String, @Sendable (inout ProcessFacts) -> Void, ProcessStep)] = [
    (
      "SHOP-1 is ready since 2026-11-20T00:00:00Z, and has later work",
      { facts in
        facts.report?.findings = [
          Finding(
            rule: .staleApproval, severity: .warning, ticket: facts.manifest?.tickets[0].key,
            message: "SHOP-1 is ready since 2026-11-20T00:00:00Z, and has later work", help: "")
        ]
      }, .testing
    ),
    (
      "SHOP-1 was set ready by Dana, who is not QA by the policy",
      {
        $0.evidence?.tickets?[0].statuses?[0].by = "Dana"
        $0.evidence?.tickets?[0].statuses?[0].address = "dana@example.com"
      }, .readiness
    ),
    ("the version is archived in SHOP", { $0.evidence?.versions?[0].isArchived = true }, .version),
    (
      "SHOP-2 came into the version by Quinn after the scope was frozen at 'scope-2.4.0'",
      { facts in
        guard var before = facts.manifest, let now = facts.manifest else { return }
        before.tickets.removeLast()
        facts.drift = ("scope-2.4.0", ManifestDrift(from: before, to: now))
      }, .assignment
    ),
    (
      "the release is on the base, and pull request #7 was closed without a merge",
      { $0.evidence?.pullRequest?.state = .closed }, .pullRequest
    ),
    (
      "QA was told the scope of \(id(4).abbreviated), and the release is at \(id(2).abbreviated)",
      { $0.evidence?.pullRequest?.comment?.head = CommitPrefix("\(id(4))") }, .scopeTold
    ),
    (
      "the release was merged without the approval of tech-lead and release-developer",
      {
        $0.approvals?[0].state = .missing; $0.approvals?[1].state = .void("another head")
      }, .comparison
    ),
    ("the release was merged, and it differs from the version", { $0.report?.verdict = .fail }, .comparison),
    (
      "the release notes went out before the release was merged",
      { $0.evidence?.messages?[0].time = time("2026-11-23") }, .notes
    ),
    (
      "the release notes name SHOP-7, which the release did not bring",
      { $0.evidence?.messages?[0].tickets = try? [TicketKey(parsing: "SHOP-1"), TicketKey(parsing: "SHOP-7")] }, .notes
    ),
    (
      "tag v2.4.0 is at \(id(5).abbreviated), which is not on the base",
      {
        $0.production = .reached(
          ProductionRef(name: "tag v2.4.0", commit: id(5), time: time("2026-11-25"), isOnBase: false, hasMerge: true))
      }, .production
    ),
    (
      "tag v2.4.0 is at \(id(1).abbreviated), which does not have the release's merge",
      {
        $0.production = .reached(ProductionRef(name: "tag v2.4.0", commit: id(1), isOnBase: true, hasMerge: false))
      }, .production
    ),
    (
      "production went back to \(id(1).abbreviated), which does not have the release",
      {
        $0.evidence?.deployments = [
          DeploymentEvidence(
            environment: "production", commit: id(1), hasSucceeded: true, time: time("2026-11-26"), hasRelease: false),
          DeploymentEvidence(
            environment: "production", commit: id(3), hasSucceeded: true, time: time("2026-11-25"), hasRelease: true),
        ]
      }, .production
    ),
    (
      "SHOP-1 and SHOP-2 were closed before the release came to production",
      {
        $0.production = .reached(
          ProductionRef(name: "tag v2.4.0", commit: id(3), time: time("2026-11-27"), isOnBase: true, hasMerge: true))
      }, .closing
    ),
    (
      "the results went out before the release came to production",
      { $0.evidence?.messages?[1].time = time("2026-11-24") }, .results
    ),
    (
      "the version is released, and SHOP-2 is open",
      {
        $0.evidence?.tickets?[1].status = "Open"; $0.evidence?.tickets?[1].statusCategory = "new"
      }, .versionClosed
    ),
    (
      "the version is released in SHOP, and 3 issues are unresolved", { $0.evidence?.versions?[0].unresolved = 3 },
      .versionClosed
    ),
    (
      "the version is released, and 2 commits of 'release/2.4.0' are not on the base",
      {
        $0.merges = []; $0.branch?.ahead = 2
      }, .versionClosed
    ),
    (
      "SHOP-2 came into the version by Quinn after it was on production: plan it in a version that follows it",
      { $0.evidence?.tickets?[1].entered?.time = time("2026-11-26") }, .assignment
    ),
    (
      "the version was released, and is open again in SHOP",
      {
        $0.manifest?.version.isReleased = true; $0.evidence?.versions?[0].isReleased = false
      }, .versionClosed
    ),
    (
      "the version is released in SHOP, and open in PAY",
      { facts in
        guard let other = try? ProjectKey(parsing: "PAY") else { return }
        facts.evidence?.versions?.append(VersionEvidence(project: other, isReleased: false, isArchived: false))
      }, .versionClosed
    ),
  ]

  @Test(arguments: mistakes.indices)
  func `finds what cannot have happened so`(place: Int) throws {
    let (text, make, step) = Self.mistakes[place]
    var facts = try finishedRelease()
    make(&facts)
    let process = ReleaseProcess(facts)
    let found = process.contradictions.first { $0.text == text }
    #expect(found?.steps.first == step, "\(process.contradictions)")
    #expect(process[step].state == .contradicted)
    #expect(!process[step].waitsFor.isEmpty)
  }
}
