import ReleaseScope
import TestSupport
import Testing

@testable import Git

/// Patches by their lines, before anything is compared line by line.
struct PatchLinesTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Each file before and after; `nil` for none.
    let left: [(old: String?, new: String?)]
    let right: [(old: String?, new: String?)]
    let areAlike: Bool
  }

  static let cases = [
    Case(testDescription: "the same", left: [("1\n", "1\n2\n")], right: [("1\n", "1\n2\n")], areAlike: true),
    Case(
      testDescription: "the same among other lines", left: [("1\n", "1\n2\n")], right: [("x\ny\n", "x\n2\ny\n")],
      areAlike: true),
    Case(testDescription: "other lines", left: [("1\n", "1\n2\n")], right: [("1\n", "1\n3\n")], areAlike: false),
    Case(testDescription: "one line more", left: [("", "2\n")], right: [("", "2\n2\n")], areAlike: false),
    Case(testDescription: "the inverse", left: [("1\n", "1\n2\n")], right: [("1\n2\n", "1\n")], areAlike: false),
    Case(
      testDescription: "other blanks", left: [("", "if (a) b\n")], right: [("", "if  (a)\tb \r\n")], areAlike: true),
    Case(testDescription: "no line end", left: [("", "1\n2")], right: [("", "1\n2\n")], areAlike: true),
    Case(testDescription: "words put together", left: [("", "12\n")], right: [("", "1\n2\n")], areAlike: false),
    Case(
      testDescription: "a new file and a longer one", left: [(nil, "1\n")], right: [("0\n", "0\n1\n")], areAlike: true),
    Case(
      testDescription: "a removed file and a shorter one", left: [("1\n", nil)], right: [("0\n1\n", "0\n")],
      areAlike: true),
    Case(
      testDescription: "lines of one file in the other", left: [("", "1\n"), ("", "2\n")],
      right: [("", "2\n"), ("", "1\n")], areAlike: false),
    Case(
      testDescription: "a file less", left: [("", "1\n")], right: [("", "1\n"), ("", "2\n")], areAlike: false),
  ]

  private static func lines(
    _ files: [(old: String?, new: String?)], _ repository: GitRepository, _ opened: Repository
  ) async throws -> PatchLines {
    var changes: [TreeChange] = []
    for (number, file) in files.enumerated() {
      var items: [TreeItem?] = []
      for text in [file.old, file.new] {
        guard let text else {
          items.append(nil)
          continue
        }
        let id = try await repository.git(["hash-object", "-w", "--stdin"], input: Array(text.utf8))
        items.append(TreeItem(id: try #require(ObjectID(id)), mode: 0o100644))
      }
      changes.append(TreeChange(path: "file \(number)", old: items[0], new: items[1]))
    }
    return try PatchLines(changes, in: opened)
  }

  @Test(arguments: cases)
  func `are the same for patches that are, and seldom for others`(_ example: Case) async throws {
    let repository = try await GitRepository()
    let opened = try Repository(at: repository.path)
    let left = try await Self.lines(example.left, repository, opened)
    #expect((try await Self.lines(example.right, repository, opened) == left) == example.areAlike)
  }

  @Test func `read nothing of submodules, nor of what only changes its mode`() async throws {
    let repository = try await GitRepository()
    let opened = try Repository(at: repository.path)
    let (one, two) = (ObjectID(high: 1, middle: 2, low: 3), ObjectID(high: 1, middle: 2, low: 4))
    func lines(_ old: TreeItem?, _ new: TreeItem?) throws -> PatchLines {
      try PatchLines([TreeChange(path: "lib", old: old, new: new)], in: opened)
    }
    let moved = try lines(TreeItem(id: one, mode: 0o160000), TreeItem(id: two, mode: 0o160000))
    #expect(try lines(TreeItem(id: one, mode: 0o100644), TreeItem(id: one, mode: 0o100755)) == moved)
    #expect(try lines(nil, TreeItem(id: one, mode: 0o160000)) == moved)
    let missing = #expect(throws: GitError.self) { try lines(nil, TreeItem(id: one, mode: 0o100644)) }
    #expect(missing?.code == .missingObject)
  }
}
