package import ReleaseScope

/// What a hook did with both endings of a probe.
package struct HookTrial: Equatable, Sendable {
  package struct Run: Equatable, Sendable {
    /// How the hook ended.
    package let status: Int32
    /// `nil` where no relscope answered.
    package let answer: HookProbe.Answer?

    package init(status: Int32, answer: HookProbe.Answer?) {
      self.status = status
      self.answer = answer
    }
  }

  package let hook: HookName
  package let stopped: Run
  package let passed: Run

  package init(_ hook: HookName, stopped: Run, passed: Run) {
    self.hook = hook
    self.stopped = stopped
    self.passed = passed
  }

  /// Whether relscope was called with all that git gives, and the hook ended as it did.
  package var handover: Handover {
    guard let answer = stopped.answer, answer.hook == hook.rawValue else {
      return .none("tried: it does not call relscope")
    }
    if stopped.status == 0 { return .none("tried: it calls relscope and drops what that says") }
    if hook.needsArguments, hook != .prePush, answer.arguments == 0 {
      return .none("tried: it calls relscope without its arguments")
    }
    if hook.readsInput, answer.lines == 0 { return .none("tried: it calls relscope without its input") }
    guard passed.answer?.hook == hook.rawValue, passed.status == 0 else {
      return .unknown("tried: it calls relscope, and fails by itself")
    }
    return .known
  }
}
