import ArgumentParser
import ReleaseScope
import Reports
import ScopeCheck

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The gate: compares the release with its manifest; the exit status is the verdict.",
    discussion: """
      Example: relscope check --base main --release release/2.4.0
               relscope check --output scope.html --output scope.sarif

      In a job of GitHub Actions, GitLab CI, Jenkins, Azure Pipelines or
      Bitbucket Pipelines it finds out by itself which release the job is for.
      Policy and manifest are read from the base, so that a release cannot
      loosen its own gate.
      """)

  @OptionGroup var options: CheckOptions
  @OptionGroup var output: OutputOptions

  func run() throws(ExitCode) {
    try reportingProblems {
      let targets = try output.targets()
      let repository = try options.repository()
      var request = try options.request(in: repository)
      try options.takeRelease(fromCI: Terminal.environment, in: repository, for: &request)
      let report = try ScopeCheck(repository, request).run()
      try output.write(report, to: targets)
      return ExitStatus(report.verdict)
    }
  }
}
