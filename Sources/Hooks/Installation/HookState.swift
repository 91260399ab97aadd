/// What stands in the place of one hook.
package struct HookState: Equatable, Sendable {
  package enum Condition: Equatable, Sendable {
    case absent
    /// A text of relscope, as it was installed.
    case ours(isCurrent: Bool)
    /// A text of relscope that somebody has changed: what it does now, nobody here knows.
    case changed
    /// Somebody else's; `callsRelscope` when it hands the hook on, itself or by its manager's configuration.
    case foreign(manager: HookManager?, callsRelscope: Bool)
  }

  package let name: HookName
  package let condition: Condition
  /// Whether git would run it.
  package let isExecutable: Bool
  /// The program that a text of ours names, when it is not there any more.
  package let missingProgram: String?
  /// Whether a hook that was there before is kept beside it.
  package let keepsEarlier: Bool

  /// Whether git hands this hook to relscope.
  package var gates: Bool {
    guard isExecutable, missingProgram == nil else { return false }
    return switch condition {
    case .ours: true
    case .foreign(_, let callsRelscope): callsRelscope
    case .absent, .changed: false
    }
  }
}
