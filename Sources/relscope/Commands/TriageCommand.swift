import ArgumentParser
import Console
import ReleaseProcess
import ReleaseScope
import Reports
import ScopeCheck

struct TriageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "triage",
    abstract: "Lists the planned tickets that lack what a developer needs, oldest first, and whose they are.",
    discussion: """
      Example: relscope triage
               relscope triage --format markdown

      The policy says which fields a ticket needs, by its type:
      triage: {"*": [priority], Bug: ["Steps to Reproduce"]}. Tickets that nobody
      has are QA's. Versions that are released are left out, and closed tickets.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case terminal
    case markdown
  }

  @OptionGroup var plan: PlanOptions

  @Option(help: ArgumentHelp("How it is drawn: terminal or markdown.", valueName: "format"))
  var format: Format = .terminal

  @Option(name: .shortAndLong, help: ArgumentHelp("Where it goes (default: standard output).", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Colour: auto, always or never.", valueName: "when"))
  var color: Terminal.ColourChoice = .auto

  func run() throws(ExitCode) {
    try reportingProblems {
      let list = try plan.reading().triage()
      let text =
        switch format {
        case .terminal:
          TriageTerminalRenderer(on: Terminal.detected(colour: color, toFile: output != nil)).text(of: list)
        case .markdown: TriageMarkdownRenderer().text(of: list)
        }
      try (output.map(Output.file) ?? .standardOutput).write(text)
      return .pass
    }
  }
}
