import Testing

@testable import Commits

struct HashMixingTests {
  /// Ids that are alike in parts, as somebody could make them.
  private static func id(_ number: UInt64, _ part: Int) -> ObjectID {
    ObjectID(
      high: part == 0 ? number : 7, middle: part == 1 ? number << 20 : 7, low: part == 2 ? UInt32(number) : 7)
  }

  @Test(arguments: 0..<3)
  func `a table finds each id that it has, and no other`(part: Int) {
    let ids = (0..<2_000).map { Self.id($0 * 2 + 100, part) }
    let table = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    #expect(ids.map { table[$0] } == Array(0..<2_000))
    #expect((0..<2_000).allSatisfy { table[Self.id($0 * 2 + 101, part)] == nil })
    #expect(Set(ids + ids).count == 2_000)
  }

  @Test func `the seed of a table moves the places of ids`() {
    let ids = (0..<100).map { Self.id($0, 0) }
    #expect(ids.map { $0._rawHashValue(seed: 1) } != ids.map { $0._rawHashValue(seed: 2) })
  }
}
