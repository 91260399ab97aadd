import ArgumentParser
import ReleaseScope
import ScopeCheck

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "The gate: compares the release with its manifest; the exit status is the verdict.",
    discussion: """
      Example: relscope check --base main --release release/2.4.0
               relscope check --output scope.md --output scope.sarif
               relscope check --format gitlab --output gl-code-quality.json

      Policy and manifest are read from the base, so that a release cannot
      loosen its own gate.
      """)

  @OptionGroup var options: CheckOptions
  @OptionGroup var output: OutputOptions

  func run() throws(ExitCode) {
    try reportingProblems {
      let plan = try output.plan()
      let repository = try options.repository()
      let report = try ScopeCheck(repository, options.request(in: repository)).run()
      try output.write(report, by: plan)
      return ExitStatus(report.verdict)
    }
  }
}
