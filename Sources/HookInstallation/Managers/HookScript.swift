import ReleaseScope

/// A shell script that somebody wrote, read as far as that can be done without running it: line by line, each a command
/// of its own.
struct HookScript {
  private let lines: [String]
  /// Whether the shell ends at the first command that fails.
  private let endsAtFailure: Bool
  private let hasCarriageReturns: Bool

  /// - Parameter endsAtFailure: Whether it is run by `sh -e`.
  init(_ bytes: [UInt8], endsAtFailure: Bool = false) {
    lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { $0.trimmed }
    self.endsAtFailure = endsAtFailure
    hasCarriageReturns = bytes.contains(13)
  }

  /// Whether it calls `relscope hook NAME` with what git gives it, and ends as that does.
  func handover(of hook: HookName) -> Handover {
    guard lines.contains(where: { $0.utf8.count < 4_096 && $0.replacing("'", with: "").contains("relscope") }) else {
      return .none(nil)
    }
    guard !hasCarriageReturns else { return .unknown("its lines have the ends of another system") }
    var endsAtFailure = endsAtFailure
    var isFirst = true
    let commands = lines.filter { !$0.isEmpty && !$0.hasPrefix("#") }
    for (number, line) in commands.enumerated() {
      if line == "set -e" || line == "set -eu" || line == "set -u" {
        if line != "set -u" { endsAtFailure = true }
        continue
      }
      if let call = Self.call(line, of: hook) {
        guard call.isFinal || endsAtFailure || number == commands.count - 1 else {
          return .unknown("what it does after the call decides how it ends")
        }
        guard isFirst || !hook.readsInput else { return .unknown("a command before the call may read the input") }
        return .known
      }
      guard Self.isSimple(line) else { return .unknown("it mentions relscope") }
      if !Self.isAssignment(line) { isFirst = false }
    }
    return .none("relscope stands in a comment or a text of it")
  }

  /// - Returns: Whether the script ends with it if it fails; `nil` for another command.
  private static func call(_ line: String, of hook: HookName) -> (isFinal: Bool, Void)? {
    var rest = line[...]
    var isFinal = false
    for ending in ["|| exit 1", "|| exit $?", "|| exit"] where rest.hasSuffix(ending) {
      rest = rest.dropLast(ending.count)
      isFinal = true
      break
    }
    if rest.hasPrefix("exec ") {
      rest = rest.dropFirst("exec ".count)
      isFinal = true
    }
    let words = rest.split(separator: " ").map { $0.filter { $0 != "\"" && $0 != "'" } }
    guard words.count >= 3, words[0] == "relscope" || words[0].hasSuffix("/relscope"), words[1] == "hook",
      words[2] == hook.rawValue, rest.allSatisfy({ !";&|<>(){}`".contains($0) })
    else { return nil }
    let passesArguments = words.count == 4 && words[3] == "$@"
    guard passesArguments || (words.count == 3 && !hook.needsArguments) else { return nil }
    return (isFinal, ())
  }

  /// Whether a line is a command that leads nowhere else.
  private static func isSimple(_ line: String) -> Bool {
    let keywords: Set<String> = [
      "exit", "return", "exec", "if", "then", "else", "elif", "fi", "for", "while", "until", "do", "done", "case",
      "esac",
      "function", "trap", "set", "eval", "source", ".", "alias", "unset", "cd", "test", "[", "kill",
    ]
    let first = line.split(separator: " ").first.map(String.init) ?? ""
    return !keywords.contains(first) && !line.contains("relscope") && line.allSatisfy { !";&|<>(){}`\\".contains($0) }
  }

  private static func isAssignment(_ line: String) -> Bool {
    line.hasPrefix("echo ") || line.hasPrefix("export ") || line.split(separator: " ").first?.contains("=") == true
  }
}

extension HookName {
  /// Whether nothing can be judged without what git passes to the hook.
  var needsArguments: Bool {
    switch self {
    case .prePush, .commitMsg, .referenceTransaction, .update: true
    case .preMergeCommit, .preCommit, .preReceive: false
    }
  }
}

extension StringProtocol {
  var trimmed: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
    var text = drop(while: isBlank)
    while let last = text.last, isBlank(last) { text = text.dropLast() }
    return String(text)
  }
}
