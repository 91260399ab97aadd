import ReleaseScope
import Testing

@testable import Git

/// The lines that a change of a file adds and removes, with how many the file has of them on either side.
struct ChangedLinesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let old: String
    let new: String
    /// `text: more of it, how many the other side has`.
    var added: Set<String> = []
    var removed: Set<String> = []
  }

  static let long = (1...20).map { "line \($0)\n" }.joined()

  static let cases = [
    Case(testDescription: "nothing", old: "1\n2\n", new: "1\n2\n"),
    Case(testDescription: "empty texts", old: "", new: ""),
    Case(testDescription: "a new file", old: "", new: "1\n2\n2\n", added: ["1: 1, 0", "2: 2, 0"]),
    Case(testDescription: "a removed file", old: "1\n2\n2\n", new: "", removed: ["1: 1, 0", "2: 2, 0"]),
    Case(testDescription: "a line between others", old: "1\n3\n", new: "1\n2\n3\n", added: ["2: 1, 0"]),
    Case(
      testDescription: "a changed line", old: "1\n2\n3\n", new: "1\nx\n3\n", added: ["x: 1, 0"], removed: ["2: 1, 0"]),
    Case(testDescription: "one more of a line before it", old: "}\n1\n", new: "}\n1\n}\n", added: ["}: 1, 1"]),
    Case(testDescription: "one more of a line behind it", old: "1\n}\n", new: "}\n1\n}\n", added: ["}: 1, 1"]),
    Case(
      testDescription: "one more of a line all around it", old: "}\n1\n2\n}\n", new: "}\n1\n}\n2\n}\n",
      added: ["}: 1, 2"]
    ),
    Case(testDescription: "one less of a line", old: "}\n1\n}\n}\n", new: "}\n1\n", removed: ["}: 2, 1"]),
    Case(testDescription: "a line that was moved", old: "1\n2\n3\n", new: "2\n3\n1\n"),
    Case(testDescription: "lines of blanks", old: "1\n", new: "1\n\n \t\n\r\n"),
    Case(testDescription: "other line ends", old: "1\n2\n", new: "1\r\n2\r\n"),
    Case(testDescription: "no line end", old: "1\n2\n", new: "1\n2"),
    Case(testDescription: "a line behind one without an end", old: "1\n2", new: "1\n2\n3", added: ["3: 1, 0"]),
    Case(
      testDescription: "a line that ends as the next one does", old: "1\nline 2\n", new: "1\nx\nline 2\n",
      added: ["x: 1, 0"]),
    Case(
      testDescription: "lines that begin and end alike", old: "a1z\n", new: "a2z\n", added: ["a2z: 1, 0"],
      removed: ["a1z: 1, 0"]),
    Case(
      testDescription: "a line in the midst of many", old: long, new: long.replacing("line 11\n", with: "x\nline 3\n"),
      added: ["x: 1, 0", "line 3: 1, 1"], removed: ["line 11: 1, 0"]),
  ]

  private static func told(_ lines: [ChangedLines.Line], _ texts: [String]) -> Set<String> {
    let names = Set(texts.flatMap { $0.split(separator: "\n").map(String.init) })
    return Set(
      lines.map { changed in
        let name = names.first { name in LineCounts(Array(name.utf8))?.counts.keys.contains(changed.line) ?? false }
        return "\(name?.trimmingSuffix ?? "?"): \(changed.count), \(changed.others)"
      })
  }

  @Test(arguments: cases)
  func `finds what a change adds and removes`(_ example: Case) {
    let change = ChangedLines(from: Array(example.old.utf8), to: Array(example.new.utf8))
    let texts = [example.old, example.new]
    #expect(Self.told(change.added, texts) == example.added)
    #expect(Self.told(change.removed, texts) == example.removed)
    let inverse = ChangedLines(from: Array(example.new.utf8), to: Array(example.old.utf8))
    #expect(Self.told(inverse.added, texts) == example.removed)
    #expect(Self.told(inverse.removed, texts) == example.added)
  }
}

extension String {
  fileprivate var trimmingSuffix: String { hasSuffix("\r") ? String(dropLast()) : self }
}
