package import ReleaseScope

/// Draws a report as JUnit's XML, in what the readers of GitLab and Jenkins have in common.
///
/// One test case for each ticket, for each rule, and for each thing that was not seen. An error that counts is a failure, a
/// waived one is skipped, what was not seen is an error; warnings are the output of a case that passes.
package struct JUnitRenderer: ReportRenderer {
  package init() {}

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    let complaints = Complaint.all(report)
    let byTicket = Dictionary(grouping: complaints.filter { $0.ticket != nil }) { $0.ticket }
    let byRule = Dictionary(grouping: complaints) { $0.rule }
    let tickets = report.tickets.map { ticket in
      let summary = ticket.knownSummary.map { " \(BriefText.cleaned($0))" } ?? ""
      return TestCase(name: "\(ticket.key)\(summary)", suite: "relscope.tickets", byTicket[ticket.key] ?? [])
    }
    let rules = Rule.all.map { rule in
      TestCase(name: rule.id.rawValue, suite: "relscope.rules", byRule[rule.id.rawValue] ?? [])
    }
    let unseen = (byRule[Complaint.incomplete] ?? []).map { complaint in
      TestCase(name: "\(complaint.title): \(complaint.message)", suite: "relscope.sight", [complaint])
    }
    let suites = [("tickets", tickets), ("rules", rules), ("sight", unseen)].filter { !$0.1.isEmpty }
    let all = suites.flatMap(\.1)
    let name = BriefText.cleaned("relscope \(report.version?.text ?? report.range.release.shownName)")
    output.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    output.write("<testsuites\(XMLText.attributes([("name", name)] + Self.counts(all)))>\n")
    for (suite, cases) in suites {
      output.write("  <testsuite\(XMLText.attributes([("name", "relscope.\(suite)")] + Self.counts(cases)))>\n")
      for testCase in cases { testCase.write(to: &output) }
      output.write("  </testsuite>\n")
    }
    output.write("</testsuites>\n")
  }

  private static func counts(_ cases: [TestCase]) -> [(String, String)] {
    func count(_ outcome: TestCase.Outcome) -> String { "\(cases.count { $0.outcome == outcome })" }
    return [
      ("tests", "\(cases.count)"), ("failures", count(.failed)), ("errors", count(.notSeen)),
      ("skipped", count(.waived)),
    ]
  }
}

/// A case of the XML.
private struct TestCase {
  enum Outcome {
    case passed
    case failed
    case notSeen
    case waived
  }

  let name: String
  let suite: String
  let outcome: Outcome
  private let deciding: [Complaint]
  private let besides: [Complaint]

  init(name: String, suite: String, _ complaints: [Complaint]) {
    self.name = name
    self.suite = suite
    let errors = complaints.filter { $0.severity == .error }
    let failures = errors.filter(\.isOpen)
    if failures.contains(where: { $0.rule == Complaint.incomplete }) {
      outcome = .notSeen
    } else if !failures.isEmpty {
      outcome = .failed
    } else {
      outcome = errors.isEmpty ? .passed : .waived
    }
    deciding = failures.isEmpty ? errors : failures
    besides = complaints.filter { $0.severity != .error }
  }

  func write(to output: inout some TextOutputStream) {
    output.write("    <testcase\(XMLText.attributes([("classname", suite), ("name", name), ("time", "0")]))")
    guard let first = deciding.first ?? besides.first else { return output.write("/>\n") }
    output.write(">\n")
    // No line of foreign text begins as a command of a CI service would.
    let text = deciding.map { "* \($0.message)\n  to do: \($0.help)\n" }.joined()
    switch outcome {
    case .passed: break
    case .failed: write("failure", first, text, to: &output)
    case .notSeen: write("error", first, text, to: &output)
    case .waived:
      output.write("      <skipped\(XMLText.attributes([("message", first.justification ?? "")]))/>\n")
    }
    if !besides.isEmpty {
      let lines = besides.map { "\($0.severity.rawValue): \($0.message) (\($0.rule))\n" }.joined()
      output.write("      <system-out>\(XMLText.escaped(lines))</system-out>\n")
    }
    output.write("    </testcase>\n")
  }

  private func write(_ name: String, _ first: Complaint, _ text: String, to output: inout some TextOutputStream) {
    let attributes = [("message", first.message), ("type", first.rule)]
    output.write("      <\(name)\(XMLText.attributes(attributes))>\(XMLText.escaped(text))</\(name)>\n")
  }
}
