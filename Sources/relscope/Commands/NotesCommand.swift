import ArgumentParser
import Console
import Documents
import ReleaseProcess
import ReleaseScope

struct NotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes",
    abstract: "Drafts the release notes: what is merged and in the version.",
    discussion: """
      Example: relscope notes 2.4.0
               relscope notes 2.4.0 --format eml --output notes.eml

      Tickets are grouped by their types; 'notes:' in the policy names the
      headings, and which tickets are internal: these are counted and left out.
      What is only in the branch or only in the version is left out and said on
      standard error. A mail is a draft: nothing is sent.
      """)

  @OptionGroup var release: ReleaseOptions
  @OptionGroup var output: HandOffOptions

  func run() throws(ExitCode) {
    try reportingProblems {
      let facts = try release.facts()
      guard let notes = HandOff.notes(facts) else { throw facts.nothingToHandOff }
      try output.write(notes, at: release.now)
      return .pass
    }
  }
}
