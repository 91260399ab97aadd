import ArgumentParser
import Console
import Git
import HookInstallation
import Platform
import ReleaseScope
import Reports

struct HooksStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Shows each route to the base and what gates it, and who has skipped a hook.",
    discussion: """
      Example: relscope hooks status

      A hook gates a route when it is relscope's own text, to the byte, or when the configuration of a hook manager hands it
      to relscope. Of any other that mentions relscope, nobody can tell; --try runs those hooks, with a probe that only
      relscope answers. They may do whatever they do.

      Exits with 0 whenever it could look.
      """)

  @OptionGroup var options: HooksOptions

  @Flag(name: .customLong("try"), help: "Run hooks that are not of relscope, with a probe that only relscope answers.")
  var tries = false

  func run() throws(ExitCode) {
    try reportingProblems {
      let repository = try options.repository()
      let folder = try options.folder(in: repository, isTolerant: true)
      let trial = HookTrialRun(folder: folder, repository: repository)
      let states = try HookName.allCases.map { name in
        let state = folder.state(of: name)
        return (name, tries ? try trial.tried(state) : state)
      }
      let report = HookStatusText(
        folder: folder, states: Dictionary(uniqueKeysWithValues: states), isBare: repository.workTree == nil,
        forcesMergeCommits: try forcesMergeCommits(repository),
        skips: try SkipLog(in: repository).lines())
      try Output.standardOutput.write(report.text)
      return .pass
    }
  }

  private func forcesMergeCommits(_ repository: Repository) throws -> Bool {
    let settings = try GitConfiguration.settings(of: ["merge.ff"], in: repository, at: options.repo)
    return ["false", "no", "off", "0"].contains(settings.last?.value.lowercased())
  }
}
