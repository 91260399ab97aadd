import ArgumentParser
import Console
import Documents
import Gate
import Git
import Platform
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
               relscope check --since-report yesterday.json --output today.json
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

  @Option(
    help: ArgumentHelp(
      "A report that an earlier 'check --format json' wrote: say what is new since.", valueName: "file"))
  var sinceReport: String?

  func run() throws(ExitCode) {
    try reportingProblems {
      let plan = try output.plan()
      let repository = try options.repository()
      var request = try options.request(in: repository)
      request.looksForUnusedExemptions = true
      let environment = try options.environment()
      if let environment {
        try Output.standardError.write("relscope: \(TerminalText.detected.cleaned(environment.description))\n")
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
        try output.write(report, by: plan, after: try earlier(than: report))
        repository.savePatches()
        return ExitStatus(report.verdict)
      } catch is NoReleaseBrought {
        try Output.standardError.write("relscope: this brings no release to the base, so nothing is compared\n")
        return .pass
      }
    }
  }

  /// - Throws: An error if the earlier report cannot be read, or is of another version.
  private func earlier(than report: ScopeReport) throws -> ScopeReport? {
    guard let sinceReport else { return nil }
    let earlier = try ReportFile.read(File.contents(of: sinceReport), name: sinceReport)
    guard earlier.version == report.version else {
      throw Problem(
        .usage,
        "'\(sinceReport)' is of version '\(earlier.version?.text ?? "none")', not of '\(report.version?.text ?? "none")'",
        help: "compare reports of one version")
    }
    return earlier
  }
}
