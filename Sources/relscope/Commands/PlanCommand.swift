import ArgumentParser
import Console
import Documents
import ReleaseProcess
import ReleaseScope
import Reports
import ScopeCheck

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Shows the releases that are under way: dates, scope, and how far each is.",
    discussion: """
      Example: relscope plan
               relscope plan --format html --output plan.html

      Every version that a manifest of the base plans or that has a branch, the
      next one first; with tickets that two versions plan, and versions that are
      under way at once. The HTML page is for the client: it has scope and dates,
      and no commit, no person and no internal ticket ('notes:' in the policy).
      """)

  @OptionGroup var plan: PlanOptions

  @Option(help: ArgumentHelp("The day that days are counted from (default: today, UTC).", valueName: "day"))
  var today: String?

  @Flag(name: .shortAndLong, help: "Show versions that are released, too.")
  var all = false

  @Option(
    help: ArgumentHelp(
      "How it is drawn: terminal, markdown, html or json (default: by the output's name).", valueName: "format"))
  var format: ProcessFormat?

  @Option(name: .shortAndLong, help: ArgumentHelp("Where it goes (default: standard output).", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("Colour: auto, always or never.", valueName: "when"))
  var color: Terminal.ColourChoice = .auto

  func run() throws(ExitCode) {
    try reportingProblems {
      let today = try today.map(Self.day) ?? Instant.now.day
      let plan = try plan.reading().plan(on: today, showsReleased: all)
      let terminal = Terminal.detected(colour: color, toFile: output != nil)
      let text =
        switch format ?? ProcessFormat(nameOf: output ?? "") {
        case .terminal: PlanTerminalRenderer(on: terminal).text(of: plan)
        case .markdown: PlanMarkdownRenderer().text(of: plan)
        case .html: PlanHTMLRenderer().text(of: plan)
        case .json: PlanFile().text(of: plan)
        }
      try (output.map(Output.file) ?? .standardOutput).write(text)
      return .pass
    }
  }

  private static func day(_ text: String) throws(Problem) -> Day {
    guard let day = Day(parsing: text) else {
      throw Problem(.usage, "'\(text)' is no day", help: "write it as 2026-11-30")
    }
    return day
  }
}
