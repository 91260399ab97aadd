import Foundation
import Git
import ReleaseScope
import TestSupport
import Testing

/// What merges of more than two parents, and those of sides with several merge bases, have of their own.
struct ManySidedMergeTests {
  private static let lines = MergeChangesTests.lines

  /// Three sides, and what the merge of all of them has.
  struct Octopus: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var sides: [[String: String?]] = [[:], [:], [:]]
    var merge: [String: String?] = [:]
    let own: [String]
  }

  static let octopuses = [
    Octopus(testDescription: "what the sides have", own: []),
    Octopus(testDescription: "a new file", merge: ["n": "1\n"], own: ["n"]),
    Octopus(testDescription: "a file that no side changed", merge: ["a": lines + "own\n"], own: ["a"]),
    Octopus(testDescription: "a file that no side changed, removed", merge: ["a": nil], own: ["a"]),
    Octopus(
      testDescription: "a file that one side changed", sides: [[:], ["a": lines + "x\n"], [:]],
      merge: ["a": lines + "own\n"], own: ["a"]),
    Octopus(
      testDescription: "a file that two sides changed", sides: [[:], ["a": lines + "x\n"], ["a": "y\n" + lines]],
      merge: ["a": "y\n" + lines + "x\n"], own: []),
    Octopus(
      testDescription: "a file that two sides changed, and another",
      sides: [["a": lines + "x\n"], [:], ["a": "y\n" + lines]],
      merge: ["a": "y\n" + lines + "x\n", "b": "2\n"], own: ["b"]),
    Octopus(
      testDescription: "the file of one side", sides: [[:], ["a": lines + "x\n"], [:]], merge: ["a": lines + "x\n"],
      own: []),
  ]

  @Test(arguments: octopuses)
  func `finds what an octopus has that no side brings`(_ example: Octopus) async throws {
    let repository = try await GitRepository()
    let start = try await repository.write(["a": Self.lines, "b": "1\n"], "Start")
    var sides: [ObjectID] = []
    for (number, files) in example.sides.enumerated() {
      sides.append(try await repository.write(["side \(number)": "1\n"].merging(files) { $1 ?? $0 }, on: [start]))
    }
    let brought = ["side 1": "1\n", "side 2": "1\n"] as [String: String?]
    let merge = try await repository.write(brought.merging(example.merge) { $1 }, on: sides)
    let found = try Repository(at: repository.path).ownChanges(ofMerges: [merge])
    #expect(found.paths == (example.own.isEmpty ? [:] : [merge: example.own]))
    #expect(found.unreadable.isEmpty)
  }

  /// Two sides, each of which merged what the other began with: one keeps a line that the other takes back.
  @Test(arguments: [
    ("line 1", []), ("begun", []), ("neither", ["a"]),
  ]) func `takes what one of several merge bases explains`(first: String, own: [String]) async throws {
    func text(_ one: String, _ five: String = "line 5", _ nine: String = "line 9") -> String {
      Self.lines.replacing("line 1\n", with: "\(one)\n").replacing("line 5\n", with: "\(five)\n")
        .replacing("line 9\n", with: "\(nine)\n")
    }
    let repository = try await GitRepository()
    let start = try await repository.write(["a": Self.lines], "Start")
    let one = try await repository.write(["a": text("begun"), "one": "1\n"], on: [start])
    let two = try await repository.write(["two": "1\n"], on: [start])
    let kept = try await repository.write(["a": text("begun", "kept"), "two": "1\n"], on: [one, two])
    let undone = try await repository.write(["a": text("line 1", "line 5", "undone"), "one": "1\n"], on: [two, one])
    let bases = try await repository.git("merge-base", "--all", "\(kept)", "\(undone)")
    #expect(Set(bases.split(separator: "\n").compactMap { ObjectID(String($0)) }) == [one, two])
    let merge = try await repository.write(["a": text(first, "kept", "undone")], on: [kept, undone])
    let found = try Repository(at: repository.path).ownChanges(ofMerges: [merge])
    #expect(found.paths == (own.isEmpty ? [:] : [merge: own]))
  }

  @Test func `looks at each of many merges, and says which it could not read`() async throws {
    let repository = try await GitRepository()
    let start = try await repository.write(["a": Self.lines, "b": "1\n"], "Start")
    let side = try await repository.write(["side": "1\n"], on: [start])
    let plain = try await repository.write(["side": "1\n"], on: [start, side])
    let changed = try await repository.write(["side": "1\n", "n": "1\n"], on: [start, side])
    let missing = ObjectID(high: 1, middle: 2, low: 3)
    let found = try Repository(at: repository.path).ownChanges(ofMerges: [changed, missing, plain, start])
    #expect(found.paths == [changed: ["n"]])
    #expect(found.unreadable == [missing])
  }
}

extension GitRepository {
  /// Commits the files of the first parent with some changed, as a child of all `parents`.
  fileprivate func write(_ files: [String: String?], on parents: [ObjectID]) async throws -> ObjectID {
    try await git("checkout", "--quiet", "--detach", "\(parents[0])")
    for (file, text) in files {
      if let text { try write(file, text) } else { try FileManager.default.removeItem(atPath: "\(path)/\(file)") }
    }
    try await git("add", "--all")
    let tree = try await git("write-tree")
    let commit = try await commit(bytes: Array("Commit".utf8), parents: parents.map(\.description), tree: tree)
    return try #require(ObjectID(commit))
  }
}
