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

  @Test func `reads an object as it is or not at all, whatever is damaged`() async throws {
    let repository = try await Self.made(commits: 6)
    try await repository.git("repack", "-adfq", "--depth=50", "--window=50")
    let folder = URL(filePath: repository.path + "/.git/objects/pack")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let name = try #require(names.first { $0.hasSuffix(".pack") })
    let whole = [UInt8](try Data(contentsOf: folder.appending(path: name)))
    let index = try #require(
      FileBytes(path: folder.appending(path: name.replacing(".pack", with: ".idx")).path).flatMap(PackIndex.init))
    let ids = try await Self.ids(repository).map(\.id)
    for place in stride(from: 12, to: whole.count, by: 101) {
      var bytes = whole
      bytes[place] ^= UInt8(truncatingIfNeeded: 1 << (place % 8))
      let pack = try #require(PackFile(MappedPack(index, FileBytes(bytes))))
      for id in ids {
        guard let object = pack.object(id) else { continue }
        #expect(object.withSpan { ObjectID(of: object.type, $0) } == id)
      }
    }
  }
}
