import ReleaseScope

/// What stands for the base and the release on a command line: `main..release/2.4.0`, or a branch alone.
struct RevisionRange: Equatable {
  /// `nil` for the usual one.
  let base: String?
  let release: String?

  /// - Throws: ``Problem`` of kind `usage`.
  init(parsing text: String) throws(Problem) {
    guard !text.isEmpty else { throw Problem(.usage, "a blank is no branch and no range", help: Self.example) }
    guard let (base, release) = text.splitOnce("..") else {
      self.base = nil
      self.release = text
      return
    }
    guard !release.hasPrefix(".") else {
      throw Problem(
        .usage, "'\(text)' has three dots, which means the commits of either side",
        help: "write two: \(base)..\(release.dropFirst())")
    }
    guard release.splitOnce("..") == nil else { throw Problem(.usage, "'\(text)' is no range", help: Self.example) }
    self.base = base.isEmpty ? nil : base
    self.release = release.isEmpty ? nil : release
  }

  private static let example = "write it as main..release/2.4.0, or name a branch"
}
