import Console
import Git
import Platform
import ReleaseScope
import Reports

/// `RELSCOPE_SKIP`: the one way past the hooks that leaves a trace. A server does not know it: its gate is not for the
/// one who pushes to switch off, and his environment may come with the push.
enum HookSkip {
  static func isAsked(_ hook: HookName, _ repository: Repository) throws -> Bool {
    guard let reason = Environment.variable("RELSCOPE_SKIP"), reason.contains(where: { !$0.isWhitespace }) else {
      return false
    }
    guard !hook.isOnServer else {
      try Output.standardError.write("relscope: RELSCOPE_SKIP counts for nothing on a server\n")
      return false
    }
    let cleaned = TerminalText.detected.cleaned(reason)
    try SkipLog(in: repository).append("\(Instant.now) \(hook.rawValue) \(cleaned)\n")
    try Output.standardError.write("relscope: \(hook.rawValue) skipped: \(cleaned)\n")
    return true
  }
}
