import Foundation
import ReleaseScope
import TestSupport
import Testing

@testable import Git

/// Which commits have in them what a line of commits did.
struct LineSquashTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// What the base has gone on to before the squash.
    var moved: [String: String?] = [:]
    /// What the squash writes.
    let squash: [String: String?]
    /// How many commits of the line are in it.
    let count: Int
  }

  static let lines = (1...8).map { "line \($0)\n" }.joined()
  static func changed(_ numbers: Int...) -> String {
    numbers.reduce(lines) { $0.replacing("line \($1)\n", with: "changed \($1)\n") }
  }

  /// A line of four commits on `["a": lines, "b": "1\n", "v": "2.4.0\n"]`.
  static let line: [[String: String?]] = [
    ["a": changed(2)], ["n/m": "1\n", "b": "2\n"], ["a": changed(2, 4), "b": "1\n"], ["n/m": "1\n2\n"],
  ]

  static let cases = [
    Case(testDescription: "the whole line", squash: ["a": changed(2, 4), "n/m": "1\n2\n"], count: 4),
    Case(testDescription: "the line up to its third commit", squash: ["a": changed(2, 4), "n/m": "1\n"], count: 3),
    Case(testDescription: "two commits", squash: ["a": changed(2), "n/m": "1\n", "b": "2\n"], count: 2),
    Case(testDescription: "one commit", squash: ["a": changed(2)], count: 1),
    Case(
      testDescription: "the whole line and a version number",
      squash: ["a": changed(2, 4), "n/m": "1\n2\n", "v": "2.5.0\n"], count: 4),
    Case(testDescription: "one path of the line", squash: ["n/m": "1\n2\n"], count: 0),
    Case(
      testDescription: "something else at a path of the line", squash: ["a": changed(2, 4, 6), "n/m": "1\n2\n"],
      count: 0),
    Case(testDescription: "other paths", squash: ["v": "2.5.0\n"], count: 0),
    Case(testDescription: "nothing", squash: [:], count: 0),
    Case(
      testDescription: "the whole line on a base that had moved", moved: ["a": "first\n" + lines + "last\n"],
      squash: ["a": "first\n" + changed(2, 4) + "last\n", "n/m": "1\n2\n"], count: 4),
    Case(
      testDescription: "a part of it on a base that had moved", moved: ["a": "first\n" + lines],
      squash: ["a": "first\n" + changed(2), "n/m": "1\n", "b": "2\n"], count: 2),
    Case(
      testDescription: "a further line on a base that had moved", moved: ["a": "first\n" + lines],
      squash: ["a": "first\n" + changed(2, 4) + "last\n", "n/m": "1\n2\n"], count: 0),
    Case(
      testDescription: "a line of the same length on a base that had moved", moved: ["a": "first\n" + lines],
      squash: ["a": "first\n" + changed(2, 5), "n/m": "1\n2\n"], count: 0),
    Case(
      testDescription: "a base that had moved at other paths", moved: ["v": "3\n", "b": "1\n2\n"],
      squash: ["a": changed(2, 4), "n/m": "1\n2\n"], count: 4),
  ]

  @Test(arguments: cases)
  func `finds what one commit has of a line`(_ example: Case) async throws {
    let repository = try await GitRepository()
    let start = try await repository.write(["a": Self.lines, "b": "1\n", "v": "2.4.0\n"], "Start")
    try await repository.checkout(new: "line")
    var line: [ObjectID] = []
    for files in Self.line { line.append(try await repository.write(files, "Line")) }
    try await repository.checkout("main")
    let other = try await repository.write(example.moved, "Move on")
    let squash = try await repository.write(example.squash, "Squash")
    for few in [2, 1] {
      let found = try LineSquashes(line, since: start, in: [other, squash], Repository(at: repository.path), few: few)
      #expect(found.squashed == (example.count == 0 ? [:] : [squash: line[example.count - 1]]), "few: \(few)")
      #expect(found.unreadable.isEmpty)
    }
  }

  @Test func `finds nothing in a line that comes to nothing, but what came before`() async throws {
    let repository = try await GitRepository()
    let start = try await repository.write(["a": "1\n"], "Start")
    let line = [
      try await repository.write(["a": "2\n"], "One"), try await repository.write(["a": "1\n"], "Two"),
    ]
    try await repository.git("reset", "--quiet", "--hard", "\(start)")
    let squash = try await repository.write(["a": "2\n"], "Squash")
    let empty = try await repository.write([:], "Nothing")
    let found = try LineSquashes(line, since: start, in: [squash, empty], Repository(at: repository.path))
    #expect(found.squashed == [squash: line[0]])
  }

  @Test func `says which commits it could not read`() async throws {
    let original = try await GitRepository()
    let start = try await original.write(["a": "1\n"], "Start")
    let line = [try await original.write(["a": "2\n"], "One")]
    try await original.checkout(new: "squash", at: "\(start)")
    try await original.write(["a": "1\n0\n"], "Move on")
    let squash = try await original.write(["a": "2\n0\n"], "Squash")
    let blobless = try await original.clone(filter: "blob:none")
    let found = try LineSquashes(line, since: start, in: [squash], Repository(at: blobless.path))
    #expect(found.squashed.isEmpty)
    #expect(found.unreadable == [squash])
    let treeless = try await original.clone(filter: "tree:0")
    let unread = try LineSquashes(line, since: start, in: [squash], Repository(at: treeless.path)).unreadable
    #expect(unread.contains(line[0]))
  }
}
