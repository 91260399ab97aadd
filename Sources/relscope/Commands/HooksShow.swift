import ArgumentParser
import Console
import HookInstallation
import ReleaseScope

struct HooksShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Prints the text of a hook, for a server that has a folder of its own for hooks.",
    discussion: """
      Example: relscope hooks show pre-receive >hooks/pre-receive.d/relscope

      The file has to be executable.
      """)

  @Option(help: ArgumentHelp("The program that the hook starts (default: this one).", valueName: "path"))
  var program: String?

  @Option(
    help: ArgumentHelp("The branch that a reference transaction is filtered by (default: main).", valueName: "branch"))
  var base = "main"

  @Argument(help: ArgumentHelp("A hook.", valueName: "name"))
  var name: String

  func run() throws(ExitCode) {
    try reportingProblems {
      guard let hook = try HooksOptions.names([name]).first else { return .internal }
      // The program may be one on another machine, so it need not exist here.
      let path = try program ?? RunningProgram.path()
      try Output.standardOutput.write(hook.text(program: path, base: base))
      return .pass
    }
  }
}
