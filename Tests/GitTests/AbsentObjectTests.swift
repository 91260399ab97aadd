import CLibgit2
import Commits
import Foundation
import TestSupport
import Testing

@testable import Git

/// What is not here, told without libgit2.
struct AbsentObjectTests {
  private static let nothing = ObjectID(high: 1, middle: 2, low: 3)

  /// How an object comes while the repository is open.
  enum Arrival: CaseIterable {
    case loose, packed, looseInAlternate, packedInAlternate
  }

  @Test(arguments: Arrival.allCases)
  func `an object that came later is found, after others were looked for in vain`(arrival: Arrival) async throws {
    let repository = try await GitRepository()
    let other = try await GitRepository()
    let isInAlternate = [.looseInAlternate, .packedInAlternate].contains(arrival)
    let place = isInAlternate ? other : repository
    for start in [repository, other] {
      try await start.commit("Start", files: ["a": "1\n"])
      if arrival != .loose, arrival != .looseInAlternate { try await start.git("repack", "-a", "-d", "-q") }
    }
    try repository.write(".git/objects/info/alternates", Data("\(other.path)/.git/objects\n".utf8))
    let opened = try Repository(at: repository.path)
    #expect(opened.lacks(Self.nothing))
    let id = try #require(
      ObjectID(try await place.git(["hash-object", "-w", "--stdin"], input: Array("later\n".utf8))))
    switch arrival {
    case .loose, .looseInAlternate: break
    case .packed, .packedInAlternate:
      try await place.git(["pack-objects", "-q", "\(place.path)/.git/objects/pack/pack"], input: Array("\(id)\n".utf8))
      try await place.git("prune-packed", "-q")
    }
    #expect(!opened.lacks(id))
    #expect(try opened.blob(id) == Array("later\n".utf8))
    #expect(try opened.blobSize(id) == 6)
    #expect(throws: GitError.self) { try opened.blob(Self.nothing) }
  }

  @Test func `a commit that came later is found, after it was looked for in vain`() async throws {
    let repository = try await GitRepository()
    let other = try await GitRepository()
    let id = try #require(ObjectID(try await other.commit("Work", files: ["a": "1\n"])))
    let opened = try Repository(at: repository.path)
    #expect(try opened.commit(id) == nil)
    #expect(try opened.type(of: id) == nil)
    try await repository.git("fetch", "-q", other.path, "HEAD")
    #expect(try opened.commit(id)?.id == id)
    #expect(try opened.isCommit(id))
  }

  @Test func `the tree of nothing is always here`() async throws {
    let repository = try await GitRepository()
    let opened = try Repository(at: repository.path)
    let nothing = try #require(ObjectID("4b825dc642cb6eb9a060e54bf8d69288fbee4904"))
    #expect(!opened.lacks(nothing))
    #expect(try opened.type(of: nothing) == GIT_OBJECT_TREE)
  }

  @Test func `each question says in the same words that an object is not here`() async throws {
    let repository = try await GitRepository()
    let start = try #require(ObjectID(try await repository.commit("Start", files: ["a/b": "1\n"])))
    let tree = try await repository.id(of: "HEAD^{tree}")
    let opened = try Repository(at: repository.path)
    try FileManager.default.removeItem(
      atPath: "\(repository.path)/.git/objects/\(tree.prefix(2))/\(tree.dropFirst(2))")
    #expect(try opened.commit(Self.nothing) == nil)
    #expect(try opened.type(of: Self.nothing) == nil)
    let questions: [(id: String, ask: () throws -> Void)] = [
      (Self.nothing.description, { _ = try opened.blob(Self.nothing) }),
      (Self.nothing.description, { _ = try opened.blobSize(Self.nothing) }),
      (tree, { _ = try opened.file("a/b", in: start) }),
      (tree, { _ = try opened.changedPaths(of: start) }),
    ]
    for question in questions {
      let error = #expect(throws: GitError.self, performing: question.ask)
      #expect(error?.code == .missingObject)
      #expect(error?.message == "object not found - no match for id (\(question.id))")
    }
  }

  /// What happens to a folder of packs after it was listed.
  @Test(arguments: [("pack-1.idx", false), ("multi-pack-index", false), (nil, true)])
  func `a folder of packs is as listed until something comes`(file: String?, isAsListed: Bool) throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let packs = directory.appending(path: "pack")
    try FileManager.default.createDirectory(at: packs, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    try Data().write(to: packs.appending(path: "pack-0.idx"))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)], ofItemAtPath: packs.path)
    let folder = PackFolder(in: directory.path)
    #expect(folder.packs == ["\(packs.path)/pack-0"])
    if let file { try Data().write(to: packs.appending(path: file)) }
    #expect(folder.isAsListed == isAsListed)
  }

  @Test func `a folder that is not there is as listed until it is made, one that cannot be read is not`() throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let folder = PackFolder(in: directory.path)
    defer { try? FileManager.default.removeItem(at: directory) }
    #expect(folder.isAsListed)
    try FileManager.default.createDirectory(
      at: directory.appending(path: "pack"), withIntermediateDirectories: true)
    #expect(!folder.isAsListed)
    try Data().write(to: directory.appending(path: "file"))
    #expect(!PackFolder(in: directory.path + "/file").isAsListed)
  }
}
