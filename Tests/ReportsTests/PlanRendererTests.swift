import Documents
import ReleaseProcess
import ReleaseScope
import Reports
import TestSupport
import Testing

@Suite struct PlanRendererTests {
  private static let hostile = "<b>Cart</b> @dana | ![x](http://e) \u{202E}txet\r\n::error::x"

  private func facts(_ version: String, _ keys: [(String, String, String)], end: String?) throws -> ProcessFacts {
    var facts = ProcessFacts(version: try VersionName(parsing: version), policy: Policy())
    facts.policy.notes.internalTypes = ["Task"]
    facts.policy.notes.headings = [("Story", "Added"), ("Bug", "Fixed")]
    facts.manifest = Manifest(
      version: Manifest.Version(name: facts.version, isReleased: false, startDate: "2026-11-02", releaseDate: end),
      tickets: try keys.map { key, type, summary in
        Ticket(
          key: try TicketKey(parsing: key), summary: summary, type: type, status: "In Progress",
          assignee: .value("Dana Weber"), fixVersions: [version])
      })
    return facts
  }

  private func plan() throws -> ReleasePlan {
    let commit = try #require(ObjectID(String(repeating: "1a", count: 20)))
    var first = try facts(
      "2.4.0",
      [
        ("SHOP-1", "Bug", "Guest checkout loses the cart"), ("SHOP-2", "Story", Self.hostile),
        ("SHOP-3", "Task", "Inside"),
      ],
      end: "2026-11-30")
    first.manifest?.tickets[0].status = "Ready for Release"
    first.branch = BranchFact(name: "release/2.4.0", head: commit, ahead: 3)
    var hotfix = try facts("2.3.1", [("SHOP-4", "Bug", "Prices of two vouchers")], end: "2026-11-25")
    hotfix.branch = BranchFact(name: "hotfix/2.3.1", head: commit, ahead: 1)
    hotfix.manifest?.follows = try VersionName(parsing: "2.3.0")
    let next = try facts("2.5.0", [("SHOP-2", "Story", Self.hostile)], end: nil)
    var bare = ProcessFacts(version: try VersionName(parsing: Self.hostile), policy: Policy())
    bare.gaps = ["there is no manifest"]
    bare.branch = BranchFact(name: "release/x", head: commit, ahead: 1)
    let today = try #require(Day(parsing: "2026-11-27"))
    return ReleasePlan(
      [first, hotfix, next, bare].map { PlannedRelease($0) }, releasedCount: 12, on: today,
      remarks: ["manifests are not listed"])
  }

  @Test func `draws the golden files`() throws {
    let plan = try plan()
    let terminal = Terminal(width: 80, colour: false, unicode: true)
    expectGolden(PlanTerminalRenderer(on: terminal).text(of: plan), named: "plan.txt")
    expectGolden(PlanMarkdownRenderer().text(of: plan), named: "plan.md")
    expectGolden(PlanHTMLRenderer().text(of: plan), named: "plan.html")
    expectGolden(PlanFile().text(of: plan), named: "plan.json")
  }

  @Test func `tells a client nothing of the inside`() throws {
    let page = PlanHTMLRenderer().text(of: try plan())
    for inside in ["Dana", "1a1a1a", "release/2.4.0", "hotfix", "SHOP-3", "Inside", "In Progress", "step", "<b>"] {
      #expect(!page.contains(inside), "\(inside)")
    }
    for outside in ["2.4.0", "Planned for 2026-11-30", "Guest checkout loses the cart", "1 internal change"] {
      #expect(page.contains(outside), "\(outside)")
    }
  }

  @Test(arguments: [40, 80, 120])
  func `fits on a screen`(width: Int) throws {
    let text = PlanTerminalRenderer(on: Terminal(width: width, colour: false, unicode: false)).text(of: try plan())
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= width })
  }

  private func triage() throws -> TriageList {
    var release = try facts("2.4.0", [("SHOP-1", "Bug", Self.hostile), ("SHOP-2", "Story", "Two")], end: nil)
    release.policy.triage = ["*": ["priority"], "Bug": ["Steps to Reproduce"]]
    release.manifest?.tickets[0].priority = .empty
    release.manifest?.tickets[0].statusSince = Instant(parsing: "2026-11-20T10:00:00Z")
    release.manifest?.tickets[1].priority = .empty
    release.manifest?.tickets[1].assignee = .empty
    return TriageList([(try #require(release.manifest), release.policy)])
  }

  @Test func `draws what has to be triaged`() throws {
    let terminal = Terminal(width: 80, colour: false, unicode: true)
    expectGolden(TriageTerminalRenderer(on: terminal).text(of: try triage()), named: "triage.txt")
    expectGolden(TriageMarkdownRenderer().text(of: try triage()), named: "triage.md")
    #expect(
      TriageTerminalRenderer(on: terminal).text(of: TriageList([])) == "Every planned ticket has what it needs.\n")
  }
}
