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
    guard size(in: delta, at: &place) == base.count, let count = size(in: delta, at: &place), count <= result.count
    else { return false }
    var made = 0
    while place < delta.count {
      let instruction = delta[place]
      place += 1
      let piece: Span<UInt8>
      if instruction & 0x80 == 0 {
        guard instruction > 0, delta.count - place >= Int(instruction) else { return false }
        piece = delta.extracting(place..<(place + Int(instruction)))
        place += Int(instruction)
      } else {
        guard let offset = number(of: 4, flags: instruction, in: delta, at: &place),
          var length = number(of: 3, flags: instruction >> 4, in: delta, at: &place)
        else { return false }
        if length == 0 { length = 0x10000 }
        guard offset <= base.count, length <= base.count - offset else { return false }
        piece = base.extracting(offset..<(offset + length))
      }
      guard piece.count <= count - made else { return false }
      unsafe piece.withUnsafeBytes { piece in
        unsafe UnsafeMutableRawBufferPointer(rebasing: result[made...]).copyMemory(from: piece)
      }
      made += piece.count
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

  /// A number of which those bytes are there, lowest first, that have a flag.
  private static func number(of bytes: Int, flags: UInt8, in delta: Span<UInt8>, at place: inout Int) -> Int? {
    var number = 0
    for byte in 0..<bytes where flags & (1 << byte) != 0 {
      guard place < delta.count else { return nil }
      number |= Int(delta[place]) << (8 * byte)
      place += 1
    }
    return number
  }
}
