import CLibgit2
import Foundation
import ReleaseScope
import TestSupport
import Testing

@testable import Git

/// Trees and files that are read from packs.
struct PackedObjectTests {
  /// A history whose files and folders git stores as deltas of each other.
  private static func made(commits: Int) async throws -> GitRepository {
    let repository = try await GitRepository()
    let lines = (1...200).map { "line \($0) of a file that is long enough to have deltas\n" }
    for number in 1...commits {
      var text = lines
      text[number * 7 % lines.count] = "changed by \(number)\n"
      let files = ["deep/folder/file.txt": text.joined(), "deep/other-\(number).txt": "\(number)\n", "empty": ""]
      try await repository.commit("SHOP-\(number) Work", files: files)
    }
    return repository
  }

  private static func ids(_ repository: GitRepository) async throws -> [(id: ObjectID, type: String)] {
    try await repository.git("cat-file", "--batch-all-objects", "--batch-check=%(objectname) %(objecttype)")
      .split(separator: "\n")
      .map { line in (try #require(ObjectID(String(line.prefix(40)))), String(line.dropFirst(41))) }
  }

  @Test(arguments: [["--depth=50", "--window=50"], ["--depth=0"], ["--depth=500", "--window=250"]])
  func `reads every object that git has packed`(packing: [String]) async throws {
    let repository = try await Self.made(commits: 30)
    try await repository.git(["repack", "-adfq"] + packing)
    let opened = try Repository(at: repository.path)
    let ids = try await Self.ids(repository)
    let types = ["commit": GIT_OBJECT_COMMIT, "tree": GIT_OBJECT_TREE, "blob": GIT_OBJECT_BLOB]
    // In both orders, so that deltas come before what they are of, and after it.
    for (id, type) in ids + ids.reversed() {
      let object = try #require(opened.packs.object(id), "\(id)")
      #expect(object.type == types[type])
      #expect(object.withSpan { ObjectID(of: object.type, $0) } == id)
    }
    #expect(opened.packs.object(ObjectID(high: 1, middle: 2, low: 3)) == nil)
  }
}
