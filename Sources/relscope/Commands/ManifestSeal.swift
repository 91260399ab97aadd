import ArgumentParser
import Console
import Documents
import ReleaseScope

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
