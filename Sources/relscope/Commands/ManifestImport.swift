import ArgumentParser
import Console
import Documents
import ReleaseScope
import Reports

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
        let policy = try FetchContext(repo: repo, needsRepository: false).policy
        left = manifest.keepFields(policy.ticketFields)
      }
      let text = ManifestFile.text(of: seal ? manifest.sealed() : manifest.document)
      try (output.map(Output.file) ?? .standardOutput).write(text)
      let count = manifest.manifest.tickets.count
      let clean = TerminalText.detected
      try Output.standardError.write(
        "\(quantity(count, "ticket")) of version "
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
