import ReleaseProcess
import ReleaseScope
import Testing

@Suite struct ReleaseProcessTests {
  @Test func `finds every step of a finished release done`() throws {
    let process = ReleaseProcess(try finishedRelease())
    let open = process.rows.filter { !$0.isDone }.map(\.step)
    #expect(open == [])
    #expect(process.contradictions == [])
    #expect(process.reached == .versionClosed)
    #expect(process.waiting == [])
  }

  @Test func `has all steps in their order, each with evidence`() throws {
    let empty = ReleaseProcess(ProcessFacts(version: try VersionName(parsing: "2.4.0"), policy: Policy()))
    for process in [empty, ReleaseProcess(try finishedRelease())] {
      #expect(process.rows.map(\.step) == ProcessStep.allCases)
      #expect(process.rows.filter { $0.evidence.isEmpty }.map(\.step) == [])
    }
  }

  @Test func `takes silence for nothing`() throws {
    let empty = ReleaseProcess(ProcessFacts(version: try VersionName(parsing: "2.4.0"), policy: Policy()))
    #expect(empty.rows.map(\.state) == Array(repeating: .unknown, count: 14))
    #expect(empty.rows.filter(\.waitsFor.isEmpty).map(\.step) == [])
    #expect(empty.reached == nil)
  }

  /// A piece of evidence, taken away or changed, and the steps that are no longer done.
  static let losses: [(String, @Sendable (inout ProcessFacts) -> Void, [ProcessStep: StepState])] = [
    ("no report", { $0.report = nil }, [.testing: .unknown, .comparison: .unknown]),
    ("a report that fails", { $0.report?.verdict = .fail }, [.comparison: .contradicted]),
    ("an incomplete report", { $0.report?.verdict = .incomplete }, [.comparison: .unknown]),
    ("no approvals asked for", { $0.approvals = nil }, [.comparison: .unknown]),
    ("an approval missing", { $0.approvals?[0].state = .missing }, [.comparison: .contradicted]),
    ("an approval void", { $0.approvals?[1].state = .void("another head") }, [.comparison: .contradicted]),
    (
      "no merge",
      {
        $0.merges = []; $0.branch?.ahead = 2
      },
      [.merge: .unknown, .notes: .contradicted, .versionClosed: .contradicted]
    ),
    (
      "no merge, and an open pull request",
      {
        $0.merges = []
        $0.branch?.ahead = 2
        $0.evidence?.pullRequest?.state = .open
      }, [.merge: .notYet, .notes: .contradicted, .versionClosed: .contradicted]
    ),
    (
      "neither merge nor branch",
      {
        $0.merges = []; $0.branch = nil
      }, [.merge: .unknown, .notes: .contradicted]
    ),
    ("a branch that went on", { $0.branch?.ahead = 1 }, [.merge: .notYet]),
    ("no tag", { $0.production = .absent("tag v2.4.0") }, [.production: .notYet, .closing: .unknown]),
    ("production not named", { $0.production = .notNamed }, [.production: .unknown, .closing: .unknown]),
    (
      "an environment, nobody asked", { $0.production = .environment("production") },
      [.production: .unknown, .closing: .unknown]
    ),
    (
      "an environment without the release",
      {
        $0.production = .environment("production")
        $0.evidence?.deployments = []
      }, [.production: .notYet, .closing: .unknown]
    ),
    ("no notes", { $0.evidence?.messages?.removeAll { $0.kind == .notes } }, [.notes: .unknown]),
    ("no results", { $0.evidence?.messages?.removeAll { $0.kind == .results } }, [.results: .unknown]),
    ("no comment", { $0.evidence?.pullRequest?.comment = nil }, [.scopeTold: .notYet]),
    ("a comment without a head", { $0.evidence?.pullRequest?.comment?.head = nil }, [.scopeTold: .unknown]),
    (
      "comments that could not be read",
      {
        $0.evidence?.pullRequest?.comment = nil; $0.evidence?.pullRequest?.areCommentsRead = false
      }, [.scopeTold: .unknown]
    ),
    (
      "a comment of an older head, and the branch is gone",
      {
        $0.branch = nil; $0.evidence?.pullRequest?.comment?.head = CommitPrefix("\(id(4))")
      }, [.scopeTold: .notYet]
    ),
    (
      "a pull request that is a draft again",
      {
        $0.evidence?.pullRequest?.state = .open; $0.evidence?.pullRequest?.isDraft = true
      }, [.pullRequest: .notYet]
    ),
    (
      "no pull request where one was looked for",
      {
        $0.evidence?.pullRequest = nil
        $0.evidence?.hasNoPullRequest = true
        $0.merges = []
        $0.branch?.ahead = 2
      },
      [
        .pullRequest: .notYet, .scopeTold: .unknown, .merge: .notYet, .notes: .contradicted,
        .versionClosed: .contradicted,
      ]
    ),
    (
      "a deployment of a commit that is not here",
      {
        $0.production = .environment("production")
        $0.evidence?.deployments = [
          DeploymentEvidence(environment: "production", commit: id(6), hasSucceeded: true, time: time("2026-11-25"))
        ]
      }, [.production: .unknown, .closing: .unknown]
    ),
    (
      "deployments that failed",
      {
        $0.production = .environment("production")
        $0.evidence?.deployments = [
          DeploymentEvidence(
            environment: "production", commit: id(3), hasSucceeded: false, time: time("2026-11-25"), hasRelease: true)
        ]
      }, [.production: .notYet, .closing: .unknown]
    ),
    (
      "no evidence at all", { $0.evidence = nil },
      [.scopeTold: .unknown, .notes: .unknown, .closing: .unknown, .results: .unknown, .versionClosed: .notYet]
    ),
    (
      "no manifest", { $0.manifest = nil },
      [.testing: .unknown, .readiness: .unknown, .assignment: .unknown, .closing: .unknown]
    ),
    (
      "no pull request, a merge by hand",
      {
        $0.evidence?.pullRequest = nil
        $0.merges[0].subject = "Merge branch 'release/2.4.0'"
      }, [.pullRequest: .unknown, .scopeTold: .unknown]
    ),
    ("no release ticket's assignee", { $0.evidence?.releaseTicket?.assignee = .empty }, [.releaseTicket: .notYet]),
    (
      "a release ticket nobody tells of", { $0.evidence?.releaseTicket?.assignee = .absent }, [.releaseTicket: .unknown]
    ),
    ("no versions of Jira's", { $0.evidence?.versions = [] }, [.version: .notYet, .versionClosed: .notYet]),
    ("a version that is open", { $0.evidence?.versions?[0].isReleased = false }, [.versionClosed: .notYet]),
    (
      "a ticket that is open",
      {
        $0.evidence?.tickets?[0].statusCategory = "indeterminate"; $0.evidence?.tickets?[0].status = "Ready for Release"
      },
      [.closing: .notYet, .versionClosed: .contradicted]
    ),
    (
      "a ticket in progress",
      {
        $0.evidence?.tickets?[0].statusCategory = "indeterminate"; $0.evidence?.tickets?[0].status = "In Progress"
      },
      [.testing: .notYet, .readiness: .notYet, .closing: .notYet, .versionClosed: .contradicted]
    ),
    ("a ticket that nobody has", { $0.evidence?.tickets?[1].assignee = .empty }, [.assignment: .notYet]),
    ("a ticket without the version", { $0.manifest?.tickets[0].fixVersions = nil }, [.assignment: .unknown]),
    (
      "no histories",
      {
        $0.evidence?.tickets?[0].statuses = nil; $0.evidence?.tickets?[1].statuses = nil
      }, [.testing: .unknown, .closing: .unknown]
    ),
  ]

