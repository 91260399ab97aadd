import ArgumentParser
import Console
import ReleaseScope
import Reports

struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Lists the rules: what each finds, and how much it weighs.",
    discussion: "Example: relscope rules --format markdown")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case terminal
    case markdown
  }

  @Option(help: ArgumentHelp("terminal or markdown.", valueName: "format"))
  var format: Format = .terminal

  func run() throws(ExitCode) {
    try reportingProblems {
      let table = RuleTable(
        Rule.all.map { rule in
          RuleRow(
            id: rule.id.rawValue, severity: rule.severity, pushSeverity: rule.severity(at: .push, in: Policy()),
            finds: rule.finds, advice: rule.advice)
        })
      var text = ""
      switch format {
      case .terminal: table.render(on: .detected(colour: .auto, toFile: false), to: &text)
      case .markdown: table.renderMarkdown(to: &text)
      }
      try Output.standardOutput.write(text)
      return .pass
    }
  }
}
