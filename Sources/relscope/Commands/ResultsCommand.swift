import ArgumentParser
import Console
import Documents
import ReleaseProcess
import ReleaseScope
import ScopeCheck

struct ResultsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "results",
    abstract: "Drafts the mail with the results of the release.",
    discussion: """
      Example: relscope results 2.4.0 --evidence evidence.json --format eml --output results.eml

      Says when the release was merged and came to production, which tickets are
      closed, and which are open and with whom. A mail is a draft: nothing is
      sent.
      """)

  @OptionGroup var release: ReleaseOptions
  @OptionGroup var output: HandOffOptions

  @Option(help: ArgumentHelp("The version that takes what is open.", valueName: "version"))
  var followUp: String?

  func run() throws(ExitCode) {
    try reportingProblems {
      let next = try followUp.map { try VersionName(asked: $0) }
      let facts = try release.facts()
      try output.write(HandOff.results(facts, followUp: next), at: release.now)
      return .pass
    }
  }
}
