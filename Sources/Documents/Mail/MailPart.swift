import ReleaseScope

/// A mail or a part of one: headers, and a body that may have parts (RFC 2045, RFC 2046).
struct MailPart {
  /// By name in small letters, unfolded; of several of one name, the first.
  let headers: [String: String]
  private let body: ArraySlice<UInt8>

  /// How deep parts are looked into: mails of real programs nest three or four.
  private static let depth = 10

  init(_ bytes: ArraySlice<UInt8>) {
    var headers: [String: String] = [:]
    var name = ""
    var rest = bytes
    while !rest.isEmpty {
      let (line, next) = Self.line(rest)
      rest = next
      if line.isEmpty { break }
      let text = String(decoding: line, as: UTF8.self)
      if text.first == " " || text.first == "\t" {
        headers[name]? += " " + text.drop(while: \.isWhitespace)
      } else if let (before, after) = text.splitOnce(":") {
        name = headers[before.lowercased()] == nil ? before.lowercased() : ""
        if !name.isEmpty { headers[name] = Self.trimmed(after) }
      }
    }
    self.headers = headers
    body = rest
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...].drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// A line without its end, and what follows it.
  private static func line(_ bytes: ArraySlice<UInt8>) -> (line: ArraySlice<UInt8>, rest: ArraySlice<UInt8>) {
    guard let end = bytes.firstIndex(of: 0x0A) else { return (bytes, []) }
    var line = bytes[..<end]
    if line.last == 0x0D { line.removeLast() }
    return (line, bytes[(end + 1)...])
  }

  /// The first part that is plain text, decoded; `nil` if there is none, or it is in another encoding than UTF-8.
  func plainText(depth: Int = MailPart.depth) -> String? {
    let type = headers["content-type"] ?? "text/plain"
    let kind = type.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
    if kind.hasPrefix("multipart/"), depth > 0, let boundary = Self.parameter("boundary", of: type) {
      return parts(boundary).lazy.compactMap { $0.plainText(depth: depth - 1) }.first
    }
    guard kind == "text/plain" else { return nil }
    let bytes: [UInt8]? =
      switch headers["content-transfer-encoding"]?.lowercased() {
      case "quoted-printable": MailWords.quotedPrintable(body)
      case "base64": MailWords.base64(body)
      case nil, "7bit", "8bit", "binary": Array(body)
      default: nil
      }
    return bytes.flatMap { String(validating: $0, as: UTF8.self) }
  }

  private func parts(_ boundary: String) -> [MailPart] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [MailPart] = []
    var start: Int?
    var rest = body
    while !rest.isEmpty {
      let (line, next) = Self.line(rest)
      if line.starts(with: mark) {
        if let start { parts.append(MailPart(body[start..<rest.startIndex])) }
        guard !line.dropFirst(mark.count).starts(with: "--".utf8) else { return parts }
        start = next.startIndex
      }
      rest = next
    }
    return parts
  }

  private static func parameter(_ name: String, of value: String) -> String? {
    for part in value.split(separator: ";").dropFirst() {
      guard let (before, after) = String(part).splitOnce("="), trimmed(before).lowercased() == name else { continue }
      let text = trimmed(after)
      return text.first == "\"" ? String(text.dropFirst().prefix { $0 != "\"" }) : text
    }
    return nil
  }
}
