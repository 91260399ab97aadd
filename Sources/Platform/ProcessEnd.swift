import CProcess
import Glibc

/// Ends of the program, most of which nobody asked for.
package enum ProcessEnd {
  /// What is said, and the exit status.
  private struct Word: Sendable {
    let text: StaticString
    let status: Int32

    /// Called by a handler of a signal: no memory is asked for, and no lock is taken.
    func end() -> Never {
      _ = unsafe write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
      _exit(status)
    }
  }

  nonisolated(unsafe) private static var crash = Word(text: "", status: 1)
  nonisolated(unsafe) private static var time = Word(text: "", status: 1)

  /// Ends the program as it is meant to end, when all has been said.
  package static func now(status: Int32) -> Never { exit(status) }

  /// A fault of the program, or a limit on its memory or its stack.
  ///
  /// - Parameter text: Whole lines; what the language's runtime says comes before them.
  package static func atCrash(_ text: StaticString, status: Int32) {
    unsafe crash = Word(text: text, status: status)
    // Where the stack is used up there has to be another one.
    let size = 1 << 16
    var stack = unsafe stack_t(
      ss_sp: UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16), ss_flags: 0, ss_size: size)
    unsafe sigaltstack(&stack, nil)
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_handler = { _ in unsafe ProcessEnd.crash.end() }
    action.sa_flags = SA_ONSTACK | Int32(bitPattern: UInt32(SA_RESETHAND))
    for signal in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT] { unsafe sigaction(signal, &action, nil) }
  }

  /// - Parameters:
  ///   - seconds: From now on; what was said before no longer counts.
  ///   - text: Whole lines.
  package static func after(seconds: UInt32, _ text: StaticString, status: Int32) {
    unsafe time = Word(text: text, status: status)
    signal(SIGALRM) { _ in unsafe ProcessEnd.time.end() }
    relscope_unblock_alarms()
    alarm(seconds)
  }
}
