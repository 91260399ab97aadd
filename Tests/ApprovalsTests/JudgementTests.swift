import Approvals
import ReleaseScope
import Testing

struct JudgementTests {
  private static let lead = TestSigner("lead", seed: 1)
  private static let dev = TestSigner("dev", seed: 2)
  private static let other = TestSigner("other", seed: 3)
  private static let head = ObjectID(high: 1, middle: 1, low: 1)
  private static let tree = ObjectID(high: 1, middle: 1, low: 2)
  private static let base = ObjectID(high: 1, middle: 1, low: 3)
  private static let elsewhere = ObjectID(high: 9, middle: 9, low: 9)
  private static let now = Instant(seconds: 1_795_600_000)

  /// What a release's history would say.
  private struct Facts: ReleaseFacts {
    var authors: Set<Mailbox> = [Mailbox("dev@example.com")]
    var committers: Set<Mailbox> = []
    var baseMove: BaseMove = .apart
    var scope: String? = "sha256:aa"
    var people: [String: String] = [:]

    func scope(ofHead head: ObjectID) -> String? { scope }
    func baseMove(since payload: ApprovalPayload) -> BaseMove { baseMove }
    func commit(by person: Mailbox, countsCommitters: Bool) -> ObjectID? {
      authors.contains(person) || countsCommitters && committers.contains(person) ? JudgementTests.head : nil
    }
    func person(_ address: String) -> Mailbox { Mailbox(people[address] ?? address) }
  }

  /// What is judged: two approvals that hold, and what a test changes.
  private struct Story {
    var policy = ApprovalPolicy()
    var facts = Facts()
    var signers = [JudgementTests.lead, JudgementTests.dev, JudgementTests.other].map(\.line)
    var leads = Story.payload("tech-lead", "lead")
    var devs = Story.payload("release-developer", "dev")
    var found: [FoundApproval]?
    var leadSigns = JudgementTests.lead

    init() {
      policy.required = ["tech-lead", "release-developer"]
      policy.roles = [
        "tech-lead": ["lead@example.com", "other@example.com"],
        "release-developer": ["dev@example.com", "lead@example.com", "twin@example.com"],
      ]
    }

    static func payload(_ role: String, _ name: String) -> ApprovalPayload {
      ApprovalPayload(
        .approve, by: "\(name)@example.com", as: role, repository: "web", version: "2.4.0", head: JudgementTests.head,
        tree: JudgementTests.tree, base: JudgementTests.base, mergeBase: JudgementTests.base,
        mergeTree: JudgementTests.elsewhere, scope: "sha256:aa", manifest: "sha256:bb",
        policy: "sha256:cc", time: JudgementTests.now, until: Day(number: 20_800))
    }

    var reports: [ApprovalReport] {
      get throws {
        let subject = ApprovalSubject(
          repository: "web", version: "2.4.0", head: JudgementTests.head, tree: JudgementTests.tree,
          base: JudgementTests.base,
          manifest: "sha256:bb",
          policy: "sha256:cc", now: JudgementTests.now)
        let signers = try AllowedSigners(parsing: Array(signers.joined(separator: "\n").utf8))
        let usual = [leadSigns.sign(leads), JudgementTests.dev.sign(devs)]
          .map { FoundApproval($0, on: JudgementTests.head, .head) }
        return try ApprovalJudgement(subject, policy, signers, facts).reports(found ?? usual)
      }
    }

    /// `tech-lead held lead`, or with the reason.
    var words: [String] {
      get throws {
        try reports.map { report in
          [
            report.role, report.state.rawValue, report.approver.map { String($0.prefix { $0 != "@" }) },
            report.reason?.rawValue,
          ].compactMap(\.self).joined(separator: " ")
        }
      }
    }
  }

  private static func sign(_ signer: TestSigner, _ payload: ApprovalPayload, on commit: ObjectID = head)
    -> FoundApproval
  {
    FoundApproval(signer.sign(payload), on: commit, .head)
  }

  @Test func `two people hold two roles`() throws {
    let words = try Story().words
    #expect(words == ["tech-lead held lead", "release-developer held dev"])
  }

  @Test func `nobody is missing in no role`() throws {
    var story = Story()
    story.found = []
    let words = try story.words
    #expect(words == ["tech-lead missing", "release-developer missing"])
  }

  private struct Change: Sendable, CustomTestStringConvertible {
    let reason: ApprovalReport.Reason?
    let testDescription: String
    let change: @Sendable (inout Story) -> Void

