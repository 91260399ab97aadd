import ReleaseScope

/// A chain of evidence on its way to a page.
struct WhyPage {
  let report: ScopeReport
  var page: TerminalPage

  init(_ report: ScopeReport, _ terminal: Terminal) {
    self.report = report
    page = TerminalPage(terminal, links: report.links)
  }

  /// The version's name for a sentence.
  var version: String { report.version?.text ?? "the version" }
  /// The range for a sentence.
  var range: String { "\(report.range.base.shownName)..\(report.range.release.shownName)" }

  /// Writes one sentence of a list.
  mutating func say(_ sentence: String, _ ink: Ink = .plain, indent: Int = 2) {
    page.paragraph(page.clean(sentence, ink), indent: indent, hanging: indent + 2)
  }

  /// Writes a commit's subject, and below it who made it when, and what else is to say of it.
  mutating func drawCommit(_ id: ObjectID, _ more: String = "") {
    let label = page.id(id)
    guard let summary = report.summary(of: id) else {
      page.entry(label, page.clean(more), column: 12)
      return
    }
    page.entry(label, page.brief(summary.subject), column: 12)
    let origin = page.brief("by \(summary.author) on \(summary.date.day)", .faint)
    page.paragraph(
      more.isEmpty ? origin : origin + StyledText("; ", .faint) + page.clean(more), indent: 14, hanging: 16)
  }

  mutating func drawFindings(_ findings: [Finding], about subject: String) {
    page.space()
    guard !findings.isEmpty else { return say("nothing is found wrong about \(subject)", .good, indent: 0) }
    page.paragraph(StyledText("findings", .strong))
    for finding in findings {
      let ink: Ink = finding.isOpen ? finding.severity.ink : .faint
      let label = StyledText(finding.rule.rawValue, ink)
      page.paragraph(label + StyledText(": ") + page.clean(finding.message), indent: 2, hanging: 4)
      if let acceptance = finding.acceptance {
        say(acceptance, indent: 4)
      } else {
        page.advice(finding.help, indent: 4)
      }
    }
  }

  mutating func drawUnseen() {
    guard !report.incomplete.isEmpty else { return }
    page.space()
    page.paragraph(StyledText("not seen, so there may be more to say", .warning))
    for unseen in report.incomplete {
      say(unseen.message)
      page.advice(unseen.help, indent: 2)
    }
  }
}
