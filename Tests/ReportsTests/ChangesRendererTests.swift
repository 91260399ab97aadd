import ReleaseScope
import Reports
import TestSupport
import Testing

struct ChangesRendererTests {
  private func text(_ report: ScopeReport, since earlier: ScopeReport) -> String {
    ChangesRenderer(since: earlier, on: Terminal(width: 100, colour: false, unicode: false)).text(of: report)
  }

  @Test func `says that nothing is new of the same report`() throws {
    let report = try SampleReport.fail.report()
    #expect(text(report, since: report).contains("no finding and no ticket is new, gone or in another state"))
  }

  @Test func `says what is new, gone and in another state`() throws {
    let report = try SampleReport.fail.report()
    var earlier = report
    let open = report.findings.filter { $0.isOpen && $0.severity < .note }
    let (first, last) = (try #require(open.first { $0.ticket != nil }), try #require(open.last))
    earlier.findings.removeAll { $0 == first }
    let place = try #require(earlier.tickets.firstIndex { $0.isPlanned && $0.state == .delivered })
    earlier.tickets[place].state = .absent
    var later = report
    later.findings.removeAll { $0 == last }
    let said = text(later, since: earlier)
    #expect(said.contains("new         \(first.rule.rawValue) \(try #require(first.ticket))"), "\(said)")
    #expect(said.contains("gone        \(last.rule.rawValue)"), "\(said)")
    #expect(said.contains("\(earlier.tickets[place].key) delivered (was absent)"), "\(said)")
  }

  @Test func `says which tickets came into the plan and which left it`() throws {
    let report = try SampleReport.fail.report()
    var earlier = report
    let place = try #require(earlier.tickets.firstIndex { $0.isPlanned })
    earlier.tickets[place].isPlanned = false
    let key = earlier.tickets[place].key
    #expect(text(report, since: earlier).contains("planned     \(key)"))
    #expect(text(earlier, since: report).contains("no longer   \(key)"))
  }
}
