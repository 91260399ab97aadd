/// Where on its way the release is judged.
package enum Stage: String, CaseIterable, Sendable {
  /// A push of the release branch, which is still filling up.
  case push
  /// The merge into the base, and the gate in CI: everything is judged.
  case merge
}
