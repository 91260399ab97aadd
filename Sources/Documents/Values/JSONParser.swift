import ReleaseScope

/// Reads JSON (RFC 8259), strictly: one value, no comments, no member twice, no text that is not UTF-8.
///
/// Written here because the line of each value and the text of each number are needed, and Foundation keeps neither.
struct JSONParser {
  private let source: DocumentSource
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var line = 1

  private static let help = "correct the JSON, for example with: python3 -m json.tool FILE"

  /// Reads a whole file, with or without a byte order mark.
  ///
  /// - Throws: ``DocumentError`` with the line, for anything that is not JSON or is nested too deep.
  /// - Complexity: Linear.
  static func parse(_ bytes: [UInt8], source: DocumentSource) throws(DocumentError) -> DocumentValue {
    var parser = JSONParser(source: source, bytes: try source.utf8(bytes))
    parser.skipBlanks()
    let value = try parser.value(depth: 0)
    parser.skipBlanks()
    guard parser.peek == nil else { throw parser.unexpected("the end of the file") }
    return value
  }

  private init(source: DocumentSource, bytes: ArraySlice<UInt8>) {
    self.source = source
    self.bytes = bytes
    position = bytes.startIndex
  }

  private var peek: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while position < bytes.endIndex {
      switch bytes[position] {
      case 0x20, 0x09, 0x0D: break
      case 0x0A: line += 1
      default: return
      }
      position += 1
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private func unexpected(_ expected: String) -> DocumentError {
    let found = String(decoding: bytes[position...].prefix(4), as: UTF8.self).first
    return source.error(
      line, "expected \(expected), found \(found.map { "'\($0)'" } ?? "the end of the file")", help: Self.help)
  }

  private mutating func value(depth: Int) throws(DocumentError) -> DocumentValue {
    let start = line
    switch peek {
    case UInt8(ascii: "{"): return DocumentValue(.object(try members(depth: depth + 1)), line: start)
    case UInt8(ascii: "["): return DocumentValue(.array(try elements(depth: depth + 1)), line: start)
    case UInt8(ascii: "\""): return DocumentValue(.string(try string()), line: start)
    case UInt8(ascii: "t"): return DocumentValue(try word("true", .bool(true)), line: start)
    case UInt8(ascii: "f"): return DocumentValue(try word("false", .bool(false)), line: start)
    case UInt8(ascii: "n"): return DocumentValue(try word("null", .null), line: start)
    case let first? where first == UInt8(ascii: "-") || first.isASCIIDigit:
      let end = bytes[position...].firstIndex { !$0.isNumberCharacter } ?? bytes.endIndex
      guard isJSONNumber(bytes[position..<end]) else { throw unexpected("a number") }
      let text = String(decoding: bytes[position..<end], as: UTF8.self)
      position = end
      return DocumentValue(.number(text), line: start)
    default: throw unexpected("a value")
    }
  }

  private mutating func word(
    _ word: String, _ content: DocumentValue.Content
  ) throws(DocumentError) -> DocumentValue.Content {
    guard bytes[position...].starts(with: word.utf8) else { throw unexpected("a value") }
    position += word.utf8.count
    return content
  }

  private func checkDepth(_ depth: Int) throws(DocumentError) {
    guard depth <= DocumentValue.depthLimit else {
      throw source.error(
        line, "lists and objects are more than \(DocumentValue.depthLimit) deep in each other", help: Self.help)
    }
  }

  private mutating func elements(depth: Int) throws(DocumentError) -> [DocumentValue] {
    try checkDepth(depth)
    position += 1
    var elements: [DocumentValue] = []
    skipBlanks()
    if take("]") { return elements }
    while true {
      elements.append(try value(depth: depth))
      skipBlanks()
      if take("]") { return elements }
      guard take(",") else { throw unexpected("',' or ']'") }
      skipBlanks()
    }
  }

  private mutating func members(depth: Int) throws(DocumentError) -> [DocumentValue.Member] {
    try checkDepth(depth)
    position += 1
    var members: [DocumentValue.Member] = []
    var names = MemberNames()
    skipBlanks()
    if take("}") { return members }
    while true {
      guard peek == UInt8(ascii: "\"") else { throw unexpected("a name in double quotes") }
      let nameLine = line
      let name = try string()
      if let first = names.add(name, line: nameLine) {
        throw source.error(
          nameLine, "duplicate member '\(name)' (first on line \(first))", help: "remove one of the two")
      }
      skipBlanks()
      guard take(":") else { throw unexpected("':'") }
      skipBlanks()
      members.append(DocumentValue.Member(name, try value(depth: depth), line: nameLine))
      skipBlanks()
      if take("}") { return members }
      guard take(",") else { throw unexpected("',' or '}'") }
      skipBlanks()
    }
  }

  /// Reads a string from its opening quote on. Copies whole runs between escapes.
  private mutating func string() throws(DocumentError) -> String {
    position += 1
    var text = ""
    while true {
      let start = position
      while position < bytes.endIndex, bytes[position] >= 0x20, bytes[position] != UInt8(ascii: "\""),
        bytes[position] != UInt8(ascii: "\\")
      {
        position += 1
      }
      let run = String(decoding: bytes[start..<position], as: UTF8.self)
      switch peek {
      case UInt8(ascii: "\""):
        position += 1
        return text.isEmpty ? run : text + run
      case UInt8(ascii: "\\"):
        text += run
        text.unicodeScalars.append(try escape())
      case nil: throw source.error(line, "a string has no end", help: Self.help)
      default:
        throw source.error(
          line, "a line end, tab or other control character stands in a string",
          help: "write it as an escape, such as \\n")
      }
    }
  }

  private mutating func escape() throws(DocumentError) -> Unicode.Scalar {
    position += 1
    guard let letter = peek else { throw source.error(line, "a string has no end", help: Self.help) }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let unit = try hexadecimalUnit()
      if let scalar = Unicode.Scalar(unit) { return scalar }
      guard UTF16.isLeadSurrogate(unit), take("\\"), take("u") else { throw loneSurrogate() }
      let trail = try hexadecimalUnit()
      guard UTF16.isTrailSurrogate(trail) else { throw loneSurrogate() }
      return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
    default:
      position -= 1
      throw unexpected("an escape such as \\n")
    }
  }

  private func loneSurrogate() -> DocumentError {
    source.error(
      line, "half of a surrogate pair in an escape", help: "write both halves, such as \\ud83d\\ude80")
  }

  private mutating func hexadecimalUnit() throws(DocumentError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = peek?.hexadecimalValue else { throw unexpected("four hexadecimal digits") }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }
}
