/// A line as it looks: characters that look like ASCII are ASCII, and those that do not show are left out.
struct PlainLine {
  /// `nil` for a line that is ASCII already.
  let bytes: [UInt8]?
  /// For each byte, where its character begins in the line; one more for the end.
  private let places: [Int]

  init(_ line: Span<UInt8>) {
    guard !line.isASCII else {
      (bytes, places) = (nil, [])
      return
    }
    var bytes: [UInt8] = []
    var places: [Int] = []
    var place = 0
    while place < line.count {
      guard let (scalar, end) = line.character(at: place) else {
        bytes.append(line[place])
        places.append(place)
        place += 1
        continue
      }
      if let look = scalar.look {
        bytes.append(look)
        places.append(place)
      } else if !scalar.isInvisible {
        bytes.append(UInt8(ascii: "?"))
        places.append(place)
      }
      place = end
    }
    self.bytes = bytes
    self.places = places + [line.count]
  }

  /// Where in the line a range of the plain text is.
  func original(_ range: Range<Int>) -> Range<Int> {
    bytes == nil ? range : places[range.lowerBound]..<places[range.upperBound]
  }
}

extension Unicode.Scalar {
  /// The ASCII character that it looks like.
  fileprivate var look: UInt8? {
    switch value {
    case 0..<0x80: UInt8(value)
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: UInt8(ascii: "-")
    case 0xFF01...0xFF5E: UInt8(value - 0xFF01 + 0x21)
    default: Self.capitals[value]
    }
  }

  /// Whether it does not show, between letters.
  var isInvisible: Bool {
    switch value {
    case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F,
      0xFE00...0xFE0F, 0xFEFF:
      true
    default: false
    }
  }

  /// Greek and Cyrillic capitals that look like Latin ones.
  private static let capitals: [UInt32: UInt8] = {
    let pairs = zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВЕЅІЈКМНОРСТУХ".unicodeScalars, "ABEZHIKMNOPTYXABESIJKMHOPCTYX".utf8)
    return Dictionary(uniqueKeysWithValues: pairs.map { ($0.value, $1) })
  }()
}

extension Span<UInt8> {
  var isASCII: Bool {
    let high: UInt64 = 0x8080_8080_8080_8080
    var place = 0
    while place <= count - 8 {
      if word(at: place) & high != 0 { return false }
      place += 8
    }
    while place < count {
      if self[place] >= 0x80 { return false }
      place += 1
    }
    return true
  }
}
