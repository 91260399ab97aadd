import Foundation
import Git
import ReleaseScope
import TestSupport
import Testing

/// Whether a commit takes an earlier one's change back, and whether it leaves some of it.
struct ReversalTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The files before the earlier commit, after it, before the later one, and after that; `nil` for none.
    let files: [String: [String?]]
    let isGone: Bool
    var isLeft = false
  }

  private static let lines = (1...6).map { "line \($0)\n" }.joined()

  static let cases = [
    Case(testDescription: "the file as it was", files: ["a": ["1\n", "2\n", "2\n", "1\n"]], isGone: true),
    Case(
      testDescription: "another file beside",
      files: ["a": ["1\n", "2\n", "2\n", "1\n"], "b": [nil, nil, nil, "x\n"]],
      isGone: true),
    Case(testDescription: "a new file", files: ["a": [nil, "2\n", "2\n", nil]], isGone: true),
    Case(testDescription: "a removed file", files: ["a": ["1\n", nil, nil, "1\n"]], isGone: true),
    Case(
      testDescription: "added lines of a file that changed besides",
      files: ["a": [lines, lines + "x\ny\n", "0\n" + lines + "x\ny\n", "0\n" + lines]], isGone: true),
    Case(
      testDescription: "added lines in whose place others come",
      files: ["a": [lines, lines + "x\ny\n", lines + "x\ny\n", lines + "z\n"]], isGone: false),
    Case(
      testDescription: "changed lines that are back, and more",
      files: ["a": ["1\n2\n3\n", "1\nx\n3\n", "1\nx\n3\n", "1\n2\n3\n4\n"]], isGone: true),
    Case(
      testDescription: "changed lines that are something else",
      files: ["a": ["1\n2\n3\n", "1\nx\n3\n", "1\nx\n3\n", "1\ny\n3\n"]], isGone: false),
    Case(
      testDescription: "one of two added lines",
      files: ["a": [lines, lines + "x\ny\n", lines + "x\ny\n", lines + "x\n"]],
      isGone: false),
    Case(
      testDescription: "one of two files",
      files: ["a": ["1\n", "2\n", "2\n", "1\n"], "b": ["1\n", "2\n", "2\n", "2\n"]], isGone: false, isLeft: true),
    Case(
      testDescription: "one of two files, and somebody changed the other",
      files: ["a": ["1\n", "2\n", "2\n", "1\n"], "b": ["1\n", "2\n", "3\n", "3\n"]], isGone: false),
    Case(
      testDescription: "all but the change log",
      files: ["a": ["1\n", "2\n", "2\n", "1\n"], "CHANGES.txt": ["1\n", "2\n", "2\n", "2\n"]], isGone: true),
    Case(
      testDescription: "what others had taken back before",
      files: ["a": ["1\n2\n", "1\nx\n", "1\n2\n", "0\n1\n2\n"]], isGone: false),
    Case(
      testDescription: "other files", files: ["a": ["1\n", "2\n", "2\n", "2\n"], "b": ["1\n", "1\n", "1\n", "2\n"]],
      isGone: false, isLeft: true),
  ]

  @Test(arguments: cases)
  func `tells what is gone with a commit, and what is left`(example: Case) async throws {
    let repository = try await GitRepository()
    var commits: [ObjectID] = []
    for place in 0..<4 {
      for (path, states) in example.files {
        if let text = states[place] {
          try repository.write(path, text)
        } else {
          try? FileManager.default.removeItem(atPath: repository.path + "/" + path)
        }
      }
      try await repository.git("add", "--all")
      try await repository.git("commit", "--quiet", "--allow-empty", "--message", "commit \(place)")
      commits.append(try #require(ObjectID(try await repository.id(of: "HEAD"))))
    }
    let opened = try Repository(at: repository.path)
    let found = try opened.takenBack(by: commits[3], of: [commits[1]])
    let isInPart = example.testDescription.hasPrefix("one of two files")
    #expect(found.inPart == (isInPart ? [commits[1]] : []))
    #expect(found.gone == (example.isGone ? [commits[1]] : []))
    #expect(found.unreadable.isEmpty)
    #expect(try opened.isLeft(of: commits[1], by: commits[3], in: commits[3]) == example.isLeft)
  }
}
