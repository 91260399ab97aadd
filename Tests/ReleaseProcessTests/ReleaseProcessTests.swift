import Foundation
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

  /// A fact that nobody gathers is missed by no test that makes its facts itself.
  @Test func `knows no fact that is not read of a repository`() throws {
    let package = URL(fileURLWithPath: "\(#filePath)")
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let reading = try ["ScopeCheck/Process/ProcessReading.swift", "relscope/Options/ReleaseOptions.swift"]
      .map { try String(contentsOf: package.appendingPathComponent("Sources/\($0)"), encoding: .utf8) }.joined()
    let members = Mirror(reflecting: try finishedRelease()).children.compactMap(\.label)
    #expect(members.count > 10)
    let unread = members.filter { !["version", "policy"].contains($0) && !reading.contains("facts.\($0)") }
    #expect(unread == [])
  }

  @Test func `takes silence for nothing`() throws {
    let empty = ReleaseProcess(ProcessFacts(version: try VersionName(parsing: "2.4.0"), policy: Policy()))
    #expect(empty.rows.map(\.state) == Array(repeating: .unknown, count: 14))
    #expect(empty.rows.filter(\.waitsFor.isEmpty).map(\.step) == [])
    #expect(empty.reached == nil)
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
