import ArgumentParser
import Console
import Documents
import Platform
import ReleaseProcess
import ReleaseScope

/// What the forge says beside a report.
struct EvidenceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What relscope-remote evidence wrote: the forge's reviews stand in the report, and decide nothing.",
      valueName: "file"))
  var evidence: String?

  /// - Throws: An error if the evidence cannot be read, or is not of the report's version.
  func adding(to report: ScopeReport) throws -> ScopeReport {
    guard let evidence else { return report }
    guard let version = report.version else {
      throw Problem(.usage, "nothing says of which version '\(evidence)' has to be", help: "name it: --version 2.4.0")
    }
    var report = report
    report.reviews = try EvidenceFile.read(evidence, of: version).evidence.pullRequest?.reviews ?? []
    return report
  }
}

extension EvidenceFile {
  /// What somebody does who lacks the evidence of a version.
  static func fetching(_ path: String, of version: VersionName) -> String {
    "run: relscope process \(ShellWord.quoted(version.text)) --fetch --evidence \(ShellWord.quoted(path))"
  }

  /// - Throws: An error if the file cannot be read, or is of another version.
  static func read(_ path: String, of version: VersionName) throws -> EvidenceFile {
    let file = try EvidenceFile(parsing: try File.contents(of: path), name: path)
    guard file.evidence.version == version else {
      throw Problem(
        .badData, "'\(path)' is evidence of version '\(file.evidence.version)', not of '\(version)'",
        help: fetching(path, of: version))
    }
    return file
  }
}
