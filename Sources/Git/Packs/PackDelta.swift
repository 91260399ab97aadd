/// The instructions that make an object of another one.
///
/// - Note: Source of the format: git's `gitformat-pack`, "Deltified representation".
enum PackDelta {
  /// - Parameters:
  ///   - delta: The instructions.
  ///   - limit: The longest result that is made.
  /// - Returns: `nil` unless the instructions fit the base and make what they promise.
  package static func apply(_ delta: Span<UInt8>, to base: Span<UInt8>, limit: Int) -> [UInt8]? {
    guard let count = length(of: delta, on: base), count <= limit else { return nil }
    var isMade = false
    let result = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      unsafe isMade = apply(delta, to: base, into: UnsafeMutableRawBufferPointer(buffer))
      initialized = isMade ? count : 0
    }
    return isMade ? result : nil
  }

  /// How long the result is to be.
  ///
  /// - Returns: `nil` if the instructions are for a base of another length.
  static func length(of delta: Span<UInt8>, on base: Span<UInt8>) -> Int? {
    var place = 0
    return size(in: delta, at: &place) == base.count ? size(in: delta, at: &place) : nil
  }

  /// - Parameter result: Gets what the instructions make; it has room for ``length(of:on:)`` bytes or more.
  /// - Returns: Whether they fit the base and make what they promise.
  static func apply(
    _ delta: Span<UInt8>, to base: Span<UInt8>, into result: UnsafeMutableRawBufferPointer
  ) -> Bool {
    var place = 0
    guard size(in: delta, at: &place) == base.count, let count = size(in: delta, at: &place), count <= result.count,
      let target = result.baseAddress
    else { return false }
    return unsafe delta.withUnsafeBytes { delta in
      unsafe base.withUnsafeBytes { base in unsafe copy(delta[place...], base, to: target, count) }
    }
  }

  /// Every place and length is compared with what there is before it is used.
  private static func copy(
    _ delta: Slice<UnsafeRawBufferPointer>, _ base: UnsafeRawBufferPointer, to result: UnsafeMutableRawPointer,
    _ count: Int
  ) -> Bool {
    var place = unsafe delta.startIndex
    let (end, delta) = unsafe (delta.endIndex, delta.base)
    var made = 0
    while place < end {
      let instruction = unsafe delta[place]
      place += 1
      let source: UnsafeRawPointer?
      var length: Int
      if instruction & 0x80 == 0 {
        length = Int(instruction)
        guard length > 0, length <= end - place else { return false }
        unsafe source = delta.baseAddress.map { unsafe $0 + place }
        place += length
      } else {
        var offset = 0
        length = 0
        for byte in 0..<7 where instruction & (1 << byte) != 0 {
          guard place < end else { return false }
          let value = unsafe Int(delta[place])
          if byte < 4 { offset |= value << (8 * byte) } else { length |= value << (8 * (byte - 4)) }
          place += 1
        }
        if length == 0 { length = 0x10000 }
        guard offset <= base.count, length <= base.count - offset else { return false }
        unsafe source = base.baseAddress.map { unsafe $0 + offset }
      }
      guard length <= count - made, let source = unsafe source else { return false }
      unsafe (result + made).copyMemory(from: source, byteCount: length)
      made += length
    }
    return made == count
  }

  /// A number of which the lowest seven bits come first.
  private static func size(in delta: Span<UInt8>, at place: inout Int) -> Int? {
    var size = 0
    var shift = 0
    while place < delta.count, shift <= 28 {
      let byte = delta[place]
      place += 1
      size |= Int(byte & 0x7F) << shift
      shift += 7
      if byte & 0x80 == 0 { return size }
    }
    return nil
  }
}