    init(_ reason: ApprovalReport.Reason?, _ name: String, _ change: @escaping @Sendable (inout Story) -> Void) {
      self.reason = reason
      testDescription = name
      self.change = change
    }
  }

  private static let changes: [Change] = [
    Change(.repository, "another repository") { $0.leads.repository = "shop" },
    Change(.version, "another version") { $0.leads.version = "2.4.1" },
    Change(.note, "a note that was copied") { $0.leads.head = elsewhere },
    Change(.tree, "another tree") { $0.leads.tree = elsewhere },
    Change(.scope, "another scope") { $0.leads.scope = "sha256:00" },
    Change(nil, "another scope that the policy lets pass") {
      $0.leads.scope = "sha256:00"
      $0.policy.voidOn = [.head]
    },
    Change(.scope, "a scope that cannot be seen") { $0.facts.scope = nil },
    Change(nil, "another manifest") { $0.leads.manifest = "sha256:00" },
    Change(.manifest, "another manifest where it counts") {
      $0.leads.manifest = "sha256:00"
      $0.policy.voidOn.insert(.manifest)
    },
    Change(.policy, "another policy where it counts") {
      $0.leads.policy = "sha256:00"
      $0.policy.voidOn.insert(.policy)
    },
    Change(nil, "a base that moved elsewhere") { $0.leads.base = elsewhere },
    Change(.base, "a base that moved where the release does") {
      $0.leads.base = elsewhere
      $0.facts.baseMove = .colliding
    },
    Change(.base, "a base that is not here") {
      $0.leads.base = elsewhere
      $0.facts.baseMove = .unknown
    },
    Change(.base, "a base that moved where that counts") {
      $0.leads.base = elsewhere
      $0.policy.voidOn.insert(.base)
    },
    Change(nil, "the last day") { $0.leads.until = now.day },
    Change(.expired, "the day after the last") { $0.leads.until = Day(number: now.day.number - 1) },
    Change(.role, "a role that somebody else fills") { $0.policy.roles["tech-lead"] = ["other@example.com"] },
    Change(.role, "a name in another case") { $0.policy.roles["tech-lead"] = ["Lead@example.com"] },
    Change(nil, "a domain in another case") { $0.policy.roles["tech-lead"] = ["lead@EXAMPLE.com"] },
    Change(.signer, "another person's key") { $0.leadSigns = other },
    Change(.signer, "a key that is in no line") { $0.signers.removeFirst() },
    Change(.signer, "a key that is no longer valid") {
      $0.signers[0].replace(" ssh-", with: " valid-before=\"20261101Z\" ssh-")
    },
    Change(.signer, "a key of which only * is said whose it is") {
      $0.signers[0].replace("lead@example.com", with: "*")
    },
    Change(.author, "an author of the release") { $0.facts.authors.insert(Mailbox("lead@Example.com")) },
    Change(.author, "a committer of the release") { $0.facts.committers.insert(Mailbox("lead@example.com")) },
    Change(.author, "an author by another address") {
      $0.facts.people["lead@example.com"] = "dev@example.com"
      $0.policy.authorMay = []
    },
    Change(nil, "an author where the policy has no objection") {
      $0.facts.authors.insert(Mailbox("lead@example.com"))
      $0.policy.isSeparate = false
    },
  ]

  @Test(arguments: changes.indices)
  func `an approval is void by what has changed`(_ place: Int) throws {
    let change = Self.changes[place]
    var story = Story()
    change.change(&story)
    let report = try #require(try story.reports.first { $0.role == "tech-lead" })
    #expect(report.reason == change.reason, "\(change.testDescription)")
    #expect(report.state == (change.reason == nil ? .held : .void))
    #expect((report.detail == nil) == (change.reason == nil))
  }

  @Test func `a text that was signed for something else is no approval`() throws {
    var story = Story()
    story.found = [FoundApproval(Self.lead.sign(story.leads, namespace: "git"), on: Self.head, .head)]
    let words = try story.words
    #expect(words == ["tech-lead void lead signature", "release-developer missing"])
  }

  @Test func `a changed text is no approval, and does no harm to the right one`() throws {
    var story = Story()
    let right = Self.lead.sign(story.leads)
    var forged = story.leads
    forged.until = Day(number: 30_000)
    story.found = [ApprovalRecord(forged, signature: right.signature), right].map {
      FoundApproval($0, on: Self.head, .head)
    }
    let words = try story.words
    #expect(words == ["tech-lead held lead", "tech-lead void lead signature", "release-developer missing"])
  }

