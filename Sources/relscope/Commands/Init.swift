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
      Looks at the main branch, the release branches and the ticket keys of the
      newest 20,000 commits.

      Example: relscope init
      """)

  @Option(help: ArgumentHelp("The repository, or a folder in it.", valueName: "dir"))
  var repo: String?

  @Flag(help: "Overwrite the policy that is there.")
  var force = false

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
      let survey = try RepositorySurvey(repository) { try repository.commits(reachableFrom: $0, limit: 20_000) }
      let template = PolicyTemplate(
        base: survey.baseBranch, releaseBranches: survey.releaseBranches, projects: survey.projects)
      try AtomicFile.write(template.text.utf8, to: path)
      try Output.standardOutput.write(Self.summary(of: survey))
      return .pass
    }
  }

  private static func summary(of survey: RepositorySurvey) -> String {
    let words = TerminalText(unicode: Terminal.hasUnicode)
    let projects = survey.projects.prefix(5).map { "\($0.key) (\($0.commits) commits)" }.joined(separator: ", ")
    return """
      wrote \(CheckRequest.policyPath)

        base               \(words.cleaned(survey.baseBranch))
        release branches   \(words.cleaned(survey.releaseBranches.map(\.text).joined(separator: ", ")))
        ticket projects    \(projects.isEmpty ? "none seen in \(survey.commitsRead) commits" : projects)

      next:
        1. read the policy, and correct what it guessed
        2. put the tickets of a version into releases/VERSION.json:
             relscope manifest import jira-export.csv --version VERSION -o releases/VERSION.json
        3. commit both on '\(words.cleaned(survey.baseBranch))'
        4. relscope check --release release/VERSION

      """
  }
}
