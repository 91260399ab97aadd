import Foundation
import Git
import ReleaseScope
import TestSupport
import Testing

/// What several commits come to together, with those of others between them.
struct ChangeBalanceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The files after each commit, the first one of others; `nil` for none. One that begins with `x` is a program.
    let files: [String: [String?]]
    let own: [Int]
    let isEven: Bool

    init(_ description: String, _ files: [String: [String?]], own: [Int] = [1, 3], isEven: Bool) {
      (testDescription, self.files, self.own, self.isEven) = (description, files, own, isEven)
    }
  }

  static let cases = [
    Case("a line, and another one's beside", ["a": ["1\n", "1\nx\n", "0\n1\nx\n", "0\n1\n"]], isEven: true),
    Case("a changed line that is back", ["a": ["1\n2\n", "1\nx\n", "1\nx\n3\n", "1\n2\n3\n"]], isEven: true),
    Case("a file", ["a": [nil, "1\n", "1\n", nil], "b": ["", "", "y\n", "y\n"]], isEven: true),
    Case("a file that grew", ["a": [nil, "1\n", "1\n2\n", nil]], own: [1, 2, 3], isEven: true),
    Case("a line that was trimmed first", ["a": ["1\n", "1\nx\ny\n", "1\nx\n", "1\n"]], own: [1, 2, 3], isEven: true),
    Case("binary contents", ["a": [nil, "\0one", "\0two", nil]], own: [1, 2, 3], isEven: true),
    Case("a program", ["x": [nil, "1\n", "1\n", nil]], isEven: true),
    Case("all but the change log", ["a": ["", "1\n", "1\n", ""], "CHANGES": ["", "", "", "1\n"]], isEven: true),
    Case("one of two lines", ["a": ["1\n", "1\nx\ny\n", "1\nx\ny\n", "1\nx\n"]], isEven: false),
    Case("one of two equal lines", ["a": ["1\n", "1\nx\nx\n", "1\nx\nx\n", "1\nx\n"]], isEven: false),
    Case("a line that others changed", ["a": ["1\n", "1\nx\ny\n", "1\nX\ny\n", "1\nX\n"]], isEven: false),
    Case("a line that others took away", ["a": ["1\n", "1\nx\ny\n", "1\nx\n", "1\n"]], isEven: false),
    Case("a deletion that stays", ["a": ["1\n2\n", "1\nx\n", "1\nx\n3\n", "1\n3\n"]], isEven: false),
    Case("others' work, too", ["a": ["", "x\n", "x\ny\n", ""]], isEven: false),
    Case("one of two files", ["a": ["", "1\n", "1\n", ""], "b": ["", "1\n", "1\n", "1\n"]], isEven: false),
    Case("other binary contents", ["a": [nil, "\0one", "\0two", nil]], isEven: false),
    Case("a line's order alone", ["a": ["1\n2\n", "2\n1\n", "2\n1\n", "2\n1\n3\n"]], isEven: false),
    Case("nothing", ["a": ["1\n", "1\n", "2\n", "2\n"]], isEven: false),
    Case("the change log alone", ["CHANGES": ["1\n", "1\n2\n", "1\n2\n", "1\n"]], isEven: false),
  ]

  @Test(arguments: cases)
  func `is even where each line is added as often as removed`(example: Case) async throws {
    let repository = try await GitRepository()
    let commits = try await Self.commits(example.files, in: repository)
    let opened = try Repository(at: repository.path)
    #expect(try opened.cancelOut(example.own.map { commits[$0] }) == example.isEven)
  }

  @Test func `is not even where a mode stays`() async throws {
    let repository = try await GitRepository()
    var commits = try await Self.commits(["a": ["1\n", "1\nx\n"]], in: repository)
    try await repository.git("update-index", "--chmod=+x", "a")
    try await repository.git("commit", "--quiet", "--message", "a program")
    commits.append(try #require(ObjectID(try await repository.id(of: "HEAD"))))
    try repository.write("a", "1\n")
    try await repository.git("-c", "core.fileMode=false", "commit", "--quiet", "--all", "--message", "without the line")
    commits.append(try #require(ObjectID(try await repository.id(of: "HEAD"))))
    let opened = try Repository(at: repository.path)
    #expect(try opened.cancelOut([commits[1], commits[3]]))
    #expect(try !opened.cancelOut([commits[1], commits[2], commits[3]]))
  }

  @Test func `says which object is not here`() async throws {
    let repository = try await GitRepository()
    let commits = try await Self.commits(["a": ["1\n", "2\n"]], in: repository)
    let blob = try await repository.id(of: "HEAD:a")
    try FileManager.default.removeItem(atPath: "\(repository.path)/.git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))")
    let opened = try Repository(at: repository.path)
    let error = try #require(throws: GitError.self) { try opened.cancelOut([commits[1]]) }
    #expect(error.code == .missingObject)
  }

  private static func commits(_ files: [String: [String?]], in repository: GitRepository) async throws -> [ObjectID] {
    var commits: [ObjectID] = []
    for place in 0..<(files.values.map(\.count).max() ?? 0) {
      for (path, states) in files {
        let file = repository.path + "/" + path
        guard let text = states[place] else {
          try? FileManager.default.removeItem(atPath: file)
          continue
        }
        try repository.write(path, text)
        if path.hasPrefix("x") {
          try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
        }
      }
      try await repository.git("add", "--all")
      try await repository.git("commit", "--quiet", "--allow-empty", "--message", "commit \(place)")
      commits.append(try #require(ObjectID(try await repository.id(of: "HEAD"))))
    }
    return commits
  }
}
