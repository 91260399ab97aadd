import ArgumentParser
import Console
import Documents
import ReleaseScope
import Reports

struct ManifestDriftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift",
    abstract: "Shows what changed between two manifests of a version.",
    discussion: """
      Example: relscope manifest drift before.json releases/2.4.0.json

      Exits with 0 whenever it could compare; with --exit-code, with 1 if anything differs.
      """)

  @Argument(help: ArgumentHelp("The older manifest.", valueName: "older"))
  var older: String

  @Argument(help: ArgumentHelp("The newer manifest.", valueName: "newer"))
  var newer: String

  @Option(help: ArgumentHelp("The version, for exports of Jira.", valueName: "name"))
  var version: String?

  @Flag(help: "End with status 1 if the manifests differ.")
  var exitCode = false

  func run() throws(ExitCode) {
    try reportingProblems {
      let before = try ManifestCommand.read(older, version: version)
      let after = try ManifestCommand.read(newer, version: version)
      let drift = ManifestDrift(from: before.manifest, to: after.manifest)
      try Output.standardOutput.write(DriftText(drift).text)
      return exitCode && !drift.isEmpty ? .fail : .pass
    }
  }
}
