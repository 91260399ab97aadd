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

  /// - Parameter base: The base's short name.
  package init(of ref: RefName, base: String, patterns: [BranchPattern]) {
    if let branch = ref.branch {
      self =
        branch == base
        ? .base : patterns.contains { $0.version(in: branch) != nil } ? .release(branch: branch) : .other
    } else if let tag = ref.tag {
      self = .tag(name: tag)
    } else {
      self = .other
    }
  }
}
