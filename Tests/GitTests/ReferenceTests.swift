import Git
import ReleaseScope
import TestSupport
import Testing

/// Refs in files of their own and in `packed-refs`.
struct ReferenceTests {
  static let packings = [[], ["--all"], ["--all", "--no-prune"]]

  @Test(arguments: packings) func `has the refs that git has`(packing: [String]) async throws {
    let made = try await GitRepository()
    try await made.commit("SHOP-1 First", files: ["a.txt": "1\n"])
    try await made.commit("SHOP-2 Second", files: ["a.txt": "2\n"])
    for name in ["feature/SHOP-1", "feature-x", "feature.y", "feature0", "a", "z/ä", "z/deep/er", "moved", "gone"] {
      try await made.git("branch", name, "main~1")
    }
    try await made.tag("v1", at: "main~1")
    try await made.tag("v2", at: "main", message: "Two")
    try await made.git("update-ref", "refs/remotes/origin/main", "main~1")
    try await made.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main")
    try await made.git("symbolic-ref", "refs/heads/dangling", "refs/heads/nothing")
    if !packing.isEmpty { try await made.git(["pack-refs"] + packing) }
    try await made.git("branch", "--force", "moved", "main")
    try await made.git("branch", "-D", "gone")
    try await made.git("branch", "later", "main")
    let repository = try Repository(at: made.path)
    for kind in RefName.Kind.allCases {
      let peeled = "%(if)%(*objectname)%(then)%(*objectname)%(else)%(objectname)%(end)"
      let format = "--format=%(if)%(symref)%(then)%(else)%(refname) \(peeled)%(end)"
      let expected = try await made.git("for-each-ref", format, kind.prefix).split(separator: "\n").map(String.init)
      let found = try repository.references(kind)
      #expect(Set(found.map { "\($0.name) \($0.id)" }) == Set(expected), "\(kind)")
      for reference in found {
        #expect(try repository.commit(ofReference: reference.name) == reference.id)
      }
    }
    for name in ["gone", "feature", "z/deep", "dangling", "zz"] {
      #expect(try repository.commit(ofReference: .branch(name)) == nil, "\(name)")
    }
    #expect(try repository.symbolicTarget(.tracking("HEAD", of: "origin")) == .tracking("main", of: "origin"))
    #expect(try repository.symbolicTarget(.branch("main")) == nil)
  }

  private static let header = "# pack-refs with: peeled fully-peeled sorted \n"

  /// Lines as git packs them, each third one with what its tag is of.
  private static func lines(_ names: [String]) -> String {
    names.enumerated().map { place, name in
      let id = ObjectID(high: UInt64(place), middle: 0, low: 1)
      return "\(id) \(name)\n" + (place.isMultiple(of: 3) ? "^\(id)\n" : "")
    }.joined()
  }

  @Test(arguments: [0, 1, 2, 3, 10, 200]) func `finds each name of a packed file, and no other`(count: Int) throws {
    let names = (0..<count).map { "refs/heads/" + String(1_000 + 2 * $0) }
    let file = try #require(PackedReferences(FileBytes(Array((Self.header + Self.lines(names)).utf8))))
    for (place, name) in names.enumerated() {
      #expect(file.search(Array(name.utf8)) == .found(ObjectID(high: UInt64(place), middle: 0, low: 1)))
      #expect(file.search(Array((name + "0").utf8)) == .none)
    }
    for name in ["refs/heads/", "refs/heads/1001", "refs/heads/9", "refs/a", "refs/z"] {
      #expect(file.search(Array(name.utf8)) == .none)
    }
    for prefix in ["refs/heads/", "refs/heads/10", "refs/heads/9", "refs/z", ""] {
      let found = file.entries(withPrefix: Array(prefix.utf8))?.map { String(decoding: $0.name, as: UTF8.self) }
      #expect(found == names.filter { $0.hasPrefix(prefix) })
    }
  }

  @Test func `leaves a file that is in no order to libgit2`() {
    for text in ["x", "0000 refs/heads/a\n", "# pack-refs with: peeled \n"] {
      #expect(PackedReferences(FileBytes(Array(text.utf8))) == nil)
    }
  }

  static let broken = [
    "1234 refs/heads/a\n", "\n", "^\n^\n1", "0000000000000000000000000000000000000001refs/heads/a\n",
  ]

  @Test(arguments: broken) func `says that a packed file is broken`(lines: String) throws {
    let file = try #require(PackedReferences(FileBytes(Array((Self.header + lines).utf8))))
    #expect(file.search(Array("refs/heads/a".utf8)) == .broken)
    #expect(file.entries(withPrefix: Array("refs/heads/".utf8)) == nil)
  }
}
