/// A branch name with at most one `{version}`: `release/{version}`.
package struct BranchPattern: Hashable, Sendable {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  /// The version that `branch` (without `refs/heads/`) names; `nil` if the pattern does not match.
  ///
  /// Where nothing but a letter, or nothing at all, stands before `{version}`, the rest has to be a number of several
  /// parts: with `{version}` and `v{version}`, `5.3` and `v5.3` are release branches, and `main` and `vendor` are not.
  package func version(in branch: String) -> String? {
    guard let parts = text.splitOnce("{version}") else { return nil }
    guard branch.hasPrefix(parts.before), branch.hasSuffix(parts.after),
      branch.utf8.count > parts.before.utf8.count + parts.after.utf8.count
    else { return nil }
    let version = String(branch.dropFirst(parts.before.count).dropLast(parts.after.count))
    guard parts.before.last.map(\.isLetter) ?? true else { return version }
    guard let written = WrittenVersion(version), written.hasParts, written.before.isEmpty, written.after.isEmpty else {
      return nil
    }
    return version
  }

  /// The branch of a version; `nil` for a pattern that names no version.
  package func branch(of version: String) -> String? {
    text.splitOnce("{version}").map { $0.before + version + $0.after }
  }

  package func matches(_ branch: String) -> Bool { branch == text || version(in: branch) != nil }

  /// Whether the pattern is for hot fixes: its fixed part says so.
  package var isHotfix: Bool { text.lowercased().filter { $0 != "-" }.splitOnce("hotfix") != nil }
}
