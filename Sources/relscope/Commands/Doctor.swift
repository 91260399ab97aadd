import ArgumentParser
import Console
import Git
import Reports

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Looks at all that a check depends on, and says what is wrong and how to mend it.",
    discussion: """
      Example: relscope doctor
               relscope doctor --ci
               relscope doctor --online

      Looks at the depth of the history, the base, the policy and the manifest on it, the hooks, the notes that clones
      fetch, and the programs. With --ci, at a job's clone: what the service says is built in place of the hooks. With
      --online, relscope-remote also asks Jira whether it knows who asks, and the forge for the pull request.

      Exits with 0 when nothing is wrong, with 1 when something is; what is open does not count.
      """)

  @Option(help: ArgumentHelp("The repository, or a folder in it.", valueName: "dir"))
  var repo: String?

  @Flag(help: "Look at the clone of a CI job.")
  var ci = false

  @Flag(help: "Ask Jira and the forge, too.")
  var online = false

  func run() throws(ExitCode) {
    try reportingProblems {
      let repository = try Repository(opening: repo)
      let visit = try DoctorVisit(repository, repo: repo, isJob: ci)
      var found = try visit.lookAtHistory() + visit.lookAtBase() + visit.lookAtDocuments()
      found += try ci ? visit.lookAtJob() : visit.lookAtHooks()
      found += try visit.lookAtNotes() + visit.lookAtSigners()
      found += try RemoteVisit(repository: repository, isOnline: online).look()
      let words = TerminalText(unicode: Terminal.hasUnicode)
      try Output.standardOutput.write(found.map { $0.lines(words) }.joined())
      return found.contains { $0.state == .wrong } ? .fail : .pass
    }
  }
}
