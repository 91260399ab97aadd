import ReleaseProcess
import ReleaseScope
import Testing

/// Silence is never done: each piece of evidence is taken away in turn.
struct LostEvidenceTests {
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
    #expect(process != ReleaseProcess(try finishedRelease()), "'\(name)' takes nothing away")
    var states: [ProcessStep: StepState] = [:]
    for row in process.rows where !row.isDone { states[row.step] = row.state }
    #expect(states == expected, "\(name)")
    #expect(process.waiting.map(\.step) == expected.keys.sorted(), "\(name)")
  }
}
