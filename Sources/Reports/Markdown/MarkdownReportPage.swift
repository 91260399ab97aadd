import ReleaseScope

/// A report on its way to a comment.
struct MarkdownReportPage {
  let report: ScopeReport
  var page: MarkdownPage
  /// Whether a finding says whom to ask.
  var namesPeople = false

  init(_ report: ScopeReport, limit: Int) {
    self.report = report
    page = MarkdownPage(limit: limit)
  }

  mutating func drawVerdict() {
    drawHeadline()
    for fact in ReportFacts(report).facts {
      page.write("- **\(fact.label)**: \(MarkdownText.escaped(fact.text))\n")
    }
  }

  mutating func drawHeadline() {
    let headline = Headline(report)
    let sign =
      switch report.verdict {
      case .pass: "\u{2705}"
      case .fail: "\u{274C}"
      case .incomplete: "\u{2753}"
      }
    page.write("## \(sign) \(headline.verdict): \(MarkdownText.escaped(headline.sentence))\n\n")
  }

  mutating func drawUnseen() {
    guard !report.incomplete.isEmpty else { return }
    page.write("\n### Not seen, and needed for a verdict\n\n")
    for unseen in report.incomplete {
      page.write(
        "- \(MarkdownText.escaped(unseen.message)) (`\(unseen.reason.rawValue)`)\(advice(unseen.help))\n",
        counting: "unseen thing")
    }
  }

  mutating func drawRemarks() {
    guard !report.remarks.isEmpty else { return }
    page.write("\n")
    for remark in report.remarks { page.write("- \(MarkdownText.escaped(remark))\n", counting: "remark") }
  }

  mutating func drawLeftOut() {
    guard !page.leftOut.isEmpty else { return }
    let what = enumeration(page.leftOut.map { quantity($0.count, $0.noun) })
    page.close("\n**Left out for length: \(what).** `relscope check` in a terminal shows everything.\n")
  }

  /// The key of a ticket; a link where the policy says where tickets are.
  func name(of key: TicketKey) -> String {
    let text = MarkdownText.escaped(key.description)
    return report.links.address(of: key).map { "[\(text)](\(MarkdownText.address($0)))" } ?? text
  }

  /// What to do, on a line of its own within a list item or a cell.
  func advice(_ advice: Advice) -> String {
    let text = MarkdownAdvice.text(advice, inTable: true)
    return text.isEmpty ? "" : "<br>\u{2192} \(text)"
  }
}
