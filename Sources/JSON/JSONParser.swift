/// Reads JSON (RFC 8259), strictly: one value, no comments, no member twice, no text that is not UTF-8.
///
/// Written here because the line of each value and the text of each number are needed, and Foundation keeps neither.
struct JSONParser {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var line = 1

  static func parse(_ bytes: ArraySlice<UInt8>) throws(JSONError) -> JSONValue {
    var parser = JSONParser(bytes: bytes)
    parser.skipBlanks()
    let value = try parser.value(depth: 0)
    parser.skipBlanks()
    guard parser.peek == nil else { throw parser.unexpected(.endOfText) }
    return value
  }

  private init(bytes: ArraySlice<UInt8>) {
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

  private func error(_ reason: JSONError.Reason) -> JSONError { JSONError(line: line, reason: reason) }

  private func unexpected(_ expected: JSONError.Expectation) -> JSONError {
    error(.expected(expected, found: String(decoding: bytes[position...].prefix(4), as: UTF8.self).first))
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    let start = line
    switch peek {
    case UInt8(ascii: "{"): return JSONValue(.object(try members(depth: depth + 1)), line: start)
    case UInt8(ascii: "["): return JSONValue(.array(try elements(depth: depth + 1)), line: start)
    case UInt8(ascii: "\""): return JSONValue(.string(try string()), line: start)
    case UInt8(ascii: "t"): return JSONValue(try word("true", .bool(true)), line: start)
    case UInt8(ascii: "f"): return JSONValue(try word("false", .bool(false)), line: start)
    case UInt8(ascii: "n"): return JSONValue(try word("null", .null), line: start)
    case let first? where first == UInt8(ascii: "-") || first.isDigit:
      let end = bytes[position...].firstIndex { !$0.isNumberCharacter } ?? bytes.endIndex
      guard isJSONNumber(bytes[position..<end]) else { throw unexpected(.number) }
      let text = String(decoding: bytes[position..<end], as: UTF8.self)
      position = end
      return JSONValue(.number(text), line: start)
    default: throw unexpected(.value)
    }
  }

  private mutating func word(
    _ word: String, _ content: JSONValue.Content
  ) throws(JSONError) -> JSONValue.Content {
    guard bytes[position...].starts(with: word.utf8) else { throw unexpected(.value) }
    position += word.utf8.count
    return content
  }

  private func checkDepth(_ depth: Int) throws(JSONError) {
    guard depth <= JSONValue.depthLimit else { throw error(.tooDeep) }
  }

  private mutating func elements(depth: Int) throws(JSONError) -> [JSONValue] {
    try checkDepth(depth)
    position += 1
    var elements: [JSONValue] = []
    skipBlanks()
    if take("]") { return elements }
    while true {
      elements.append(try value(depth: depth))
      skipBlanks()
      if take("]") { return elements }
      guard take(",") else { throw unexpected(.nextElement) }
      skipBlanks()
    }
  }

  private mutating func members(depth: Int) throws(JSONError) -> [JSONValue.Member] {
    try checkDepth(depth)
    position += 1
    var members: [JSONValue.Member] = []
    var names = MemberNames()
    skipBlanks()
    if take("}") { return members }
    while true {
      guard peek == UInt8(ascii: "\"") else { throw unexpected(.name) }
      let nameLine = line
      let name = try string()
      if let first = names.add(name, line: nameLine) {
        throw JSONError(line: nameLine, reason: .duplicateMember(name, first: first))
      }
      skipBlanks()
      guard take(":") else { throw unexpected(.colon) }
      skipBlanks()
      members.append(JSONValue.Member(name, try value(depth: depth), line: nameLine))
      skipBlanks()
      if take("}") { return members }
      guard take(",") else { throw unexpected(.nextMember) }
      skipBlanks()
    }
  }

  /// Reads a string from its opening quote on. Copies whole runs between escapes.
  private mutating func string() throws(JSONError) -> String {
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
      case nil: throw error(.endlessString)
      default: throw error(.controlCharacter)
      }
    }
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    position += 1
    guard let letter = peek else { throw error(.endlessString) }
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
      guard UTF16.isLeadSurrogate(unit), take("\\"), take("u") else { throw error(.loneSurrogate) }
      let trail = try hexadecimalUnit()
      guard UTF16.isTrailSurrogate(trail) else { throw error(.loneSurrogate) }
      return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
    default:
      position -= 1
      throw unexpected(.escape)
    }
  }

  private mutating func hexadecimalUnit() throws(JSONError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = peek.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
        throw unexpected(.hexadecimalDigits)
      }
      unit = unit << 4 | UInt16(digit)
      position += 1
    }
    return unit
  }
}
