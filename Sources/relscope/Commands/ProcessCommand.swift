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
