/// Whose policy and manifest count.
package enum Trust: String, CaseIterable, Sendable {
  /// Those on the base: a release cannot loosen its own gate.
  case base
  case release
  case worktree
}
