import Fuzzing
import ReleaseScope
import TestSupport
import Testing

@testable import Git

/// Which paths differ between two trees: `git diff-tree` is the reference.
struct TreeComparisonTests {
  /// Names that git orders as only git does: a folder comes where its name with a slash would.
  private static let names = [
    "a", "a.b", "a0", "a-b", "a/b", "a/b/c", "a/c", "b", "b/x.js", "ab/c", "B", "\u{E4}", "a b",
  ]

  @Test func `finds the paths that git finds`() async throws {
    var random = RandomNumbers(seed: 5)
    let repository = try await GitRepository()
    var stream = ""
    let count = 60
    for number in 1...count {
      stream += "commit refs/heads/main\nmark :\(number)\ncommitter D <d> \(CommitGraph.start + Int64(number)) +0000\n"
      stream += "data 1\n.\n"
      // Files give way to folders of their name, and the other way round.
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let name = Self.names[Int.random(in: 0..<Self.names.count, using: &random)]
        switch Int.random(in: 0..<6, using: &random) {
        case 0: stream += "D \(name)\n"
        case 1: stream += "M 100755 inline \(name)\ndata 2\n1\n\n"
        case 2: stream += "M 120000 inline \(name)\ndata 1\nb\n"
        default: stream += "M 100644 inline \(name)\ndata 2\n\(Int.random(in: 0...3, using: &random))\n\n"
        }
      }
      stream += "\n"
    }
    try await repository.git("fast-import", "--quiet", input: stream)
    let log = try await repository.git(
      "log", "-m", "--first-parent", "--root", "--no-renames", "--name-only", "-z", "--format=%x01%H", "main")
    let opened = try Repository(at: repository.path)
    var known: [[String]] = []
    let commits = log.split(separator: "\u{1}").map { entry in
      entry.split { $0 == "\0" || $0 == "\n" }.map(String.init)
    }
    #expect(commits.count == count)
    for lines in commits {
      let commit = try #require(ObjectID(lines[0]))
      let paths = Array(lines[1...])
      #expect(try opened.changedPaths(of: commit) == paths)
      let raw = try await repository.git(
        "diff-tree", "-r", "--root", "--no-commit-id", "--no-renames", "--raw", "-z", "--abbrev=40", lines[0])
      let changes = try Self.changes(raw)
      #expect(try opened.changes(of: commit).changes == changes)
      known.append(paths)
      // All of them and others are known; one of them is not.
      let all = try opened.changes(of: commit, .among(.init(known.joined())))
      #expect(all.paths == paths)
      #expect(!all.hasOthers)
      if let last = paths.last {
        let others = Self.names.filter { $0 != last }
        #expect(try opened.changes(of: commit, .among(.init(others))).hasOthers)
        let within = try opened.changes(of: commit, .within(.init(others)))
        #expect(within.hasOthers)
        #expect(within.paths == paths.filter { $0 != last })
      }
    }
  }

  /// What `git diff-tree --raw -z` says: `:modes ids status`, a zero, the path and a zero for each change.
  private static func changes(_ raw: String) throws -> [TreeChange] {
    let fields = raw.split(separator: "\0")
    return try stride(from: 0, to: fields.count - 1, by: 2).map { place in
      let words = fields[place].dropFirst().split(separator: " ").map(String.init)
      func item(_ mode: String, _ id: String) throws -> TreeItem? {
        let id = try #require(ObjectID(id))
        return id.isZero ? nil : TreeItem(id: id, mode: try #require(UInt32(mode, radix: 8)))
      }
      return TreeChange(
        path: String(fields[place + 1]), old: try item(words[0], words[2]), new: try item(words[1], words[3]))
    }
  }

  static let corrupt: [[UInt8]] = [
    Array("100644 a".utf8), Array("100644 a\0".utf8), Array("100644 a\0".utf8) + Array(repeating: 1, count: 19),
    Array("100644".utf8), Array(" a\0".utf8) + Array(repeating: 1, count: 20),
    Array("100644 \0".utf8) + Array(repeating: 1, count: 20),
    Array("1006444444 a\0".utf8) + Array(repeating: 1, count: 20),
    Array("100844 a\0".utf8) + Array(repeating: 1, count: 20),
    Array("100644 a\0".utf8) + Array(repeating: 1, count: 20) + [0x31],
  ]

  @Test(arguments: corrupt)
  func `calls a tree corrupt that has no whole entries`(bytes: [UInt8]) async throws {
    let repository = try await GitRepository()
    let tree = try await repository.git(
      ["hash-object", "-t", "tree", "-w", "--literally", "--stdin"], input: bytes)
    let new = try #require(ObjectID(tree))
    let opened = try Repository(at: repository.path)
    #expect(throws: GitError.self) { try TreeComparison(nil, new, in: opened) }
    let empty = try #require(ObjectID(try await repository.git("mktree")))
    #expect(throws: GitError.self) { try TreeComparison(new, empty, in: opened) }
  }

  @Test func `tells a tree that is not here from one that is no tree`() async throws {
    let repository = try await GitRepository()
    let blob = try #require(ObjectID(try await repository.git("hash-object", "-w", "--stdin", input: "x\n")))
    let opened = try Repository(at: repository.path)
    let missing = ObjectID(high: 1, middle: 2, low: 3)
    let lost = #expect(throws: GitError.self) { try TreeComparison(nil, missing, in: opened) }
    #expect(lost?.code == .missingObject)
    let wrong = #expect(throws: GitError.self) { try TreeComparison(nil, blob, in: opened) }
    #expect(wrong?.code == .other(-1))
  }
}
