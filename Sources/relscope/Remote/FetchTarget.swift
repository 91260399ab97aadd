import Console
import Documents
import Platform
import ReleaseScope
import Reports

/// The file that a fetched manifest goes to, and what it held before.
struct FetchTarget {
  /// `nil` for standard output.
  private let path: String?
  private let earlier: Manifest?
  /// Why the earlier file is none to compare with; `nil` if there is nothing to say.
  private let remark: String?

  init(path: String?) {
    self.path = path
    earlier = nil
    remark = nil
  }

  /// - Throws: ``Problem`` if nothing can be written there: better now than after a long fetch.
  init(checking path: String) throws {
    self.path = path
    let folder = File.folder(of: path)
    guard File.isWritable(folder) else {
      let isThere = File.exists(folder)
      throw Problem(
        .cannotWrite, "cannot write '\(path)': \(isThere ? "permission denied" : "no such directory")",
        help: isThere ? "choose a place that you may write to" : "run: mkdir -p \(ShellWord.quoted(folder))")
    }
    let name = path.lowercased()
    guard !name.hasSuffix(".yml"), !name.hasSuffix(".yaml") else {
      throw Problem(.usage, "'\(path)' is YAML, and a fetched manifest is JSON", help: "name a file that ends in .json")
    }
    let before = try Self.earlier(at: path)
    earlier = before.manifest
    remark = before.remark
  }

  private static func earlier(at path: String) throws -> (manifest: Manifest?, remark: String?) {
    // A device or a pipe holds no earlier manifest, and may have no end.
    guard File.isRegular(path) else { return (nil, nil) }
    do {
      return (try ManifestFile(parsing: try File.contents(of: path), name: path).manifest, nil)
    } catch let error as any ExplainedError {
      return (nil, "the earlier manifest cannot be read, so nothing is compared: \(error.problem.message)")
    }
  }

  /// Writes the manifest whole or not at all, then shows what changed.
  ///
  /// What people wrote into the earlier one, and Jira does not know, stays.
  func write(_ file: ManifestFile) throws {
    var file = file
    if let follows = earlier?.follows, earlier?.version.name == file.manifest.version.name, file.manifest.follows == nil
    {
      var manifest = file.manifest
      manifest.follows = follows
      file = try ManifestFile(
        parsing: Array(ManifestFile.text(of: ManifestFile.sealed(manifest)).utf8), name: file.name)
    }
    let text = ManifestFile.text(of: file.document)
    guard let path else { return try Output.standardOutput.write(text) }
    try AtomicFile.write(text.utf8, to: path)
    let manifest = file.manifest
    var summary = "\(quantity(manifest.tickets.count, "ticket")) of version '\(manifest.version.name)'"
    if !manifest.others.isEmpty { summary += ", \(quantity(manifest.others.count, "other ticket"))" }
    if !manifest.unknown.isEmpty { summary += ", \(quantity(manifest.unknown.count, "unknown key"))" }
    var lines = [remark, "\(summary) in \(path)"].compactMap(\.self)
    if manifest.tickets.isEmpty { lines.append("no ticket has the version yet, so a check with it is incomplete") }
    try Output.standardError.write(lines.map { "\(TerminalText.detected.cleaned($0))\n" }.joined())
    guard let earlier, earlier.version.name == manifest.version.name else { return }
    try Output.standardOutput.write(DriftText(ManifestDrift(from: earlier, to: manifest)).text)
  }
}
