import Glibc

/// The two pieces of a pack that were used last: a walk reads commits, and between them the trees and files that they
/// have, which are elsewhere in the pack.
struct PackPieces {
  /// How much is read at once: neighbours in a history are neighbours in the file, before each other or behind.
  private static let window = 1 << 15
  /// How much of that is before what is asked for.
  private static let before = 1 << 13
  /// How much is read of what is far from what was read before.
  private static let page = 1 << 12
  /// The longest piece for which the room is kept.
  private static let longestKept = 1 << 20

  private struct Piece {
    var bytes: [UInt8] = []
    /// Where the bytes are in the file, and how many of them.
    var start = 0
    var filled = 0

    var end: Int { start + filled }

    func isNear(_ offset: Int) -> Bool { offset >= start - window && offset <= end + window }
  }

  private let descriptor: Int32
  private var recent = Piece()
  private var earlier = Piece()

  /// - Parameter descriptor: An open file, which stays open as long as this is used.
  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// What is in memory of the file, as ``place(of:count:)`` has left it.
  var bytes: [UInt8] { recent.bytes }

  /// How many of the ``bytes`` there are.
  var filled: Int { recent.filled }

  /// Has `count` bytes of the file, or all up to its end, in ``bytes``.
  ///
  /// - Returns: Where they begin there; `nil` if the file ends before, or cannot be read.
  mutating func place(of offset: Int, count: Int) -> Int? {
    guard offset >= 0 else { return nil }
    if offset >= recent.start, offset + count <= recent.end { return offset - recent.start }
    if (offset >= earlier.start && offset + count <= earlier.end) || !recent.isNear(offset) {
      swap(&recent, &earlier)
      if offset >= recent.start, offset + count <= recent.end { return offset - recent.start }
    }
    let isNear = recent.isNear(offset)
    let start = isNear ? max(0, offset - Self.before) : offset
    read(from: start, isNear ? max(Self.window, offset - start + count) : max(Self.page, count))
    return offset < recent.end ? offset - start : nil
  }

  private mutating func read(from start: Int, _ length: Int) {
    if recent.bytes.count < length || recent.bytes.count > Self.longestKept {
      recent.bytes = [UInt8](repeating: 0, count: max(length, Self.window))
    }
    var read = 0
    unsafe recent.bytes.withUnsafeMutableBytes { bytes in
      repeat { read = unsafe pread(descriptor, bytes.baseAddress, length, start) } while read < 0 && errno == EINTR
    }
    recent.start = start
    recent.filled = max(read, 0)
  }
}
