import CLibdeflate

/// Inflates zlib streams, as git keeps its objects, with libdeflate.
@safe
final class Inflater {
  /// How many bytes deflate makes of one at most.
  private static let ratio = 1032
  /// How much room behind what is inflated libdeflate needs to copy whole words, which takes half the time.
  static let slack = 320

  private let handle: OpaquePointer

  /// - Returns: `nil` when there is no memory for it.
  init?() {
    guard let handle = unsafe libdeflate_alloc_decompressor() else { return nil }
    unsafe self.handle = handle
  }

  deinit { unsafe libdeflate_free_decompressor(handle) }

  /// Inflates a stream whose checksum is right and which has exactly the length that is expected.
  ///
  /// - Parameters:
  ///   - input: The stream, and anything behind it.
  ///   - count: The length when inflated.
  ///   - output: Gets that many bytes at its start, and grows if it is too short. Undefined on failure.
  /// - Returns: The length of the stream; `nil` if it could not be inflated.
  func inflate(_ input: Span<UInt8>, count: Int, to output: inout [UInt8]) -> Int? {
    // What a broken head promises is not made room for.
    guard Self.mayMake(count, of: input.count) else { return nil }
    let room = count + Self.slack
    if output.count < room { output += [UInt8](repeating: 0, count: room - output.count) }
    return unsafe output.withUnsafeMutableBytes { unsafe inflate(input, count: count, into: $0) }
  }

  /// Inflates a stream whose checksum is right and which has exactly the length that is expected.
  ///
  /// - Parameter output: Gets that many bytes at its start, and has room for ``slack`` more, which are undefined then.
  /// - Returns: The length of the stream; `nil` if it could not be inflated.
  func inflate(_ input: Span<UInt8>, count: Int, into output: UnsafeMutableRawBufferPointer) -> Int? {
    var read = 0
    var written = 0
    let room = min(output.count, count + Self.slack)
    let result = unsafe input.withUnsafeBytes { input in
      unsafe libdeflate_zlib_decompress_ex(
        handle, input.baseAddress, input.count, output.baseAddress, room, &read, &written)
    }
    return result == LIBDEFLATE_SUCCESS && written == count ? read : nil
  }

  /// Inflates a stream that ends where `input` ends, whatever its length is when inflated.
  ///
  /// - Returns: `nil` if it could not be inflated.
  /// - Complexity: Linear in the length when inflated, which is at most 1032 times that of `input`.
  func inflate(_ input: Span<UInt8>) -> [UInt8]? {
    let longest = input.count * Self.ratio
    var room = min(max(input.count * 8, 1 << 12), longest)
    while room > 0 {
      var (read, written) = (0, 0)
      var result = LIBDEFLATE_BAD_DATA
      let output = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
        result = unsafe input.withUnsafeBytes { input in
          unsafe libdeflate_zlib_decompress_ex(
            handle, input.baseAddress, input.count, buffer.baseAddress, room, &read, &written)
        }
        initialized = result == LIBDEFLATE_SUCCESS ? written : 0
      }
      if result == LIBDEFLATE_SUCCESS { return read == input.count ? output : nil }
      guard result == LIBDEFLATE_INSUFFICIENT_SPACE, room < longest else { return nil }
      room = min(room * 4, longest)
    }
    return nil
  }

  /// Whether a stream of some length may be inflated to `count` bytes.
  static func mayMake(_ count: Int, of length: Int) -> Bool { count / ratio <= length }
}
