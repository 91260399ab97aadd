import ArgumentParser
import Console
import Documents
import Gate
import Git
import Platform
import ReleaseScope
import Reports
import ScopeCheck

/// The ratchet of `check`: what is known does not fail.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Fail on new errors only: those that this file does not list. A path in the repository is read from the base.",
      valueName: "file"))
  var baseline: String?

  @Flag(help: "Write the errors of this check to the baseline, in the work tree.")
  var writeBaseline = false

  @Option(help: ArgumentHelp("Why the errors that are new in the baseline are accepted.", valueName: "text"))
  var reason: String?

  /// - Throws: ``Problem`` of kind `usage`.
  func validate() throws {
    if !writeBaseline, reason != nil {
      throw ValidationError("--reason is for --write-baseline")
    }
  }

  /// Checks, and writes the baseline if that is asked for; then the report is that of a check with the new one.
  ///
  /// - Parameter check: Makes the report for a request.
  func report(
    for request: CheckRequest, in repository: Repository, check: (CheckRequest) throws -> ScopeReport
  ) throws -> ScopeReport {
    var request = request
    guard writeBaseline else {
      if let baseline { request.baseline = try DocumentChoice.Parser(repository: repository).parse(baseline) }
      return try check(request)
    }
    let report = try check(request)
    let path = try baseline ?? usualPath(report.version, in: repository)
    guard report.incomplete.isEmpty else {
      say(
        Problem(
          .missing, "'\(path)' is not written: not everything could be seen", help: report.incomplete[0].help.text))
      return report
    }
    let text = BaselineFile.text(of: try new(report, replacing: path))
    try Output.file(path).write(text)
    request.baseline = .contents(Array(text.utf8), name: path)
    let known = try check(request)
    try Output.standardError.write(
      TerminalText.detected.cleaned(
        "relscope: wrote '\(path)', which accepts \(known.counts.known) errors; commit it on the base")
        + "\n")
    return known
  }

  /// Where the policy has the baseline of a version, in the work tree.
  private func usualPath(_ version: VersionName?, in repository: Repository) throws -> String {
    guard let top = repository.workTree,
      let path = try ReleaseGate(repository, now: .now).nearestPolicy().baseline?.filled(ifNeeded: version)
    else {
      throw Problem(
        .usage, "nobody says where the baseline goes",
        help: "add --baseline FILE, or to the policy: baseline: releases/{version}.baseline.json")
    }
    return top + path
  }

  private func new(_ report: ScopeReport, replacing path: String) throws -> Baseline {
    let earlier = File.exists(path) ? try BaselineFile(parsing: File.contents(of: path), name: path).baseline : nil
    guard let baseline = Baseline(of: report, keeping: earlier, reason: reason ?? "") else {
      throw Problem(.usage, "a baseline is for one version, and this report names none", help: "name it with --version")
    }
    guard !baseline.entries.contains(where: { $0.reason.allSatisfy(\.isWhitespace) }) else {
      throw Problem(
        .usage, "a new error in the baseline needs a reason",
        help: "add --reason \"why it is accepted\"")
    }
    return baseline
  }
}
