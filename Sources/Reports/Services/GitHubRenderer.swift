package import ReleaseScope

/// Draws a report as workflow commands of GitHub Actions: the verdict, then annotations, the worst first.
///
/// The runner drops what is more than ten annotations of a step without a word, so the last one says how many there are
/// besides; the job summary has them all.
package struct GitHubRenderer: ReportRenderer {
  static let most = 10

  package init() {}

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    let headline = Headline(report)
    output.write("relscope: \(BriefText.cleaned(headline.verdict)): \(BriefText.cleaned(headline.sentence))\n")
    let complaints = Complaint.all(report).filter(\.isOpen)
    let shown = complaints.count > Self.most ? complaints.prefix(Self.most - 1) : complaints[...]
    for complaint in shown {
      let properties = [
        ("title", "\(complaint.rule): \(complaint.title)"), ("file", complaint.path), ("line", "1"),
      ].map { "\($0)=\(WorkflowCommand.escaped(property: $1))" }.joined(separator: ",")
      let text = WorkflowCommand.escaped(data: "\(complaint.message)\n\(complaint.help)")
      output.write("::\(Self.command(complaint.severity)) \(properties)::\(text)\n")
    }
    if complaints.count > shown.count {
      let rest = complaints.dropFirst(shown.count)
      let worst = rest.map(\.severity).min() ?? .note
      output.write("::\(Self.command(worst)) title=relscope::and \(rest.count) more; the job summary has them all\n")
    }
  }

  private static func command(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note, .off: "notice"
    }
  }
}

/// The values that later steps of a workflow may read, as `name=value` lines of `GITHUB_OUTPUT`.
package struct GitHubOutputs: ReportRenderer {
  package init() {}

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    let values = [
      ("verdict", report.verdict.rawValue), ("version", BriefText.cleaned(report.version?.text ?? "")),
      ("base", "\(report.range.base.id)"), ("release", "\(report.range.release.id)"),
      ("errors", "\(report.counts.errors)"), ("warnings", "\(report.counts.warnings)"),
      ("incomplete", "\(report.incomplete.count)"),
    ]
    // Cleaned text has no line break, by which a value could set another one.
    for (name, value) in values { output.write("\(name)=\(value)\n") }
  }
}
