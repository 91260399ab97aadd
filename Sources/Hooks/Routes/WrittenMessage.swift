/// A commit message as an editor leaves it, for the hook `commit-msg`.
package struct WrittenMessage: Sendable {
  /// The message without comments and what stands below the scissors.
  package let text: [UInt8]

  /// - Parameters:
  ///   - file: The contents of the file that git names.
  ///   - comment: The start of comment lines: git's `core.commentChar`.
  package init(_ file: [UInt8], comment: String = "#") {
    let mark = Array(comment.utf8)
    let scissors = mark + Array(" ------------------------ >8 ------------------------".utf8)
    var kept: [ArraySlice<UInt8>] = []
    for line in file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: scissors) { break }
      if !line.starts(with: mark) { kept.append(line) }
    }
    text = Array(kept.joined(separator: [UInt8(ascii: "\n")]))
  }

  /// Whether nothing is written: git then ends the commit by itself.
  package var isEmpty: Bool { text.allSatisfy { $0 <= UInt8(ascii: " ") } }

  /// Whether the commit will be folded into another one.
  package var isAutosquash: Bool {
    let start = text.drop { $0 <= UInt8(ascii: " ") }
    return ["fixup! ", "squash! ", "amend! "].contains { start.starts(with: $0.utf8) }
  }

  /// The file with a trailer for a ticket, above the comments.
  package static func adding(trailer: String, to file: [UInt8], comment: String = "#") -> [UInt8] {
    let message = WrittenMessage(file, comment: comment)
    var end = message.text.count
    while end > 0, message.text[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    let lines = file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let comments = lines.drop { !$0.starts(with: comment.utf8) }
    let rest = Array(comments.joined(separator: [UInt8(ascii: "\n")]))
    return Array(message.text[..<end]) + Array("\n\n\(trailer)\n\n".utf8) + rest
  }
}