  @Test(arguments: losses.indices)
  func `leaves no step done whose evidence is gone`(place: Int) throws {
    let (name, lose, expected) = Self.losses[place]
    var facts = try finishedRelease()
    lose(&facts)
    let process = ReleaseProcess(facts)
    var states: [ProcessStep: StepState] = [:]
    for row in process.rows where !row.isDone { states[row.step] = row.state }
    #expect(states == expected, "\(name)")
    #expect(process.waiting.map(\.step) == expected.keys.sorted(), "\(name)")
  }

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

  @Test(arguments: [(1...14, Verdict.pass), (1...9, .pass)])
  func `lets a finished release through`(steps: ClosedRange<Int>, verdict: Verdict) throws {
    #expect(ReleaseProcess(try finishedRelease()).verdict(on: steps) == verdict)
  }

  @Test func `says of a gate that not done outranks not known`() throws {
    var facts = try finishedRelease()
    facts.evidence?.messages = nil
    #expect(ReleaseProcess(facts).verdict(on: 1...9) == .pass)
    #expect(ReleaseProcess(facts).verdict(on: 1...14) == .incomplete)
    facts.production = .absent("tag v2.4.0")
    #expect(ReleaseProcess(facts).verdict(on: 1...14) == .fail)
  }

  @Test func `names the versions that follow, and takes them for results`() throws {
    var facts = try finishedRelease()
    facts.followUps = [
      FollowUp(
        version: try VersionName(parsing: "2.4.1"), tickets: [try TicketKey(parsing: "SHOP-7")], isReleased: false)
    ]
    #expect(ReleaseProcess(facts).remarks == ["2.4.1 follows it, with SHOP-7"])
    facts.evidence?.tickets?[1].status = "Open"
    facts.evidence?.tickets?[1].statusCategory = "new"
    #expect(HandOff.results(facts).blocks.contains(.paragraph("What is open goes into 2.4.1.")))
    facts.followUps[0].isReleased = true
    #expect(ReleaseProcess(facts).remarks == ["2.4.1 follows it, with SHOP-7, and is released"])
    #expect(!HandOff.results(facts).blocks.contains(.paragraph("What is open goes into 2.4.1.")))
  }

  @Test func `tells a merge that came late from one that was on time`() throws {
    var facts = try finishedRelease()
    #expect(ReleaseProcess(facts).remarks == [])
    facts.evidence?.versions?[0].releaseDate = "2026-11-22"
    #expect(ReleaseProcess(facts).remarks == ["the release was merged on 2026-11-24, and planned for 2026-11-22"])
    facts.evidence?.versions?[0].releaseDate = "2026-11-23"
    #expect(ReleaseProcess(facts).remarks == [])
  }
}
