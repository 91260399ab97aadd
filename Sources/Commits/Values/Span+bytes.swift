extension Span<UInt8> {
  package var copy: [UInt8] {
    var copy: [UInt8] = []
    copy.reserveCapacity(count)
    unsafe withUnsafeBufferPointer { unsafe copy.append(contentsOf: $0) }
    return copy
  }

  /// Where a byte is first found, at `start` or behind it; the end if it is not there.
  package func index(of byte: UInt8, from start: Int) -> Int { index(of: byte, with: 0, from: start) }

  /// Where a byte is first found when `bits` are set in all.
  @inline(__always)
  func index(of byte: UInt8, with bits: UInt8, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (pattern, mask) = (UInt64(byte) &* ones, UInt64(bits) &* ones)
    var place = start
    while place <= count - 8 {
      // A byte of 0 is the lowest one from which the 1 is borrowed.
      let difference = (word(at: place) | mask) ^ pattern
      let marks = (difference &- ones) & ~difference & (ones << 7)
      if marks != 0 { return place + marks.trailingZeroBitCount / 8 }
      place += 8
    }
    while place < count, self[place] | bits != byte { place += 1 }
    return place
  }

  /// Up to eight bytes of `range`, from its start on, the first of which is the lowest.
  package func head(of range: Range<Int>) -> UInt64 {
    if range.count >= 8 { return word(at: range.lowerBound) }
    if range.isEmpty { return 0 }
    if range.lowerBound <= count - 8 {
      return word(at: range.lowerBound) & (UInt64.max >> (UInt64(8 - range.count) * 8))
    }
    var head: UInt64 = 0
    for place in range.reversed() { head = head << 8 | UInt64(self[place]) }
    return head
  }

  /// A number that is another for most other bytes. It is the same on all machines and in all runs.
  package var digest: UInt64 {
    var digest = UInt64(truncatingIfNeeded: count)
    var place = 0
    while place <= count - 8 {
      digest = Self.mixed(digest ^ word(at: place))
      place += 8
    }
    var rest: UInt64 = 0
    while place < count {
      rest = rest << 8 | UInt64(self[place])
      place += 1
    }
    return Self.mixed(digest ^ rest)
  }

  package func isEqual(to other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var place = 0
    while place <= count - 8 {
      guard word(at: place) == other.word(at: place) else { return false }
      place += 8
    }
    while place < count {
      guard self[place] == other[place] else { return false }
      place += 1
    }
    return true
  }

  /// Eight bytes, the first of which is the lowest.
  package func word(at place: Int) -> UInt64 {
    precondition(place >= 0 && place <= count - 8)
    return unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  package static func mixed(_ number: UInt64) -> UInt64 {
    let product = number.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
