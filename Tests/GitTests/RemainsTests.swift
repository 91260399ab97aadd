import Foundation
import Git
import ReleaseScope
import TestSupport
import Testing

/// What a tree still has of a commit.
struct RemainsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The files before the commit, after it, and in the tree; `nil` for none.
    let files: [String: (before: String?, after: String?, now: String?)]
    let remains: Remains?
    var modes: (before: String, after: String, now: String) = ("100644", "100644", "100644")
  }

  static let lines = (1...6).map { "line \($0)\n" }.joined()

  static let cases = [
    Case(testDescription: "the same file", files: ["a": ("1\n", "2\n", "2\n")], remains: .all),
    Case(testDescription: "the file as it was", files: ["a": ("1\n", "2\n", "1\n")], remains: Remains.none),
    Case(testDescription: "a new file that is there", files: ["a": (nil, "1\n", "1\n")], remains: .all),
    Case(testDescription: "a new file that is gone", files: ["a": (nil, "1\n", nil)], remains: Remains.none),
    Case(testDescription: "a removed file", files: ["a": ("1\n", nil, nil)], remains: .all),
    Case(testDescription: "a removed file that is back", files: ["a": ("1\n", nil, "1\n")], remains: Remains.none),
    Case(
      testDescription: "a removed file that is back and has more", files: ["a": ("1\n", nil, "1\n2\n")],
      remains: Remains.none),
    Case(
      testDescription: "added lines among other ones",
      files: ["a": (lines, lines + "x\ny\n", "0\nx\n" + lines + "y\nz\n")], remains: .all),
    Case(
      testDescription: "some of the added lines", files: ["a": (lines, lines + "x\ny\n", lines + "y\nz\n")],
      remains: .some),
    Case(
      testDescription: "none of the added lines", files: ["a": (lines, lines + "x\ny\n", lines + "z\n")],
      remains: .replaced),
    Case(
      testDescription: "added lines with other line ends", files: ["a": (lines, lines + "x\n", "0\r\nx\r\n")],
      remains: .all),
    Case(
      testDescription: "a changed line that was changed again", files: ["a": ("1\n2\n3\n", "1\nx\n3\n", "1\ny\n3\n")],
      remains: .replaced),
    Case(
      testDescription: "a changed line that is as it was, and reads so elsewhere",
      files: ["a": ("1\n2\n3\n", "1\nx\n3\n", "1\n2\n3\nx\n")], remains: .some),
    Case(
      testDescription: "changed lines in two files, both changed again",
      files: ["a": ("1\n", "x\n", "y\n"), "b": ("1\n", "1\nx\n", "1\ny\n")], remains: .replaced),
    Case(
      testDescription: "changed lines in two files, one changed again",
      files: ["a": ("1\n", "x\n", "y\n"), "b": ("1\n", "x\n", "x\n")], remains: .some),
    Case(
      testDescription: "removed lines that are still gone", files: ["a": (lines + "x\ny\n", lines, "0\n" + lines)],
      remains: .all),
    Case(
      testDescription: "removed lines that are back", files: ["a": (lines + "x\ny\n", lines, "0\n" + lines + "x\ny\n")],
      remains: Remains.none),
    Case(
      testDescription: "one of two removed lines that is back",
      files: ["a": (lines + "x\ny\n", lines, "0\n" + lines + "x\n")], remains: .some),
    Case(
      testDescription: "added lines that the file had besides, and lost",
      files: ["a": ("f {\n}\n", "f {\n}\ng {\n}\n", "f {\n  0\n}\n")], remains: .replaced),
    Case(
      testDescription: "one more of a line that was there", files: ["a": ("}\n", "}\n}\n", "0\n}\n}\n")], remains: .all),
    Case(
      testDescription: "one more of a line that was there, and is gone", files: ["a": ("}\n", "}\n}\n", "0\n}\n")],
      remains: .replaced),
    Case(
      testDescription: "blank lines beside others", files: ["a": ("1\n", "1\n\n \t\nx\n", "1\nx\n")], remains: .all),
    Case(testDescription: "blank lines alone", files: ["a": ("1\n", "1\n\n", "1\n2\n")], remains: .replaced),
    Case(
      testDescription: "one file that is there and one that is not",
      files: ["a": ("1\n", "2\n", "2\n"), "b": ("1\n", "2\n", "1\n")], remains: .some),
    Case(
      testDescription: "files that are there, one by its lines",
      files: ["a": ("1\n", "2\n", "2\n"), "b": ("1\n", "2\n", "0\n2\n")], remains: .all),
    Case(
      testDescription: "files in folders, one of which is gone",
      files: ["a/b/c": ("1\n", "2\n", nil), "a/d": ("1\n", "2\n", "1\n")], remains: .moved),
    Case(
      testDescription: "a changed line in a file that is gone",
      files: ["a": ("1\n", "x\n", nil), "b": (nil, nil, "0\n")],
      remains: .moved),
    Case(
      testDescription: "a changed line in a file with another name",
      files: ["a": ("1\n", "x\n", nil), "b": (nil, nil, "x\n")], remains: .all),
    Case(
      testDescription: "a changed line that is back in a file with another name",
      files: ["a": (lines, lines + "x\n", nil), "b": (nil, nil, "0\n" + lines)], remains: .replaced),
    Case(
      testDescription: "a changed line of two in a file in another folder, which went on",
      files: ["a/b": (lines + "1\n2\n", lines + "x\ny\n", nil), "c/b": (nil, nil, "0\n" + lines + "x\n2\n")],
      remains: .some),
    Case(
      testDescription: "an added line in a file that was split",
      files: ["a": (lines, lines + "x\n", nil), "b": (nil, nil, "line 1\nline 2\n"), "c": (nil, nil, "line 4\nx\n")],
      remains: .all),
    Case(
      testDescription: "a new file with another name", files: ["a": (nil, "1\n", nil), "b": (nil, nil, "1\n")],
      remains: .all),
    Case(
      testDescription: "a new file that is gone, and another one",
      files: ["a": (nil, "1\n2\n3\n", nil), "b": (nil, nil, "1\n4\n5\n6\n")], remains: Remains.none),
    Case(
      testDescription: "a new file that is gone, and another one that begins alike",
      files: ["a": (nil, lines + "1\n2\n3\n4\n", nil), "b": (nil, nil, lines + "5\n6\n7\n8\n")],
      remains: Remains.none),
    Case(
      testDescription: "a new file that is gone, and another one of its name that begins alike",
      files: ["c/a": (nil, lines + "1\n2\n3\n4\n", nil), "d/a": (nil, nil, lines + "5\n6\n7\n8\n")],
      remains: .some),
    Case(
      testDescription: "a new file that is gone, of which there was a copy",
      files: ["a": (nil, "1\n", nil), "b": ("1\n", "1\n", "1\n")], remains: Remains.none),
    Case(
      testDescription: "a binary file with another name", files: ["a": (nil, "\0x", nil), "b": (nil, nil, "\0x")],
      remains: .all),
    Case(
      testDescription: "another name, given by the commit, of a file that has its former one",
      files: ["a": (lines, nil, lines), "b": (nil, lines, nil)], remains: Remains.none),
    Case(
      testDescription: "an added line in a file that is gone", files: ["a": ("1\n", "1\nx\n", nil)], remains: .moved),
    Case(
      testDescription: "changed lines, one of which is back", files: ["a": ("1\n2\n", "x\ny\n", "1\n0\n")],
      remains: .replaced),
    Case(
      testDescription: "new files in folders that are gone",
      files: ["a/b/c": (nil, "2\n", nil), "a/d": (nil, "2\n", nil)], remains: Remains.none),
    Case(testDescription: "binary files that are there", files: ["a": ("\0", "\0x", "\0x")], remains: .all),
    Case(testDescription: "binary files that are other ones", files: ["a": ("\0", "\0x", "\0xy")], remains: .some),
    Case(
      testDescription: "a mode that is there", files: ["a": ("1\n", "1\n", "2\n")], remains: .all,
      modes: ("100644", "100755", "100755")),
    Case(
      testDescription: "a mode that is gone", files: ["a": ("1\n", "1\n", "2\n")], remains: Remains.none,
      modes: ("100644", "100755", "100644")),
    Case(testDescription: "nothing that was changed", files: ["a": ("1\n", "1\n", "1\n")], remains: nil),
  ]

  @Test(arguments: cases)
  func `tells what is left of a commit`(_ example: Case) async throws {
    let repository = try await GitRepository()
    var commits: [ObjectID] = []
    for (step, mode) in [(0, example.modes.before), (1, example.modes.after), (2, example.modes.now)] {
      try await repository.git("read-tree", "--empty")
      var index = ""
      for (path, texts) in example.files {
        guard let text = [texts.before, texts.after, texts.now][step] else { continue }
        let id = try await repository.git(["hash-object", "-w", "--stdin"], input: Array(text.utf8))
        index += "\(mode) \(id)\t\(path)\n"
      }
      try await repository.git("update-index", "--index-info", input: index)
      commits.append(try #require(ObjectID(try await repository.commit("Step \(step)"))))
    }
    let opened = try Repository(at: repository.path)
    let tree = try #require(ObjectID(try await repository.id(of: "HEAD^{tree}")))
    for now in [tree, commits[2]] {
      let found = try opened.remains(of: [commits[1]], in: now)
      #expect(found.remains[commits[1]] == example.remains)
      #expect(found.unreadable.isEmpty)
      let byPath = try opened.remainsByPath(of: [commits[1]], in: now).remains[commits[1]]
      #expect(byPath.flatMap(Remains.whole) == (example.remains == .moved ? .replaced : example.remains))
    }
  }

  @Test func `says of which commits a file is not here`() async throws {
    let original = try await GitRepository()
    try await original.commit("Start", files: ["a": "1\n", "b": "1\n"])
    let read = try await original.commitAll("Change a", writing: ["a": "2\n"])
    let unread = try await original.commitAll("Change b", writing: ["b": "2\n"])
    let now = try await original.commitAll("Change b again", writing: ["b": "3\n"])
    let opened = try Repository(at: try await original.clone(filter: "blob:none").path)
    let found = try opened.remains(of: [read, unread], in: now)
    #expect(found.remains == [read: .all])
    #expect(found.unreadable == [unread])
  }

  struct Pair: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The files before the commit, after it, in one tree, and in the other; `nil` for none.
    let files: [String: [String?]]
    let isSame: Bool
  }

  static let pairs = [
    Pair(testDescription: "the same file", files: ["a": ["1\n", "2\n", "3\n", "3\n"]], isSame: true),
    Pair(
      testDescription: "the same line in other files", files: ["a": ["1\n", "1\nx\n", "0\nx\n", "x\n2\n"]],
      isSame: true),
    Pair(testDescription: "the line in neither file", files: ["a": ["1\n", "1\nx\n", "0\n", "2\n"]], isSame: false),
    Pair(testDescription: "the line in one file", files: ["a": ["1\n", "1\nx\n", "0\nx\n", "2\n"]], isSame: false),
    Pair(
      testDescription: "a line that neither file has any more",
      files: ["a": ["1\nx\n", "1\n", "0\n1\n", "1\n2\n"]], isSame: true),
    Pair(
      testDescription: "a change log that differs",
      files: ["CHANGES": ["", "x\n", "x\ny\n", ""], "a": ["1\n", "2\n", "3\n", "3\n"]],
      isSame: true),
    Pair(testDescription: "a file that both lack", files: ["a": ["1\n", "2\n", nil, nil]], isSame: true),
    Pair(testDescription: "a file that one lacks", files: ["a": ["1\n", "2\n", nil, "3\n"]], isSame: false),
    Pair(
      testDescription: "the line in one of two files with another name",
      files: ["a": [lines, lines + "x\n", nil, nil], "b": [nil, nil, lines + "x\n", lines]], isSame: false),
    Pair(
      testDescription: "only a line that was there before",
      files: ["a": ["x\n" + lines, "x\n" + lines + "x\ny\n", "x\n" + lines + "x\n0\n", "x\n" + lines + "x\n1\n"]],
      isSame: false),
    Pair(
      testDescription: "the line in files with other names",
      files: [
        "a": [lines, lines + "x\n", nil, nil], "b": [nil, nil, lines + "x\n", nil],
        "c": [nil, nil, nil, "0\n" + lines + "x\n"],
      ], isSame: true),
  ]

  @Test(arguments: pairs)
  func `tells whether two trees have the same of a commit`(_ pair: Pair) async throws {
    let repository = try await GitRepository()
    var commits: [ObjectID] = []
    for step in 0..<4 {
      try await repository.git("read-tree", "--empty")
      var index = ""
      for (path, texts) in pair.files {
        guard let text = texts[step] else { continue }
        let id = try await repository.git(["hash-object", "-w", "--stdin"], input: Array(text.utf8))
        index += "100644 \(id)\t\(path)\n"
      }
      try await repository.git("update-index", "--index-info", input: index)
      commits.append(try #require(ObjectID(try await repository.commit("Step \(step)"))))
    }
    let opened = try Repository(at: repository.path)
    let same = try opened.unchanged([commits[1]], between: commits[2], and: commits[3])
    #expect(same == (pair.isSame ? [commits[1]] : []))
  }
}
