/// A message in which the blanks, commas and brackets of all scripts are those of ASCII.
struct PlainMarks {
  let bytes: [UInt8]
  /// For each byte, where its character begins in the message; one more for the end. Empty where nothing is changed.
  private let places: [Int]

  /// - Complexity: Linear. A message of ASCII, or without such marks, is not copied.
  init(_ message: [UInt8]) {
    let text = message.span
    guard !text.isASCII, let first = text.placeOfMark else {
      (bytes, places) = (message, [])
      return
    }
    var bytes = Array(message[..<first])
    var places = Array(0..<first)
    var place = first
    while place < text.count {
      if let (mark, end) = text.plainMark(at: place) {
        bytes.append(mark)
        places.append(place)
        place = end
      } else {
        bytes.append(text[place])
        places.append(place)
        place += 1
      }
    }
    self.bytes = bytes
    self.places = places + [text.count]
  }

  /// Where in the message a range of the bytes is.
  func original(_ range: Range<Int>) -> Range<Int> {
    places.isEmpty ? range : places[range.lowerBound]..<places[range.upperBound]
  }
}

extension Span<UInt8> {
  fileprivate var placeOfMark: Int? { indices.first { plainMark(at: $0) != nil } }

  /// The mark of ASCII for one of two or three bytes.
  fileprivate func plainMark(at place: Int) -> (mark: UInt8, end: Int)? {
    switch self[place] {
    case 0xC2, 0xE2, 0xE3, 0xEF: break
    default: return nil
    }
    return character(at: place).flatMap { scalar, end in scalar.plainMark.map { ($0, end) } }
  }
}

extension Unicode.Scalar {
  fileprivate var plainMark: UInt8? {
    switch value {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return UInt8(ascii: " ")
    case 0x3001: return UInt8(ascii: ",")
    case 0xFF01...0xFF5E:
      let mark = UInt8(value - 0xFF01 + 0x21)
      // A key that is written with such a hyphen is none.
      return mark.isKeySeparator && mark != UInt8(ascii: "-") ? mark : nil
    default: return nil
    }
  }
}
