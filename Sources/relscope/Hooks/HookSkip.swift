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

/// What people have skipped, with their reasons: `<git directory>/relscope/skips.log`, a line each.
struct SkipLog {
  let path: String

  init(in repository: Repository) {
    path = repository.commonDirectory + "relscope/skips.log"
  }

  /// Oldest first; none where nobody has skipped anything.
  func lines() throws -> [String] {
    guard File.exists(path) else { return [] }
    return String(decoding: try File.contents(of: path), as: UTF8.self)
      .split(whereSeparator: \.isNewline).map(String.init).filter { $0.contains { !$0.isWhitespace } }
  }

  func append(_ line: String) throws(Problem) {
    let folder = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
    File.makeFolder(String(folder))
    do {
      try File.append(line, to: path, isShared: true)
    } catch {
      throw Problem(
        .cannotWrite, "cannot write the reason to '\(path)': \(error.reason)",
        help: "a hook is skipped only with a trace")
    }
  }
}
