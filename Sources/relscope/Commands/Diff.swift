import ArgumentParser
import Console
import ReleaseScope
import Reports
import ScopeCheck

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Shows the scope, planned beside delivered.",
    discussion: """
      Example: relscope diff --release release/2.4.0

      Exits with 0 whenever it could look. When the base has no policy or
      manifest yet, those of the work tree are shown, and it says so.
      """)

  @OptionGroup var options: CheckOptions
  @Option(help: ArgumentHelp("Colour: auto, always or never.", valueName: "when"))
  var color: Terminal.ColourChoice = .auto

  func run() throws(ExitCode) {
    try reportingProblems {
      let repository = try options.repository()
      var request = try options.request(in: repository)
      request.fallsBackToWorkTree = options.trust == nil
      let report = try ScopeCheck(repository, request).run()
      var text = ""
      let terminal = Terminal.detected(colour: color, toFile: false)
      DiffRenderer(width: terminal.width, colour: terminal.colour, unicode: terminal.unicode)
        .render(report, to: &text)
      try Output.standardOutput.write(text)
      return .pass
    }
  }
}
