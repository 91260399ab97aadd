import ArgumentParser
import Documents
import ReleaseScope
import Reports

struct OutputOptions: ParsableArguments {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case terminal
    case json
    case markdown
    case html
  }

  @Option(help: ArgumentHelp("How the report is drawn: terminal, json, markdown or html.", valueName: "format"))
  var format: Format = .terminal

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Where the report goes (default: standard output).", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Colour: auto, always or never.", valueName: "when"))
  var color: Terminal.ColourChoice = .auto

  var terminal: Terminal { .detected(colour: color, toFile: output != nil) }

  func write(_ report: ScopeReport) throws {
    var text = ""
    switch format {
    case .terminal:
      TerminalRenderer(width: terminal.width, colour: terminal.colour, unicode: terminal.unicode).render(
        report, to: &text)
    case .markdown: MarkdownRenderer().render(report, to: &text)
    case .html: HTMLRenderer().render(report, to: &text)
    case .json: ReportFile().write(report, to: &text)
    }
    try write(text)
  }

  func write(_ text: String) throws {
    try (output.map(Output.file) ?? .standardOutput).write(text)
  }
}

extension Terminal.ColourChoice: ExpressibleByArgument {}
