/// Reads the pieces of which ssh makes its messages: numbers of four bytes, and texts with their length before them.
struct SSHReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func byte() throws(SignatureError) -> UInt8 {
    guard let byte = rest.popFirst() else { throw .truncated }
    return byte
  }

  /// A number, its first byte the highest.
  mutating func number() throws(SignatureError) -> UInt32 {
    try take(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  mutating func take(_ count: Int) throws(SignatureError) -> ArraySlice<UInt8> {
    guard count <= rest.count else { throw .truncated }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func string() throws(SignatureError) -> ArraySlice<UInt8> {
    try take(Int(try number()))
  }

  /// A text of printable ASCII, as all names are.
  mutating func name() throws(SignatureError) -> String {
    let bytes = try string()
    guard bytes.allSatisfy({ 0x20..<0x7F ~= $0 }) else { throw .malformed }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A number above zero, in as few bytes as it can be written: a second form of it would be a second signature.
  mutating func positiveInteger() throws(SignatureError) -> [UInt8] {
    let bytes = try string()
    guard let first = bytes.first, first < 0x80 else { throw .malformed }
    guard first == 0 else { return Array(bytes) }
    guard bytes.count > 1, bytes[bytes.startIndex + 1] >= 0x80 else { throw .malformed }
    return Array(bytes.dropFirst())
  }
}
