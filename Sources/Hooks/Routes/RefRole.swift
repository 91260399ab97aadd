package import ReleaseScope

/// What a ref is to a release.
package enum RefRole: Equatable, Sendable {
  /// The branch that releases merge into.
  case base
  /// A release branch; with its short name.
  case release(branch: String)
  /// A tag that may be a release's; with the version that it would name.
  case tag(version: String)
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
      let isPrefixed = tag.hasPrefix("v") && tag.dropFirst().first?.isNumber == true
      self = .tag(version: isPrefixed ? String(tag.dropFirst()) : tag)
    } else {
      self = .other
    }
  }
}

extension String {
  fileprivate func dropping(_ prefix: String) -> String? { hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil }
}
