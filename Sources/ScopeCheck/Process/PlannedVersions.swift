import Documents
import ReleaseScope

/// The versions that the base plans: those of the manifests in the place that the policy names.
struct PlannedVersions {
  /// In the order of their files' names.
  private(set) var manifests: [Manifest] = []
  /// Versions whose manifest cannot be read, and why.
  private(set) var broken: [(version: VersionName, reason: String)] = []
  /// Why there may be others; `nil` if there are none.
  private(set) var remark: String?

  /// - Parameter base: Whose manifests count.
  init(_ repository: some ReleaseRepository, _ policy: Policy, base: ObjectID) throws {
    guard let template = policy.manifest else {
      remark = "the policy does not say where manifests are: set 'manifest:' to releases/{version}.json"
      return
    }
    for (path, version) in try Self.paths(template, repository, base, &remark) {
      guard let file = try repository.file(path, in: base) else { continue }
      do {
        let manifest = try ManifestFile(parsing: file.bytes, name: path, version: version).manifest
        if let version, manifest.version.name != version {
          broken.append((version, "'\(path)' is the manifest of '\(manifest.version.name)'"))
        } else {
          manifests.append(manifest)
        }
      } catch {
        // A file whose name tells no version has nothing that it could be listed by.
        guard let version else { throw error }
        broken.append((version, error.problem.message))
      }
    }
  }

  private static func paths(
    _ template: VersionTemplate, _ repository: some ReleaseRepository, _ base: ObjectID, _ remark: inout String?
  ) throws -> [(path: String, version: VersionName?)] {
    guard let (before, after) = template.parts else { return [(template.text, nil)] }
    guard !after.contains("/"), after.splitOnce("{version}") == nil else {
      remark = "manifests are not listed, since '\(template)' has the version in a folder's name"
      return []
    }
    let slash = before.lastIndex(of: "/")
    let folder = slash.map { String(before[..<$0]) } ?? ""
    let start = slash.map { String(before[before.index(after: $0)...]) } ?? before
    return try repository.fileNames(in: folder, of: base).compactMap { name in
      guard name.hasPrefix(start), name.hasSuffix(after), name.utf8.count > start.utf8.count + after.utf8.count,
        let version = try? VersionName(parsing: String(name.dropFirst(start.count).dropLast(after.count)))
      else { return nil }
      return (folder.isEmpty ? name : "\(folder)/\(name)", version)
    }
  }
}
