import ArgumentParser
import Console
import Documents
import Platform
import ReleaseScope
import Reports
import ScopeCheck

struct ManifestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manifest",
    abstract: "Fetches, shows, imports, seals and compares manifests.",
    discussion: "Example: relscope manifest show releases/2.4.0.json",
    subcommands: [
      ManifestFetch.self, ManifestShow.self, ManifestImport.self, ManifestSeal.self, ManifestDriftCommand.self,
    ])

  /// - Throws: An ``ExplainedError`` if the file cannot be read, or is no manifest.
  static func read(_ path: String, version: String? = nil) throws -> ManifestFile {
    let bytes = try File.contents(of: path)
    let name = path == "-" ? "standard input" : path
    return try ManifestFile(parsing: bytes, name: name, version: try version.map { try VersionName(asked: $0) })
  }
}

struct ManifestImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Makes a manifest from an export of Jira (CSV, XML, JSON) or from YAML.",
    discussion: """
      Example: relscope manifest import export.csv --version 2.4.0 -o 2.4.0.json

      The exit status is 0, or 2 if tickets of the version may be missing: where the
      export was cut off, and where it does not tell which version an issue has. The
      manifest is written all the same, and says that it is not complete.

      Of an export, the fields are kept that rules and drafts use, and those that the
      policy's 'triage:' names: comments, watchers and attachments do not belong in a
      repository. --all-fields keeps the rest.
      """)

  @Argument(help: ArgumentHelp("The export; - for standard input.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("The version whose tickets are wanted.", valueName: "name"))
  var version: String?

  @Flag(help: "Seal the manifest.")
  var seal = false

  @Flag(help: "Keep every field of an export.")
  var allFields = false

  @Option(
    help: ArgumentHelp(
      "The repository whose policy says which fields are kept (default: where this is run).", valueName: "dir"))
  var repo: String?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Where the manifest goes (default: standard output).", valueName: "file"))
  var output: String?

  func run() throws(ExitCode) {
    try reportingProblems {
      var manifest = try ManifestCommand.read(file, version: version)
      var left: [String] = []
      if !allFields {
        let policy = try FetchPlace(repo: repo, needsRepository: false).policy
        left = manifest.keepFields(policy.ticketFields)
      }
      let text = ManifestFile.text(of: seal ? manifest.sealed() : manifest.document)
      try (output.map(Output.file) ?? .standardOutput).write(text)
      let count = manifest.manifest.tickets.count
      let clean = TerminalText.detected
      try Output.standardError.write(
        "\(count) \(count == 1 ? "ticket" : "tickets") of version "
          + clean.cleaned("'\(manifest.manifest.version.name)'")
          + "\(manifest.manifest.isComplete ? "" : "; the manifest is not complete")\n")
      if !left.isEmpty {
        let names = left.prefix(6).map { "'\($0)'" }.joined(separator: ", ")
        try Output.standardError.write(
          "relscope: left out, since no rule uses it: \(clean.cleaned(names))"
            + "\(left.count > 6 ? " and \(left.count - 6) more" : ""); --all-fields keeps it\n")
      }
      for gap in manifest.gaps {
        try Output.standardError.write("relscope: \(clean.cleaned(gap.message))\n  \(clean.cleaned(gap.help))\n")
      }
      return manifest.manifest.isComplete ? .pass : .incomplete
    }
  }
}

struct ManifestSeal: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: "Seals a manifest: adds the digest that proves it unchanged.",
    discussion: "Example: relscope manifest seal releases/2.4.0.json")

  @Argument(help: ArgumentHelp("A JSON or YAML manifest.", valueName: "file"))
  var file: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Where the sealed manifest goes (default: the file itself).", valueName: "file"))
  var output: String?

  func run() throws(ExitCode) {
    try reportingProblems {
      let manifest = try ManifestCommand.read(file)
      guard output != nil || manifest.format == .json else {
        throw Problem(
          .usage, "'\(file)' is not JSON, which a sealed manifest is written in",
          help: "name the new file with --output")
      }
      let target = output ?? file
      let text = ManifestFile.text(of: manifest.sealed())
      try (target == "-" ? Output.standardOutput : .file(target)).write(text)
      return .pass
    }
  }
}

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
