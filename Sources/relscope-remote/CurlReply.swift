import CLibcurl

/// What comes of a reply, part by part.
@safe final class CurlReply {
  /// In bytes. A page of a hundred tickets with long histories takes some megabytes.
  static let limit = 64 << 20

  /// Those of the last answer: before it, a server may say that it goes on. Several of one name are one, parted by
  /// commas.
  private(set) var headers: [String: String] = [:]
  private(set) var body: [UInt8] = []
  private(set) var isTooLong = false

  var pointer: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

  private func add(_ bytes: UnsafeRawBufferPointer) -> Int {
    isTooLong = body.count + bytes.count > Self.limit
    // To take less than there is ends the request.
    guard !isTooLong else { return 0 }
    unsafe body += bytes
    return bytes.count
  }

  private func add(headerLine bytes: UnsafeRawBufferPointer) -> Int {
    let line = unsafe String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).first ?? ""
    if line.hasPrefix("HTTP/") {
      headers = [:]
    } else if let colon = line.firstIndex(of: ":") {
      let name = line[..<colon].lowercased()
      let rest = line[line.index(after: colon)...]
      let value = rest.drop { $0.isWhitespace }
      headers[name] = headers[name].map { "\($0), \(value)" } ?? String(value)
    }
    return bytes.count
  }

  private static func reply(_ pointer: UnsafeMutableRawPointer?) -> CurlReply {
    guard let pointer = unsafe pointer else { preconditionFailure("libcurl lost its user data") }
    return unsafe Unmanaged<CurlReply>.fromOpaque(pointer).takeUnretainedValue()
  }

  static let addToBody: relscope_curl_writer = { bytes, size, count, reply in
    unsafe CurlReply.reply(reply).add(UnsafeRawBufferPointer(start: bytes, count: size * count))
  }

  static let addHeader: relscope_curl_writer = { bytes, size, count, reply in
    unsafe CurlReply.reply(reply).add(headerLine: UnsafeRawBufferPointer(start: bytes, count: size * count))
  }
}
