package import Commits

/// Where the objects of a pack are in it: its `.idx` file.
///
/// Version 2 only, which git has written since 2008. Every number is checked before it is used.
///
/// - Note: Source of the format: git's `gitformat-pack`.
package struct PackIndex: Sendable {
  private static let fanout = 8
  private static let ids = fanout + 256 * 4
  /// Two checksums.
  private static let trailer = 40
  /// How often the place of an id is guessed before its bounds are halved, as in a file that is out of order.
  private static let guesses = 8

  /// How many objects there are.
  package let count: Int
  private let file: FileBytes

  /// - Returns: `nil` if the file is none, or too short for the objects that it counts.
  package init?(_ file: FileBytes) {
    guard file.count >= Self.ids + Self.trailer, file.number(at: 0, as: UInt32.self) == 0xFF74_4F63,
      file.number(at: 4, as: UInt32.self) == 2
    else { return nil }
    count = Int(file.number(at: Self.fanout + 255 * 4, as: UInt32.self))
    // An id, a checksum and an offset for each.
    guard file.count >= Self.ids + count * 28 + Self.trailer else { return nil }
    self.file = file
  }

  /// Where an object is in the pack.
  ///
  /// - Returns: `nil` if it is not in the pack, also where the file's order is wrong.
  /// - Complexity: The logarithm of the number of objects.
  package func offset(of id: ObjectID) -> Int? {
    let first = Int(id.high >> 56)
    var low = first == 0 ? 0 : bound(first - 1)
    var high = bound(first)
    guard low <= high, high <= count else { return nil }
    // Ids are spread evenly, so that one is not far from where it would be in a row without gaps.
    let density = UInt64(high - low) << 8
    var likely = low + Int((id.high << 8).multipliedFullWidth(by: UInt64(high - low)).high)
    var guesses = Self.guesses
    while low < high {
      let middle = guesses > 0 ? min(max(likely, low), high - 1) : (low + high) / 2
      let start = start(of: middle)
      guesses -= 1
      let distance = start < id.high ? id.high - start : start - id.high
      let places = max(1, Int(truncatingIfNeeded: distance.multipliedFullWidth(by: density).high))
      likely = start < id.high ? middle + places : middle - places
      if start == id.high {
        let order = compareRest(of: id, at: Self.ids + middle * 20 + 8)
        if order == 0 { return offset(at: middle) }
        if order < 0 { high = middle } else { low = middle + 1 }
      } else if id.high < start {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return nil
  }

  /// For each piece of the pack of `1 << shift` bytes, where its first object begins; `nil` for a piece in which none
  /// does.
  ///
  /// - Parameter size: The length of the pack. What the index has behind that is left out.
  /// - Complexity: Linear in the number of objects.
  package func firstOffsets(shift: Int, size: Int) -> [Int?] {
    var first = [Int?](repeating: nil, count: size >> shift + 1)
    for position in 0..<count {
      guard let offset = offset(at: position), offset >= 0, offset < size else { continue }
      first[offset >> shift] = min(first[offset >> shift] ?? offset, offset)
    }
    return first
  }

  /// The first eight bytes of an id.
  private func start(of position: Int) -> UInt64 { file.number(at: Self.ids + position * 20) }

  /// How many objects have a first byte up to `first`.
  private func bound(_ first: Int) -> Int { Int(file.number(at: Self.fanout + first * 4, as: UInt32.self)) }

  /// - Returns: Below 0 if `id` comes before what is at `place`.
  private func compareRest(of id: ObjectID, at place: Int) -> Int {
    let middle: UInt64 = file.number(at: place)
    if id.middle != middle { return id.middle < middle ? -1 : 1 }
    let low: UInt32 = file.number(at: place + 8)
    return id.low == low ? 0 : id.low < low ? -1 : 1
  }

  private func offset(at position: Int) -> Int? {
    let offsets = Self.ids + count * 24
    let offset: UInt32 = file.number(at: offsets + position * 4)
    guard offset & 0x8000_0000 != 0 else { return Int(offset) }
    let place = offsets + count * 4 + Int(offset & 0x7FFF_FFFF) * 8
    guard place <= file.count - Self.trailer - 8 else { return nil }
    return Int(exactly: file.number(at: place, as: UInt64.self))
  }
}
