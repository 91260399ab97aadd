import ArgumentParser
import Documents
import Platform
import ReleaseScope
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
