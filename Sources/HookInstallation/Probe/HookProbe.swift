package import ReleaseScope

/// A question that only relscope answers, put to a hook to see whether it hands on: what git would tell it of a move of
/// the base that changes nothing.
///
/// The question is a file with a random name in the git directory. A variable names it; a relscope that a hook starts
/// with that variable writes what it was given below the question, and ends as the question says. Who cannot write into
/// the git directory can make no such file, so the variable is no way past a hook.
package struct HookProbe: Equatable, Sendable {
  /// How the relscope behind the hook is to end.
  package enum Ending: String, CaseIterable, Sendable {
    case stop
    case pass
  }

  package static let variable = "RELSCOPE_PROBE"

  package let hook: HookName
  /// What git would pass to the hook.
  package let arguments: [String]
  /// What git would write to its standard input.
  package let input: [UInt8]

  /// - Parameters:
  ///   - base: The base's short name.
  ///   - tip: Its commit; any id where there is none.
  ///   - message: A file with a commit message.
  package init(_ hook: HookName, base: String, tip: ObjectID, message: String) {
    self.hook = hook
    let ref = "refs/heads/\(base)"
    let line = "\(tip) \(tip) \(ref)\n"
    switch hook {
    case .prePush: (arguments, input) = (["origin", "relscope-probe"], Array("\(ref) \(tip) \(ref) \(tip)\n".utf8))
    case .preMergeCommit, .preCommit: (arguments, input) = ([], [])
    case .commitMsg: (arguments, input) = ([message], [])
    case .referenceTransaction: (arguments, input) = (["prepared"], Array(line.utf8))
    case .preReceive: (arguments, input) = ([], Array(line.utf8))
    case .update: (arguments, input) = ([ref, "\(tip)", "\(tip)"], [])
    }
  }

  /// The path of the question's file below the git directory; `nil` for a name that was never given.
  package static func path(named name: String) -> String? {
    guard name.utf8.count == 32, name.utf8.allSatisfy({ $0.hexadecimalValue != nil }) else { return nil }
    return "relscope/probe-\(name)"
  }

  /// What the relscope behind the hook writes.
  package struct Answer: Equatable, Sendable {
    package let hook: String
    package let arguments: Int
    /// Lines of input, or what a manager tells in their place.
    package let lines: Int

    package init(hook: String, arguments: Int, lines: Int) {
      self.hook = hook
      self.arguments = arguments
      self.lines = lines
    }

    package var text: String { "answer \(hook) \(arguments) \(lines)\n" }

    /// - Parameter file: The question's file; the last answer counts.
    package init?(in file: String) {
      let words = file.split(separator: "\n").last { $0.hasPrefix("answer ") }?.split(separator: " ") ?? []
      guard words.count == 4, let arguments = Int(words[2]), let lines = Int(words[3]) else { return nil }
      self.init(hook: String(words[1]), arguments: arguments, lines: lines)
    }
  }
}
