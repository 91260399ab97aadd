import Commits
import Foundation
import Testing

@testable import Git

struct PackBytesTests {
  /// What is asked for one after the other, as places in a file of 200,000 bytes and how many bytes.
  private static let questions: [[(place: Int, count: Int)]] = [
    [(0, 1), (0, 200_000), (199_999, 1)],
    // On and back a little, as a walk goes.
    [(90_000, 30), (89_000, 400), (90_500, 4_000), (70_000, 10), (130_000, 9_000), (129_999, 2)],
    // Commits here and trees there, from more pieces than stay in memory.
    [(10_000, 300), (150_000, 300), (10_300, 300), (149_000, 300), (10_600, 60_000), (150_300, 300), (80_000, 5)],
    // Beyond the end there is less.
    [(199_990, 4_000), (150_000, 60_000), (199_999, 2), (5, 3)],
  ]

  @Test(arguments: questions, [1, 2, 1_024])
  func `have what is asked for, in whatever order`(questions: [(place: Int, count: Int)], limit: Int) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
    try Data(bytes).write(to: file)
    let pack = PackBytes(try #require(FileBytes(path: file.path)), limit: limit)
    for (place, count) in questions {
      let found = pack.withBytes(from: place, count) { $0.copy }
      #expect(found == Array(bytes[place..<min(place + count, bytes.count)]), "\(count) bytes from \(place) on")
    }
    for place in [200_000, -1] {
      let found = pack.withBytes(from: place, 1) { $0.copy }
      #expect(found == nil)
    }
  }
}
