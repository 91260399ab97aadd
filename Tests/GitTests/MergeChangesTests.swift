import Foundation
import Fuzzing
import Git
import ReleaseScope
import TestSupport
import Testing

/// What merges have that git does not make of their parents: `git show --remerge-diff` is the reference.
struct MergeChangesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var base: [String: String?] = [:]
    var ours: [String: String?] = [:]
    var theirs: [String: String?] = [:]
    /// What is written before the merge is committed.
    var merge: [String: String?] = [:]
    let own: [String]
  }

  static let lines = (1...12).map { "line \($0)\n" }.joined()
  static func changed(_ number: Int, _ text: String = "changed") -> String {
    lines.replacing("line \(number)\n", with: "\(text)\n")
  }

  static let cases = [
    Case(testDescription: "an ordinary merge", own: []),
    Case(
      testDescription: "both changed a file", ours: ["a": changed(1)], theirs: ["a": changed(12)], own: []),
    Case(testDescription: "a new file", merge: ["n": "1\n"], own: ["n"]),
    Case(testDescription: "a new file in a new folder", merge: ["n/m/o": "1\n"], own: ["n/m/o"]),
    Case(testDescription: "a file that neither changed", merge: ["a": changed(3)], own: ["a"]),
    Case(testDescription: "a file that one changed", ours: ["a": changed(1)], merge: ["a": changed(3)], own: ["a"]),
    Case(
      testDescription: "a file that both changed, and one line more", ours: ["a": changed(1)],
      theirs: ["a": changed(12)], merge: ["a": changed(1).replacing("line 12\n", with: "changed\nmore\n")], own: ["a"]),
    Case(testDescription: "a removed file", merge: ["a": nil], own: ["a"]),
    Case(
      testDescription: "a removed file that both changed", ours: ["a": changed(1)], theirs: ["a": changed(12)],
      merge: ["a": nil], own: ["a"]),
    Case(testDescription: "a file of theirs that is left out", theirs: ["n": "1\n"], merge: ["n": nil], own: []),
    Case(
      testDescription: "a conflict that was resolved", ours: ["a": changed(3)], theirs: ["a": changed(3, "other")],
      merge: ["a": changed(3, "both")], own: []),
    Case(
      testDescription: "a conflict, and something else", ours: ["a": changed(3)], theirs: ["a": changed(3, "other")],
      merge: ["a": changed(3, "both"), "b": "1\n2\n"], own: ["b"]),
    Case(
      testDescription: "a file that one removed and the other changed", ours: ["a": nil], theirs: ["a": changed(3)],
      merge: ["a": changed(4)], own: []),
    Case(
      testDescription: "a file that both added", ours: ["n": "1\n"], theirs: ["n": "2\n"], merge: ["n": "3\n"], own: []),
    Case(
      testDescription: "a file that both added alike", ours: ["n": "1\n"], theirs: ["n": "1\n"], merge: ["n": "3\n"],
      own: ["n"]),
    Case(
      testDescription: "a file that one moved and the other changed", ours: ["a": nil, "m": lines],
      theirs: ["a": changed(3)], own: []),
    Case(
      testDescription: "a file that one moved and changed, and the other changed", ours: ["a": nil, "m": changed(10)],
      theirs: ["a": changed(3)], own: []),
    Case(
      testDescription: "a moved file with something of the merge's own", ours: ["a": nil, "m": lines],
      theirs: ["a": changed(3)], merge: ["m": changed(3).replacing("line 9", with: "own")], own: ["m"]),
    Case(
      testDescription: "a file that one added to a folder that the other moved",
      base: ["d/one": lines, "d/two": changed(2)],
      ours: ["d/one": nil, "d/two": nil, "e/one": lines, "e/two": changed(2)], theirs: ["d/three": changed(5)], own: []),
    Case(
      testDescription: "binary files", base: ["i": "\0\0one"], ours: ["i": "\0\0two"], theirs: ["i": "\0\0three"],
      merge: ["i": "\0\0four"], own: []),
  ]

  @Test(arguments: cases)
  func `finds what neither side brings`(_ example: Case) async throws {
    let repository = try await GitRepository()
    try await repository.write(["a": Self.lines, "b": "1\n"].merging(example.base) { $1 ?? $0 }, "Start")
    try await repository.checkout(new: "side")
    try await repository.write(["theirs": "1\n"].merging(example.theirs) { $1 ?? $0 }, "Theirs")
    try await repository.checkout("main")
    try await repository.write(["ours": "1\n"].merging(example.ours) { $1 ?? $0 }, "Ours")
    // It may fail, for a conflict.
    _ = try await repository.run(["merge", "--quiet", "--no-ff", "--no-commit", "side"])
    let merge = try await repository.write(example.merge, "Merge branch 'side'")
    let found = try Repository(at: repository.path).ownChanges(ofMerges: [merge])
    #expect(found.paths[merge] ?? [] == example.own)
    #expect(found.unreadable.isEmpty)
  }

  /// What a side does to the files: any of it may be what the other side does, too.
  private static func edit(
    _ files: [String: String], moves: Bool, _ random: inout RandomNumbers
  ) -> [String: String] {
    var files = files
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let path = files.keys.sorted().randomElement(using: &random) ?? "d/a"
      let place = Int.random(in: 1...12, using: &random)
      let text = files[path] ?? lines
      switch Int.random(in: 0..<10, using: &random) {
      case 0: files[path] = nil
      case 1: files["d/new \(Int.random(in: 0...2, using: &random))"] = changed(place)
      case 2 where moves, 3 where moves:
        files[path] = nil
        files[["e/", "d/"][place % 2] + "\(place)"] = text
      case 4, 5: files[path] = "\(place)\n" + text
      default: files[path] = text.replacing("line \(place)\n", with: "\(Int.random(in: 0...9, using: &random))\n")
      }
    }
    return files
  }

  @Test(arguments: [false, true])
  func `finds in random merges what git finds, and no more`(moves: Bool) async throws {
    var random = RandomNumbers(seed: moves ? 7 : 3)
    let repository = try await GitRepository()
    let files = Dictionary(uniqueKeysWithValues: ["d/a", "d/b", "d/c", "f", "g/h/i"].map { ($0, Self.lines) })
    func change(_ from: [String: String], _ to: [String: String]) -> [String: String?] {
      from.mapValues { _ in String?.none }.merging(to.mapValues(Optional.some)) { $1 }
    }
    let start = try await repository.write(files, "Start")
    var found = 0
    for number in 0..<24 {
      try await repository.git("checkout", "--quiet", "-B", "main", "\(start)")
      try await repository.checkout(new: "side\(number)")
      let theirs = Self.edit(files, moves: moves, &random)
      try await repository.write(change(files, theirs), "Theirs")
      try await repository.checkout("main")
      let ours = Self.edit(files, moves: moves, &random)
      try await repository.write(change(files, ours), "Ours")
      let merging = try await repository.run(["merge", "--quiet", "--no-ff", "--no-commit", "side\(number)"])
      let own = number % 3 > 0 ? change(ours, Self.edit(ours, moves: false, &random)) : [:]
      let merge = try await repository.write(own, "Merge")
      let git = try await repository.git(
        "show", "--remerge-diff", "--no-renames", "--name-only", "-z", "--format=", "\(merge)")
      let expected = Set(git.split(separator: "\0").map(String.init))
      let paths = Set(try Repository(at: repository.path).ownChanges(ofMerges: [merge]).paths[merge] ?? [])
      #expect(paths.isSubset(of: expected), "\(merge)")
      found += paths.count
      // Where nothing is moved and nothing was in conflict, there is no doubt.
      guard merging.status == 0, !moves else { continue }
      var neither = expected
      for parent in ["\(merge)^1", "\(merge)^2"] {
        let differing = try await repository.git("diff", "--no-renames", "--name-only", "-z", parent, "\(merge)")
        neither.formIntersection(differing.split(separator: "\0").map(String.init))
      }
      #expect(paths == neither, "\(merge)")
    }
    #expect(found > 4)
  }
}

extension GitRepository {
  /// Writes and removes files, and commits all that the work tree has.
  @discardableResult
  func write(_ files: [String: String?], _ message: String) async throws -> ObjectID {
    for (file, text) in files {
      if let text { try write(file, text) } else { try? FileManager.default.removeItem(atPath: "\(path)/\(file)") }
    }
    try await git("add", "--all")
    return try #require(ObjectID(try await commit(message)))
  }
}
