package import ReleaseScope

/// Draws a report in the few lines that people read at a push: the verdict, the first findings, how to see the rest.
package struct PushRenderer: ReportRenderer {
  private let terminal: Terminal
  private let command: String

  /// - Parameters:
  ///   - command: Shows the whole report.
  ///   - width: No line is longer. A server's lines come with `remote: ` before them.
  package init(command: String, width: Int = 71, unicode: Bool) {
    terminal = Terminal(width: width, colour: false, unicode: unicode)
    self.command = command
  }

  private static let most = 6

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    let cleaner = terminal.cleaner
    func write(_ text: String, indent: Int) {
      for line in wrapped(cleaner.cleaned(text), indent: indent) { output.write("\(line)\n") }
    }
    write("relscope: \(Headline(report).verdict): \(Headline(report).sentence)", indent: 2)
    let open = report.findings.filter { $0.waiver == nil && $0.severity < .note }
    let shown = open.filter { $0.severity == .error } + open.filter { $0.severity != .error }
    for finding in shown.prefix(Self.most) {
      let mark = finding.commits.first.map { " (\($0.abbreviated))" } ?? ""
      write("  \(finding.rule.rawValue): \(finding.message)\(finding.ticket == nil ? mark : "")", indent: 4)
    }
    if shown.count > Self.most { write("  and \(shown.count - Self.most) more", indent: 4) }
    for unseen in report.incomplete {
      write("  not seen: \(unseen.message)", indent: 4)
      write("    \(unseen.help)", indent: 6)
    }
    if report.verdict != .pass {
      write("  see all of it: \(command)", indent: 4)
    }
  }

  /// Words that are longer than a line stay whole: a command has to be copied.
  private func wrapped(_ text: String, indent: Int) -> [String] {
    var lines: [String] = []
    var line = String(text.prefix { $0 == " " })
    var isStart = true
    for word in text.split(separator: " ") {
      if !isStart, DisplayWidth.columns(of: line) + 1 + DisplayWidth.columns(of: String(word)) > terminal.width {
        lines.append(line)
        line = String(repeating: " ", count: indent)
        isStart = true
      }
      line += (isStart ? "" : " ") + word
      isStart = false
    }
    return lines + [line]
  }
}
