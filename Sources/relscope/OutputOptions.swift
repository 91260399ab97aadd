import ArgumentParser
import Console
import ReleaseScope
import Reports

struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How the report is drawn (default: terminal). Repeatable, each for the next --output.", valueName: "format"))
  var format: [ReportFormat] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Where the report goes (default: standard output). Repeatable; without --format the extension tells the format.",
      valueName: "file"))
  var output: [String] = []

  @Option(help: ArgumentHelp("Colour: auto, always or never.", valueName: "when"))
  var color: Terminal.ColourChoice = .auto

  /// - Throws: ``Problem`` of kind `usage`, so that nothing is read for a report that could not be written.
  func plan() throws(Problem) -> OutputPlan {
    try OutputPlan(OutputPlan.words(format, output, in: CommandLine.arguments))
  }

  /// Writes all outputs that can be written.
  ///
  /// - Throws: The first ``Problem`` of kind `cannotWrite`. The verdict and the other problems have been said then.
  func write(_ report: ScopeReport, by plan: OutputPlan) throws {
    var problems: [Problem] = []
    func attempt(_ step: () throws -> Void) throws {
      do {
        try step()
      } catch let error as any ExplainedError where error.problem.kind == .cannotWrite {
        problems.append(error.problem)
      }
    }
    // A reader of standard output that has gone away ends the program: it comes last.
    for entry in plan.entries.filter({ $0.file != nil }) + plan.entries.filter({ $0.file == nil }) {
      if entry.format == .github { try attempt { try GitHubFiles.ofEnvironment.write(report) } }
      let terminal = Terminal.detected(colour: color, toFile: entry.file != nil)
      let text = entry.format.text(of: report, on: terminal)
      try attempt { try (entry.file.map(Output.file) ?? .standardOutput).write(text) }
    }
    guard let first = problems.first else { return }
    try? Output.standardError.write("relscope: \(VerdictLine(unicode: Terminal.hasUnicode).text(of: report))")
    for problem in problems.dropFirst() { say(problem) }
    throw first
  }
}

extension Terminal.ColourChoice: ExpressibleByArgument {}
