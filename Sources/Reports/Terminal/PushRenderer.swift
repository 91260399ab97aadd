package import ReleaseScope

/// Draws a report in the few lines that people read at a push: the verdict, the first findings, how to see the rest.
package struct PushRenderer: ReportRenderer {
  private let terminal: Terminal
  private let command: [String]

  /// - Parameters:
  ///   - command: Shows the whole report; each part stays on one line.
  ///   - width: No line is longer. A server's lines come with `remote: ` before them.
  package init(command: [String], width: Int = 71, unicode: Bool) {
    terminal = Terminal(width: width, colour: false, unicode: unicode)
    self.command = command
  }

  private static let most = 6

  package func render(_ report: ScopeReport, to output: inout some TextOutputStream) {
    func write(_ text: String, at indent: Int) {
      for line in wrapped(terminal.cleaner.cleaned(text), indent: indent) { output.write("\(line)\n") }
    }
    let headline = Headline(report)
    write("relscope: \(headline.verdict): \(headline.sentence)", at: 0)
    let open = report.findings.filter { $0.isOpen && $0.severity < .note }
    for finding in open.prefix(Self.most) {
      let mark = finding.ticket == nil ? finding.commits.first.map { " (\($0.abbreviated))" } ?? "" : ""
      write("\(finding.rule.rawValue): \(finding.message)\(mark)", at: 2)
    }
    if open.count > Self.most { write("and \(open.count - Self.most) more", at: 2) }
    for unseen in report.incomplete {
      write("not seen: \(unseen.message)", at: 2)
      write(unseen.help.text, at: 4)
    }
    guard report.verdict != .pass else { return }
    write("see all of it:", at: 2)
    output.write(commandLines.map { "\($0)\n" }.joined())
  }

  /// The command as it can be copied: a line that goes on ends as a shell expects it.
  private var commandLines: [String] {
    var lines: [String] = []
    var line = "   "
    for part in command.map(terminal.cleaner.cleaned) {
      if line.contains(where: { $0 != " " }), DisplayWidth.columns(of: "\(line) \(part) \\") > terminal.width {
        lines.append("\(line) \\")
        line = "     "
      }
      line += " \(part)"
    }
    return lines + [line]
  }

  /// Words that are longer than a line stay whole: a command has to be copied.
  private func wrapped(_ text: String, indent: Int) -> [String] {
    var lines: [String] = []
    var line = String(repeating: " ", count: indent)
    var isStart = true
    for word in text.split(separator: " ") {
      if !isStart, DisplayWidth.columns(of: line) + 1 + DisplayWidth.columns(of: String(word)) > terminal.width {
        lines.append(line)
        line = String(repeating: " ", count: indent + 2)
        isStart = true
      }
      line += (isStart ? "" : " ") + word
      isStart = false
    }
    return lines + [line]
  }
}
