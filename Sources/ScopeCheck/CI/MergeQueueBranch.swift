import ReleaseScope

/// A branch that a merge queue makes of the base and of what would be merged, by its name. A service that builds it
/// says no more than that.
struct MergeQueueBranch: Equatable {
  /// The branch that it would be merged into; `nil` where the name does not say.
  let base: String?
  /// The commit of the base that it begins with; `nil` where the name does not say.
  let start: ObjectID?

  /// Those of services that keep the base to themselves: Mergify, Trunk, Graphite.
  private static let prefixes = ["mergify/merge-queue/", "trunk-merge/", "gtmq_"]

  /// - Parameter branch: The short name. GitHub's is `gh-readonly-queue/<base>/pr-<number>-<id of the base>`.
  /// - Returns: `nil` for any other branch.
  init?(_ branch: String) {
    let prefix = "gh-readonly-queue/"
    if branch.hasPrefix(prefix), let slash = branch.lastIndex(of: "/") {
      let base = branch[..<slash].dropFirst(prefix.count)
      let parts = branch[branch.index(after: slash)...].split(separator: "-", omittingEmptySubsequences: false)
      guard !base.isEmpty, parts.count == 3, parts[0] == "pr", let id = ObjectID(String(parts[2])) else { return nil }
      (self.base, start) = (String(base), id)
    } else if Self.prefixes.contains(where: branch.hasPrefix) {
      (base, start) = (nil, nil)
    } else {
      return nil
    }
  }
}
