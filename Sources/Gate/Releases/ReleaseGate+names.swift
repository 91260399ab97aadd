package import ReleaseScope
import ScopeCheck

extension ReleaseGate {
  /// Whether a branch, by its short or full name, is a release branch.
  ///
  /// - Throws: An ``ExplainedError`` of the repository.
  package func isRelease(_ name: String) throws -> Bool { isReleaseBranch(try shortName(name)) }

  /// The same of a ref.
  ///
  /// - Throws: An ``ExplainedError`` of the repository.
  package func isRelease(_ name: RefName) throws -> Bool { isReleaseBranch(try shortName(name)) }

  private func isReleaseBranch(_ branch: String) -> Bool {
    policy.releaseBranches.contains { $0.version(in: branch) != nil }
  }

  /// A branch's name without its folder and the remote's name.
  ///
  /// - Throws: An ``ExplainedError`` of the repository.
  package func shortName(_ name: RefName) throws -> String { try RevisionChoice(repository).shortName(name) }

  /// A branch's name without `refs/heads/`, the remote's name, and steps from its tip: `release/2.4.0` for
  /// `origin/release/2.4.0~1`.
  ///
  /// - Throws: An ``ExplainedError`` of the repository.
  package func shortName(_ name: String) throws -> String {
    try RevisionChoice(repository).shortName(name.withoutRevisionSteps)
  }

  /// The version that a tag names, if the base has a manifest of it: `2.4.0` for `v2.4.0`, too.
  ///
  /// - Throws: An ``ExplainedError`` of the repository.
  package func version(ofTag tag: String) throws -> VersionName? {
    guard let base, let template = policy.manifest, !template.isFixed else { return nil }
    let isPrefixed = tag.hasPrefix("v") && tag.dropFirst().first?.isNumber == true
    guard let version = try? VersionName(parsing: isPrefixed ? String(tag.dropFirst()) : tag) else { return nil }
    let path = template.filled(with: version)
    return try repository.file(path, in: base.id) == nil ? nil : version
  }

  /// The release branch that the subject of a merge says was merged: `Merge branch 'release/2.4.0'`, or `Merge pull
  /// request #3 from owner/release/2.4.0`.
  package func releaseBranch(in subject: String) -> String? { mergedReleases(in: subject).first?.name }

  /// All that it says were merged, each with its position among the quoted names: `Merge branches 'x' and 'release/2'`.
  func mergedReleases(in subject: String) -> [(name: String, position: Int)] {
    let merged = subject.splitOnce(" into ")?.before ?? subject
    var found: [(name: String, position: Int)] = []
    for (number, part) in merged.split(separator: "'", omittingEmptySubsequences: false).enumerated() {
      // Of a text that is cut at its quotation marks every second part is quoted.
      if let name = firstRelease(in: part) { found.append((name, number / 2)) }
    }
    return found
  }

  /// Whether the subject of a merge says what branch was merged, in git's words or a service's.
  func namesBranch(in subject: String) -> Bool {
    ["Merge branch", "Merge remote-tracking branch", "Merge pull request", "Merged in "].contains(
      where: subject.hasPrefix)
  }

  /// The release branch that the subject of a merge says it was made on: `Merge branch 'x' into release/2.4.0`.
  func releaseMergedInto(in subject: String) -> String? {
    subject.splitOnce(" into ").flatMap { firstRelease(in: $0.after[...]) }
  }

  private func firstRelease(in text: Substring) -> String? {
    for word in text.split(whereSeparator: { " '\"()".contains($0) }) {
      var name = String(word).withoutRevisionSteps[...]
      while true {
        if policy.releaseBranches.contains(where: { $0.version(in: String(name)) != nil }) { return String(name) }
        guard let slash = name.firstIndex(of: "/") else { break }
        name = name[name.index(after: slash)...]
      }
    }
    return nil
  }
}

extension String {
  /// The name at the start of a revision: what `~1`, `^2`, `^{commit}`, `@{1}` or `:path` follow, none of which may be
  /// in a branch's name.
  var withoutRevisionSteps: String {
    String((firstRange(of: "@{").map { self[..<$0.lowerBound] } ?? self[...]).prefix { !"~^:".contains($0) })
  }
}
