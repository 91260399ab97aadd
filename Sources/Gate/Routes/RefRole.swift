package import ReleaseScope

/// What a ref is to a release.
package enum RefRole: Equatable, Sendable {
  /// The branch that releases merge into.
  case base
  /// A release branch; with its short name.
  case release(branch: String)
  /// A tag that may be a release's; with its short name.
  case tag(name: String)
  case other

  /// - Parameters:
  ///   - ref: The full name.
  ///   - base: The base's short name.
  package init(of ref: String, base: String, patterns: [BranchPattern]) {
    if let branch = ref.dropping("refs/heads/") {
      self =
        branch == base
        ? .base : patterns.contains { $0.version(in: branch) != nil } ? .release(branch: branch) : .other
    } else if let tag = ref.dropping("refs/tags/") {
      self = .tag(name: tag)
    } else {
      self = .other
    }
  }
}

extension String {
  fileprivate func dropping(_ prefix: String) -> String? { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil }
}
