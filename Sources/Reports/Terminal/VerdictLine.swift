package import ReleaseScope

/// Draws the verdict alone, on one line.
package struct VerdictLine: ReportRenderer {
  private let cleaner: TerminalText

  package init(unicode: Bool) {
    cleaner = TerminalText(unicode: unicode)
  }

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    let headline = Headline(report)
    output.write("\(headline.verdict): \(cleaner.cleaned(headline.sentence))\n")
  }
}
