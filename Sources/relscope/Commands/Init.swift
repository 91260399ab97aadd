import ArgumentParser
import Console
import Documents
import Git
import Platform
import ReleaseScope
import Reports
import ScopeCheck

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Writes a first policy from what the repository shows.",
    discussion: """
      Looks at the main branch, branches and tags of releases, manifests, and the
      newest 20,000 commits: ticket projects, trailers that name tickets, commits that
      programs make. Says what was seen and what is guessed, tries the policy on the
      last three releases, and says what to do next.

      Example: relscope init
               relscope init --manifest export.csv --version 2.4.0
      """)

  @Option(help: ArgumentHelp("The repository, or a folder in it.", valueName: "dir"))
  var repo: String?

  @Option(help: ArgumentHelp("A manifest, or an export of Jira, whose statuses are learned.", valueName: "file"))
  var manifest: String?

  @Option(help: ArgumentHelp("The version of the export.", valueName: "name"))
  var version: String?

  @Flag(help: "Overwrite the policy that is there.")
  var force = false

  /// On how many releases the policy is tried.
  private static let trials = 3

  func run() throws(ExitCode) {
    try reportingProblems {
      let repository = try Repository(opening: repo)
      guard let top = repository.workTree else {
        throw Problem(
          .usage, "a bare repository has no work tree to write a policy to",
          help: "run it in a clone, and push the policy")
      }
      let path = top + CheckRequest.policyPath
      guard force || !File.exists(path) else {
        throw Problem(
          .cannotWrite, "'\(CheckRequest.policyPath)' is there already", help: "add --force to overwrite it")
      }
      let known = try manifest.map { try ManifestCommand.read($0, version: version).manifest }
      var survey = try RepositorySurvey(repository, manifests: known.map { [$0] } ?? []) {
        try repository.commits(reachableFrom: $0, limit: 20_000)
      }
      survey.learn(remote: try remoteAddress(of: repository))
      let text = PolicyTemplate(survey.proposal).text
      try AtomicFile.write(text.utf8, to: path)
      let words = TerminalText.detected
      try Output.standardOutput.write(SurveyText(survey, words).text)
      let trials = try PolicyTrial.run(
        text, on: survey.releases.prefix(Self.trials), tag: survey.proposal.tag?.value, base: survey.base, now: .now,
        in: repository)
      try Output.standardOutput.write(TrialText(trials, words).text + nextSteps(survey, in: repository, words))
      return .pass
    }
  }

  private func remoteAddress(of repository: Repository) throws -> String? {
    guard let remote = try RevisionChoice(repository).usualRemote() else { return nil }
    return RepositoryGit(in: repository).configuration("remote.\(remote).url")
  }

  private func nextSteps(
    _ survey: RepositorySurvey, in repository: Repository, _ words: TerminalText
  ) throws -> String {
    var steps = InitSteps(survey)
    steps.isOnBase = try repository.currentBranch() == survey.baseBranch
    steps.folder = repo
    if let path = steps.manifestPath {
      steps.hasManifest =
        try repository.file(path, in: survey.base.id) != nil || repository.workTreeFile(path) != nil
    }
    return steps.text(words)
  }
}
