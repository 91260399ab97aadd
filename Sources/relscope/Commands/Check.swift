import ArgumentParser
import Console
import Gate
import ReleaseScope
import Reports
import ScopeCheck

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "The gate: compares the release with its manifest; the exit status is the verdict.",
    discussion: """
      Example: relscope check --base main --release release/2.4.0
               relscope check --output scope.html --output scope.sarif
               relscope check --format gitlab --output gl-code-quality.json

      Policy and manifest are read from the base, so that a release cannot
      loosen its own gate.

      In CI, without --repo, --base, --release and --merge, the environment says
      what is checked: the head of the pull request, the branch or the tag.
      """)

  @OptionGroup var options: CheckOptions
  @OptionGroup var baseline: BaselineOptions
  @OptionGroup var evidence: EvidenceOptions
  @OptionGroup var output: OutputOptions

  func run() throws(ExitCode) {
    try reportingProblems {
      let plan = try output.plan()
      let repository = try options.repository()
      let request = try options.request(in: repository)
      let environment = options.environment()
      if let environment {
        try Output.standardError.write("relscope: \(words.cleaned(environment.description))\n")
        if let head = try CICheck(repository, environment).otherHead() {
          try Output.standardError.write(
            "relscope: HEAD is another commit (\(head.id.abbreviated)), and is not judged\n")
        }
      }
      do {
        var report = try baseline.report(for: request, in: repository) { request in
          try environment.map { try CICheck(repository, $0).run(request) } ?? ScopeCheck(repository, request).run()
        }
        report = try evidence.adding(to: report)
        try output.write(report, by: plan)
        return ExitStatus(report.verdict)
      } catch is NoReleaseBrought {
        try Output.standardError.write("relscope: this brings no release to the base, so nothing is compared\n")
        return .pass
      }
    }
  }
}
