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

  @Flag(name: .shortAndLong, help: "Say the verdict only; reports go to files.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Show every finding, commit and ticket in full.")
  var verbose = false

  /// - Throws: ``Problem`` of kind `usage`, so that nothing is read for a report that could not be written.
  func plan() throws(Problem) -> OutputPlan {
    try OutputPlan(OutputPlan.words(format, output, in: CommandLine.arguments))
  }

  /// Writes all outputs that can be written.
  ///
  /// - Throws: The first ``Problem`` of kind `cannotWrite`. The verdict and the other problems have been said then.
  /// - Parameter earlier: A report that this one is compared with, in words, where people see it.
  func write(_ report: ScopeReport, by plan: OutputPlan, after earlier: ScopeReport? = nil) throws {
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
      var terminal = Terminal.detected(colour: color, toFile: entry.file != nil)
      if verbose { terminal.lists = .none }
      let isBrief = quiet && entry == OutputPlan.Entry(format: .terminal, file: nil)
      let text =
        isBrief
        ? VerdictLine(unicode: terminal.unicode).text(of: report)
        : entry.format.text(of: report, on: terminal)
          + (entry.format == .terminal ? Self.changes(since: earlier, report, on: terminal) : "")
      try attempt {
        if entry.file == nil, entry.format == .terminal {
          try Pager.show(text)
        } else {
          try (entry.file.map(Output.file) ?? .standardOutput).write(text)
        }
      }
    }
    guard let first = problems.first else {
      // A log without a word would leave people with a status.
      if !plan.entries.contains(where: { $0.file == nil }) {
        try Output.standardError.write("relscope: \(VerdictLine(unicode: Terminal.hasUnicode).text(of: report))")
      }
      if !plan.entries.contains(OutputPlan.Entry(format: .terminal, file: nil)) {
        let terminal = Terminal(colour: false, unicode: Terminal.hasUnicode)
        try Output.standardError.write(Self.changes(since: earlier, report, on: terminal))
      }
      return
    }
    try? Output.standardError.write("relscope: \(VerdictLine(unicode: Terminal.hasUnicode).text(of: report))")
    for problem in problems.dropFirst() { say(problem) }
    throw first
  }
}

extension OutputOptions {
  private static func changes(since earlier: ScopeReport?, _ report: ScopeReport, on terminal: Terminal) -> String {
    earlier.map { ChangesRenderer(since: $0, on: terminal).text(of: report) } ?? ""
  }
}

extension Terminal.ColourChoice: ExpressibleByArgument {}
