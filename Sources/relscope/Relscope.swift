import ArgumentParser
import Console
import Platform
import ReleaseScope

@main
struct Relscope: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "relscope",
    abstract: "Checks that a release branch holds exactly what its release version says.",
    discussion: """
      Reads the commits that the release branch adds to the base, finds the
      tickets that they implement, nets out reverts and cherry-picks, and compares
      the result with the release version's manifest.

      Example: relscope check --base main --release release/2.4.0

      Exit status: 0 pass, 1 fail, 2 incomplete (something could not be seen),
      64 wrong use, 65 wrong data in a file, 66 no such repository, revision or
      file, 69 a service does not answer, 70 internal error, 73 cannot write, 77 a
      service refuses the token, 78 wrong policy or settings.

      relscope --version prints the program's version and those of the libraries
      within; --version --json the same for machines.
      """,
    subcommands: [
      ScopeCommand.self, Check.self, Diff.self, Why.self, Approve.self, ApprovalsCommand.self, ProcessCommand.self,
      NotesCommand.self, NotifyCommand.self, ResultsCommand.self, PlanCommand.self, TriageCommand.self,
      RecordCommand.self,
      MergeReports.self, Init.self, HooksCommand.self,
      HookCommand.self, ManifestCommand.self, PullRequestCommand.self, Rules.self, Doctor.self, Survey.self,
    ])

  /// Commands have an option `--version` of their own, for the release version, so the parser must not take it.
  ///
  /// A hook goes around the parser too, which would cost every push some milliseconds. A check is parsed alone, without
  /// the tree of all commands, and a plain one without the parser; what is not a right check is left to the tree, so
  /// that its texts have one source.
  static func main() {
    ProcessEnd.reportCrashes()
    let arguments = CommandLine.arguments.dropFirst()
    do {
      if arguments.first == "hook", arguments.count > 1, !arguments.contains(where: { $0 == "-h" || $0 == "--help" }) {
        return try HookCommand.judge(arguments[2], Array(arguments.dropFirst(2)))
      }
      if arguments.first == "check" {
        let words = arguments.dropFirst()
        if let check = Check.plain(words) ?? (try? Check.parse(Array(words))) { return try check.run() }
      }
      if arguments.isEmpty { return try ScopeCommand.parse([]).run() }
      try refuseUnknown(arguments.first == "help" ? arguments.dropFirst() : arguments)
      guard arguments.first == "--version", arguments.dropFirst().allSatisfy({ $0 == "--json" }) else {
        return main(nil)
      }
      try reportingProblems {
        try Output.standardOutput.write(arguments.contains("--json") ? VersionText.json : VersionText.plain)
        return .pass
      }
    } catch let code as ExitCode {
      // All has been said. The parser would make the help's text first, which takes a tenth of a small check.
      ProcessEnd.now(status: code.rawValue)
    } catch {
      exit(withError: error)
    }
  }
}

extension Relscope {
  /// Ends with the nearest name where the first words name no command; a word that may be an option's value is none.
  private static func refuseUnknown(_ arguments: some Sequence<String>) throws(ExitCode) {
    var command: any ParsableCommand.Type = Relscope.self
    var path = "relscope"
    for word in arguments {
      let commands = command.configuration.subcommands
      guard !commands.isEmpty, !word.hasPrefix("-"), word != "help" else { return }
      guard let next = commands.first(where: { $0.configuration.commandName == word }) else {
        return try refuse(word, after: path, among: commands.compactMap { $0.configuration.commandName })
      }
      command = next
      path += " \(word)"
    }
  }

  /// A range may stand where the name of a command was forgotten: the help says so.
  private static func refuse(_ word: String, after path: String, among names: [String]) throws(ExitCode) {
    try reportingProblems {
      let other = path == "relscope" ? "; or: relscope scope \(word)" : ""
      throw Problem(
        .usage, "there is no command '\(word)'",
        help: nearestName(to: word, among: names).map { "did you mean '\(path) \($0)'?" }
          ?? "run: \(path) --help\(other)")
    }
  }
}
