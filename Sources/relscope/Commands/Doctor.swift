import ArgumentParser
import Console
import Gate
import Git
import ReleaseScope
import Reports

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Looks at all that a check depends on, and says what is wrong and how to mend it.",
    discussion: """
      Example: relscope doctor
               relscope doctor --ci
               relscope doctor --online

      Looks at what of the history is here, the base, the policy, the manifests and baselines on it, the hooks, the notes that clones
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
      let history = HistoryVisit(repository: repository, isJob: ci)
      var found = try history.look()
      found += try look("base") { try look(by: DoctorVisit(repository, repo: repo, isJob: ci), history) }
      found += try RemoteVisit(repository: repository, isOnline: online).look()
      let words = TerminalText.detected
      try Output.standardOutput.write(found.map { $0.lines(words) }.joined())
      return found.contains { $0.state == .wrong } ? .fail : .pass
    }
  }

  private func look(by visit: DoctorVisit, _ history: HistoryVisit) throws -> [Diagnosis] {
    let commits = try visit.gate.base.map { base in
      try look("history") { try history.look(at: visit.releaseBranches(), base: base) }
    }
    return try (commits ?? []) + look("base", visit.lookAtBase) + look("policy", visit.lookAtDocuments)
      + look("baseline", visit.lookAtBaselines) + (ci ? look("job", visit.lookAtJob) : look("hooks", visit.lookAtHooks))
      + look("notes", visit.lookAtNotes) + look("signers", visit.lookAtSigners)
  }

  /// What one look finds; what is not here, as in a partial clone, is a finding and no end.
  private func look(_ part: String, _ step: () throws -> [Diagnosis]) throws -> [Diagnosis] {
    do {
      return try step()
    } catch let error as any ExplainedError where error.problem.isMissingObject {
      return [Diagnosis(part: part, error)]
    }
  }
}
