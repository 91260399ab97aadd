import Console
import Platform

/// The end of a hook that takes too long: it blocks.
enum TimeBudget {
  /// - Parameter seconds: From now on; `nil` for what was said before.
  static func start(_ seconds: Int64?) {
    guard let seconds else { return }
    ProcessEnd.after(
      seconds: UInt32(clamping: seconds),
      """
      relscope: INCOMPLETE: the hook's time-budget is used up
        look with relscope check, or give it more in the policy, on the base: hooks: {<hook>: {time-budget: 5m}}

      """, status: ExitStatus.incomplete.rawValue)
  }
}
