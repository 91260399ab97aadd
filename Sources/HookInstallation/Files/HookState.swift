package import ReleaseScope

/// What stands in the place of one hook.
package struct HookState: Equatable, Sendable {
  package enum Condition: Equatable, Sendable {
    case absent
    /// A text of relscope, to the byte as it was installed.
    case ours(isCurrent: Bool)
    /// A text of relscope that somebody has changed: what it does now, nobody here knows.
    case changed
    /// Somebody else's, or a manager's.
    case foreign(manager: HookManager?, Handover)
  }

  /// Why a text of relscope that is there gates nothing.
  package enum Fault: Equatable, Sendable {
    /// The program that it names is not there any more.
    case missingProgram(String)
    /// Its lines end as on another system, so that no shell takes it.
    case carriageReturns
    /// It looks at the moves of another branch than the base.
    case otherBase(String)
  }

  package let name: HookName
  package var condition: Condition
  /// Whether git would run it.
  package let isExecutable: Bool
  package let fault: Fault?
  /// Whether a hook that was there before is kept beside it.
  package let keepsEarlier: Bool

  /// Whether git hands this hook to relscope, as far as that was seen.
  package var gates: Bool {
    guard isExecutable, fault == nil else { return false }
    return switch condition {
    case .ours, .foreign(_, .known): true
    case .absent, .changed, .foreign: false
    }
  }

  /// What speaks for it where nobody can tell; `nil` where one can.
  package var doubt: String? {
    guard isExecutable, fault == nil, case .foreign(_, .unknown(let reason)) = condition else { return nil }
    return reason
  }
}
