/// The file with a commit message, as the hook `commit-msg` finds it, before git cleans it up.
package struct CommitMessageFile: Sendable {
  private let lines: [ArraySlice<UInt8>]
  /// How many of the lines are of the message: below them are scissors.
  private let end: Int
  /// The start of the lines that git takes out; `nil` where it keeps all.
  private let comment: [UInt8]?

  /// - Parameter cleanup: What git will do.
  package init(_ file: [UInt8], _ cleanup: MessageCleanup) {
    let lines = file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    self.lines = lines
    guard cleanup.isEdited, cleanup.mode != .verbatim else {
      end = lines.count
      comment = cleanup.mode == .strip ? cleanup.commentStart(in: lines[...]) : nil
      return
    }
    let mark = Array(" ------------------------ >8 ------------------------".utf8)
    end =
      lines.firstIndex { $0.count > mark.count && $0.dropFirst($0.count - mark.count).elementsEqual(mark) }
      ?? lines.count
    comment = cleanup.mode == .strip ? cleanup.commentStart(in: lines[..<end]) : nil
  }

  private func isKept(_ line: ArraySlice<UInt8>) -> Bool { comment.map { !line.starts(with: $0) } ?? true }

  /// The message that will be recorded, blanks apart.
  package var text: [UInt8] { Array(lines[..<end].filter(isKept).joined(separator: [UInt8(ascii: "\n")])) }

  /// Whether nothing is written: git then ends the commit by itself.
  package var isEmpty: Bool { text.allSatisfy { $0 <= UInt8(ascii: " ") } }

  /// Whether the commit will be folded into another one.
  package var isAutosquash: Bool {
    let start = text.drop { $0 <= UInt8(ascii: " ") }
    return ["fixup! ", "squash! ", "amend! "].contains { start.starts(with: $0.utf8) }
  }

  /// The file with a trailer for a ticket at the end of the message, above what git takes out.
  package func adding(trailer: String) -> [UInt8] {
    var message = text
    while let last = message.last, last <= UInt8(ascii: " ") { message.removeLast() }
    let rest = lines[..<end].filter { !isKept($0) } + lines[end...]
    return message + Array("\n\n\(trailer)\n\n".utf8) + Array(rest.joined(separator: [UInt8(ascii: "\n")]))
  }
}
