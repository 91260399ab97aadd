import ArgumentParser
import Console
import Documents
import Platform
import ReleaseProcess
import ReleaseScope

struct NotifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notify",
    abstract: "Drafts what QA is told of the scope: what to test, what differs.",
    discussion: """
      Example: relscope notify 2.4.0 --format eml --output scope.eml
               relscope notify 2.4.0 --since-report told.json

      With the report that QA was told of before, it says what is new and what is
      gone since. A mail is a draft: nothing is sent.
      """)

  @OptionGroup var release: ReleaseOptions
  @OptionGroup var output: HandOffOptions

  @Option(help: ArgumentHelp("The JSON report of the scope that QA was told of.", valueName: "file"))
  var sinceReport: String?

  func run() throws(ExitCode) {
    try reportingProblems {
      let told = try sinceReport.map { try ReportFile.read(File.contents(of: $0), name: $0) }
      let facts = try release.facts()
      guard let scope = HandOff.scope(facts, since: told) else { throw facts.nothingToHandOff }
      try output.write(scope, at: release.now)
      return .pass
    }
  }
}
