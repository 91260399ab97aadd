import ReleaseScope

/// Finds the revision at which the range of a maintenance line begins: `v{previous}`, the tag of the version before.
struct PreviousVersion<Repository: ReleaseRepository> {
  /// Of how many lower versions the refs are looked at, nearest first.
  static var patience: Int { 100 }

  let repository: Repository

  /// - Parameters:
  ///   - template: A revision.
  ///   - release: Must reach the version before.
  /// - Throws: ``Problem`` of kind `missing` that says what was looked for.
  func revision(_ template: VersionTemplate, of version: VersionName?, in release: NamedCommit) throws -> NamedCommit {
    guard let parts = template.parts else {
      return NamedCommit(name: template.text, id: try repository.resolve(template.text, as: "since"))
    }
    guard let version else {
      throw Problem(
        .usage, "cannot tell which version is before: '\(template)' needs the version of the release",
        help: "name it with --version, or be on a release branch")
    }
    let lower = try lower(than: version, parts.before, parts.after)
    for candidate in lower.prefix(Self.patience) {
      if try candidate.id == release.id || repository.isAncestor(candidate.id, of: release.id) { return candidate }
    }
    let place = "below '\(release.name)' that is lower than \(version)"
    let seen = lower.prefix(5).map { "'\($0.name)'" }.joined(separator: ", ")
    throw Problem(
      .missing, "cannot read since '\(template)': there is no such tag or branch \(place)",
      help: lower.isEmpty
        ? "run: git fetch --tags; or name the revision with --since"
        : "\(seen) \(lower.count == 1 ? "is" : "are") not below it; name the revision with --since")
  }

  /// The tags and branches of lower versions, the newest first.
  private func lower(than version: VersionName, _ prefix: String, _ suffix: String) throws -> [NamedCommit] {
    guard let number = VersionNumber(version.text) else {
      throw Problem(
        .usage, "cannot tell which version is before '\(version)': it does not begin with a number",
        help: "name the revision with --since")
    }
    let choice = RevisionChoice(repository)
    var found: [(number: VersionNumber, ref: NamedCommit)] = []
    for ref in try repository.references(.tag) + repository.branches() {
      let name = try choice.shortName(ref.name)
      guard name.hasPrefix(prefix), name.hasSuffix(suffix), name.utf8.count > prefix.utf8.count + suffix.utf8.count,
        let its = VersionNumber(String(name.dropFirst(prefix.count).dropLast(suffix.count))),
        its.suffix == number.suffix, its < number
      else { continue }
      found.append((its, NamedCommit(name: name, id: ref.id)))
    }
    return found.sorted { ($1.number, $0.ref.name) < ($0.number, $1.ref.name) }.map(\.ref)
  }
}