  @Test func `one person does not fill two roles, nor one key under two names`() throws {
    var story = Story()
    story.found = [Self.sign(Self.lead, story.leads), Self.sign(Self.lead, Story.payload("release-developer", "lead"))]
    #expect(try story.words == ["tech-lead held lead", "release-developer void lead same-person"])
    story.signers.append(Self.lead.line.replacing("lead@", with: "twin@"))
    story.found = [Self.sign(Self.lead, story.leads), Self.sign(Self.lead, Story.payload("release-developer", "twin"))]
    #expect(try story.words == ["tech-lead held lead", "release-developer void twin same-key"])
    // One person by two addresses, with two keys.
    story.signers = [Self.lead.line, Self.other.line.replacing("other@", with: "twin@")]
    story.found = [
      Self.sign(Self.lead, story.leads), Self.sign(Self.other, Story.payload("release-developer", "twin")),
    ]
    #expect(try story.words == ["tech-lead held lead", "release-developer held twin"])
    story.facts.people["twin@example.com"] = "lead@example.com"
    #expect(try story.words == ["tech-lead held lead", "release-developer void twin same-person"])
  }

  @Test func `people are given to roles so that all are filled, if that can be`() throws {
    var story = Story()
    story.found = [
      Self.sign(Self.lead, story.leads), Self.sign(Self.lead, Story.payload("release-developer", "lead")),
      Self.sign(Self.other, Story.payload("tech-lead", "other")),
    ]
    let words = try story.words
    #expect(words == ["tech-lead held lead", "tech-lead held other", "release-developer held lead"])
  }

  @Test func `who takes an approval back has not approved, until the next one`() throws {
    var story = Story()
    var revocation = story.leads
    revocation.decision = .revoke
    revocation.time = Instant(seconds: Self.now.seconds + 60)
    story.found = [Self.sign(Self.lead, story.leads), Self.sign(Self.lead, revocation)]
    #expect(try story.words.first == "tech-lead void lead revoked")
    var again = story.leads
    again.time = Instant(seconds: Self.now.seconds + 120)
    story.found?.append(Self.sign(Self.lead, again))
    #expect(try story.words.first == "tech-lead held lead")
    // Nobody takes back what another one approved.
    story.found = [Self.sign(Self.lead, story.leads), Self.sign(Self.other, revocation)]
    #expect(try story.words.first == "tech-lead held lead")
  }

  @Test(arguments: ApprovalPolicy.Binding.allCases)
  func `an approval is void without each thing that a policy may bind it to`(binding: ApprovalPolicy.Binding) throws {
    var story = Story()
    story.policy.voidOn = [binding]
    switch binding {
    case .head:
      story.leads.head = Self.elsewhere
      story.found = [FoundApproval(Self.lead.sign(story.leads), on: Self.elsewhere, .earlier(since: []))]
    case .scope: story.facts.scope = "sha256:ff"
    case .manifest: story.leads.manifest = "sha256:ff"
    case .policy: story.leads.policy = "sha256:ff"
    case .base: story.leads.base = Self.elsewhere
    }
    #expect(try story.words.first == "tech-lead void lead \(binding.rawValue)")
  }

  @Test func `an earlier head says what came since`() throws {
    var story = Story()
    story.leads.head = Self.elsewhere
    story.found = [FoundApproval(Self.lead.sign(story.leads), on: Self.elsewhere, .earlier(since: [Self.head]))]
    let report = try #require(try story.reports.first)
    #expect(report.state == .void)
    #expect(report.reason == .head)
    #expect(report.since == [Self.head])
    #expect(report.head == Self.elsewhere)
  }

  @Test func `the contents of an approved merge stand for its head`() throws {
    var story = Story()
    story.leads.head = Self.elsewhere
    story.leads.base = Self.elsewhere
    story.facts.baseMove = .colliding
    story.found = [FoundApproval(Self.lead.sign(story.leads), on: Self.elsewhere, .content)]
    #expect(try story.words.first == "tech-lead held lead")
    // Who rebased it committed what others wrote.
    story.facts.committers = [Mailbox("lead@example.com")]
    #expect(try story.words.first == "tech-lead held lead")
    story.facts.authors = [Mailbox("lead@example.com")]
    #expect(try story.words.first == "tech-lead void lead author")
  }
}
