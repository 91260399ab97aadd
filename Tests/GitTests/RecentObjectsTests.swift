import CLibgit2
import Testing

@testable import Git

struct RecentObjectsTests {
  private static func object(_ count: Int) throws -> StoredObject {
    try #require(unsafe StoredObject(GIT_OBJECT_BLOB, count: count) { _ in true })
  }

  @Test(arguments: [0, 1, 255, 256, 100_000, -7, Int.max, Int.min])
  func `have what was added, by its name alone`(name: Int) throws {
    var objects = RecentObjects<Int>(limit: 1 << 16)
    let (first, second) = (try Self.object(10), try Self.object(10))
    #expect(objects[name] == nil)
    objects.add(first, name)
    #expect(objects[name] === first)
    objects.add(second, name)
    #expect(objects[name] === second)
    #expect(objects[name ^ 1] == nil)
  }

  @Test func `have all while there is room, however many`() throws {
    var objects = RecentObjects<Int>(limit: 1 << 30)
    let added = try (0..<20_000).map { _ in try Self.object(0) }
    for (name, object) in added.enumerated() { objects.add(object, name) }
    let found = added.indices.map { objects[$0] }
    let kept = zip(found, added).count { $0 === $1 }
    #expect(kept > 15_000)
    #expect(found.count { $0 != nil } == kept)
  }

  @Test func `let go what was not used, and what is longer than an eighth of the room at once`() throws {
    var objects = RecentObjects<Int>(limit: 10_000)
    objects.add(try Self.object(2_000), -1)
    #expect(objects[-1] == nil)
    objects.add(try Self.object(0), 0)
    for name in 1..<1_000 {
      objects.add(try Self.object(0), name)
      #expect(objects[0] != nil, "it was used before \(name)")
    }
    #expect((0..<1_000).count { objects[$0] != nil } <= 10_000 / 192)
  }
}
