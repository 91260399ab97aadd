import ArgumentParser
import Console
import Documents
import ReleaseProcess
import ReleaseScope
import Reports

struct ProcessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "process",
    abstract: "Says how far a release is through its fourteen steps, with the evidence for each.",
    discussion: """
      Example: relscope process 2.4.0
               relscope process 2.4.0 --require 1-9

      Reads git, the manifest and the policy; with --evidence, also what
      relscope-remote evidence asked of Jira and the forge. A step of which
      nothing tells is unknown, never done.

      Exits with 0 when it could look. With --require, 1 when one of these steps
      is not done, and 2 when nobody can tell.
      """)

  @OptionGroup var release: ReleaseOptions

  @Option(help: ArgumentHelp("The steps that have to be done: 1-9, or 7.", valueName: "steps"))
  var require: String?

  @Option(
    help: ArgumentHelp(
      "How it is drawn: terminal, markdown, html or json (default: by the output's name).", valueName: "format"))
  var format: ProcessFormat?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where it goes (default: standard output).", valueName: "file"))
  var output: String?

  @Flag(name: .shortAndLong, help: "Show all evidence of each step.")
  var all = false

  @Option(help: ArgumentHelp("Colour: auto, always or never.", valueName: "when"))
  var color: Terminal.ColourChoice = .auto

  func run() throws(ExitCode) {
    try reportingProblems {
      let steps = try require.map(StepRange.parse)
      let facts = try release.facts()
      let process = ReleaseProcess(facts)
      let terminal = Terminal.detected(colour: color, toFile: output != nil)
      let format = format ?? ProcessFormat(nameOf: output ?? "")
      let text = format.text(of: process, facts.report, on: terminal, showsAll: all)
      try (output.map(Output.file) ?? .standardOutput).write(text)
      return steps.map { ExitStatus(process.verdict(on: $0)) } ?? .pass
    }
  }
}

enum ProcessFormat: String, CaseIterable, ExpressibleByArgument {
  case terminal
  case markdown
  case html
  case json

  /// The format that a file's name asks for; a page of text for one that says nothing.
  init(nameOf file: String) {
    switch file.split(separator: ".").last?.lowercased() {
    case "md", "markdown": self = .markdown
    case "html", "htm": self = .html
    case "json": self = .json
    default: self = .terminal
    }
  }

  /// - Parameter report: The comparison of the release with its manifest, which the page shows beside the steps.
  func text(
    of process: ReleaseProcess, _ report: ScopeReport?, on terminal: Terminal, showsAll: Bool
  ) -> String {
    switch self {
    case .terminal: ProcessTerminalRenderer(on: terminal, showsAll: showsAll).text(of: process)
    case .markdown: ProcessMarkdownRenderer().text(of: process)
    case .html: ProcessHTMLRenderer(report: report).text(of: process)
    case .json: ProcessFile().text(of: process)
    }
  }
}

/// The value of `--require`.
enum StepRange {
  /// - Throws: ``Problem`` of kind `usage`.
  static func parse(_ text: String) throws(Problem) -> ClosedRange<Int> {
    let (first, last) = text.splitOnce("-") ?? (text, text)
    guard let first = Int(first), let last = Int(last), 1 <= first, first <= last, last <= 14 else {
      throw Problem(.usage, "'--require \(text)' names no steps", help: "write --require 1-9, or --require 7")
    }
    return first...last
  }
}
