import Foundation
import Git
import ReleaseScope
import TestSupport
import Testing

/// Submodules and symbolic links in trees and commits.
struct LinkTests {
  private static let one = "1111111111111111111111111111111111111111"
  private static let two = "2222222222222222222222222222222222222222"

  @Test(arguments: [
    (["160000,\(one),lib"], ["160000,\(two),lib"], ["lib \(one) \(two)"]),
    (["160000,\(one),lib"], ["160000,\(one),lib"], []),
    (["160000,\(one),lib"], [], ["lib \(one) -"]),
    ([], ["160000,\(one),deep/lib"], ["deep/lib - \(one)"]),
    (["160000,\(one),a/x", "160000,\(one),b"], ["160000,\(two),a/x", "160000,\(one),b"], ["a/x \(one) \(two)"]),
    (["100644,BLOB,lib"], ["160000,\(one),lib"], ["lib - \(one)"]),
    (["160000,\(one),lib"], ["120000,BLOB,lib"], ["lib \(one) -"]),
    (["160000,\(one),lib"], ["100644,BLOB,lib/file"], ["lib \(one) -"]),
    (["100644,BLOB,a"], ["100755,BLOB,a"], []),
  ])
  func `tells which submodules move`(old: [String], new: [String], moved: [String]) async throws {
    let repository = try await GitRepository()
    let blob = try await repository.git("hash-object", "-w", "--stdin", input: "x\n")
    var commits: [ObjectID] = []
    for entries in [old, new] {
      try await repository.git("read-tree", "--empty")
      for entry in entries {
        try await repository.git("update-index", "--add", "--cacheinfo", entry.replacing("BLOB", with: blob))
      }
      commits.append(try #require(ObjectID(try await repository.commit("Step"))))
    }
    let opened = try Repository(at: repository.path)
    let trees = [
      try #require(ObjectID(try await repository.id(of: "HEAD~1^{tree}"))),
      try #require(ObjectID(try await repository.id(of: "HEAD^{tree}"))),
    ]
    for ids in [commits, trees] {
      let found = try opened.movedSubmodules(from: ids[0], to: ids[1]).map { submodule in
        "\(submodule.path) \(submodule.old?.description ?? "-") \(submodule.new?.description ?? "-")"
      }
      #expect(found == moved)
    }
  }

  @Test func `names the links and submodules that a commit changes`() async throws {
    let repository = try await GitRepository()
    try await repository.commit("Start", files: ["docs/a": "1\n", "docs/gone": "1\n"])
    try FileManager.default.createSymbolicLink(atPath: repository.path + "/docs/link", withDestinationPath: "a")
    try await repository.git("add", "--all")
    try await repository.git("update-index", "--add", "--cacheinfo", "160000,\(Self.one),docs/lib")
    let linked = try #require(ObjectID(try await repository.commit("Link", files: ["docs/a": "2\n"])))
    let unlinked = try #require(ObjectID(try await repository.commit("Unlink", removing: ["docs/link"])))
    let plain = try #require(ObjectID(try await repository.commit("Write", files: ["docs/a": "3\n"])))
    let opened = try Repository(at: repository.path)
    #expect(try opened.changedLinks(of: linked) == ["docs/lib", "docs/link"])
    #expect(try opened.changedLinks(of: unlinked) == ["docs/link"])
    #expect(try opened.changedLinks(of: plain).isEmpty)
  }
}
