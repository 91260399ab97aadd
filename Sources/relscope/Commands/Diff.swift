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

      What differs comes first, and in full; --all shows the rest as well.

      Exits with 0 whenever it could look. When the base has no policy or
      manifest yet, those of the work tree are shown, and it says so.
      """)

  @OptionGroup var options: CheckOptions
  @Option(help: ArgumentHelp("Colour: auto, always or never.", valueName: "when"))
  var color: Terminal.ColourChoice = .auto

  @Flag(help: "Show what does not differ in full, too.")
  var all = false

  func run() throws(ExitCode) {
    try reportingProblems {
      let repository = try options.repository()
      var request = try options.request(in: repository)
      request.fallsBackToWorkTree = options.trust == nil
      let report = try ScopeCheck(repository, request).run()
      var text = ""
      let terminal = Terminal.detected(colour: color, toFile: false)
      DiffRenderer(on: terminal, all: all).render(report, to: &text)
      try Pager.show(text)
      return .pass
    }
  }
}
