import Foundation
import ReleaseScope

/// A commit-graph file as a test changes it. It reads the table of contents on its own.
struct CommitGraphBytes {
  /// The file that a repository has, of one layer.
  static func path(in repository: String) -> String { "\(repository)/.git/objects/info/commit-graph" }

  var bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  init(in repository: String) throws {
    bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Self.path(in: repository))))
  }

  /// git makes the file read-only, and its folder not.
  func write(in repository: String) throws {
    let path = Self.path(in: repository)
    try? FileManager.default.removeItem(atPath: path)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  var chunkCount: Int { Int(bytes[6]) }

  /// The names of the chunks, in their order.
  var chunks: [String] {
    (0..<chunkCount).map { String(decoding: bytes[(8 + 12 * $0)..<(12 + 12 * $0)], as: UTF8.self) }
  }

  /// Where a chunk starts; the end of the file if it has none of that name.
  func start(_ chunk: String) -> Int {
    guard let number = chunks.firstIndex(of: chunk) else { return bytes.count }
    return (16 + 12 * number..<20 + 12 * number).reduce(0) { $0 << 8 | Int(bytes[$1]) }
  }

  func word(_ offset: Int) -> UInt32 { bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) } }

  mutating func setWord(_ offset: Int, _ value: UInt32) {
    for place in 0..<4 { bytes[offset + place] = UInt8(truncatingIfNeeded: value >> (24 - 8 * place)) }
  }

  var count: Int { Int(word(start("OIDF") + 1020)) }

  /// The position of a commit; `nil` if the file lacks it.
  func position(_ id: ObjectID) -> UInt32? {
    let ids = start("OIDL")
    return (0..<count).first { Array(bytes[(ids + 20 * $0)..<(ids + 20 * $0 + 20)]) == id.bytes }.map(UInt32.init)
  }

  /// Where the entry of a commit has its first parent; the second is four bytes on, level and date are eight.
  func parents(_ position: UInt32) -> Int { start("CDAT") + 36 * Int(position) + 20 }
}
