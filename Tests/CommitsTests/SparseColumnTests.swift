import Testing

@testable import Commits

/// What only some of many places have.
struct SparseColumnTests {
  @Test(arguments: [
    ([], []), ([0], [0]), ([3], [3]), ([0, 1, 2], [0, 1, 2]), ([1, 1, 1], [1]), ([0, 5, 5, 9], [0, 5, 9]),
    ([65_535], [65_535]), ([2, 2, 65_534, 65_535, 65_535], [2, 65_534, 65_535]),
  ])
  func `has for each place what was added to it, in order, and nothing for others`(places: [Int], known: [Int]) {
    var column = SparseColumn<Int>()
    for (element, place) in places.enumerated() { column.add(element, to: place) }
    for _ in 0..<2 {
      #expect(column.count == places.count)
      for place in [0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 65_533, 65_534, 65_535] {
        let added = places.indices.filter { places[$0] == place }
        #expect(Array(column[place]) == added)
        #expect(column[place].isEmpty == !known.contains(place))
      }
      // What it has stays the same.
      column.trim()
    }
  }
}
