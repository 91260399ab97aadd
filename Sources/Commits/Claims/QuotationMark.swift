/// A quotation mark in UTF-8.
struct QuotationMark {
  enum Family {
    case double, single, code, curvedDouble, curvedSingle, guillemet, singleGuillemet, corner
  }

  enum Role {
    case opens, closes
    /// An apostrophe, or the sign of an inch.
    case none
  }

  let family: Family
  let length: Int
  let role: Role

  /// The mark at a place.
  ///
  /// - Parameter end: Where the text ends.
  /// - Returns: `nil` if there is none.
  init?(_ text: Span<UInt8>, at place: Int, end: Int) {
    let fixed: Role?
    var usual = Role.none
    switch text[place] {
    case UInt8(ascii: "\""): (family, length, fixed) = (.double, 1, nil)
    case UInt8(ascii: "'"): (family, length, fixed) = (.single, 1, nil)
    case UInt8(ascii: "`"): (family, length, fixed) = (.code, 1, nil)
    case 0xC2 where place + 1 < end && text[place + 1] == 0xAB: (family, length, fixed) = (.guillemet, 2, .opens)
    case 0xC2 where place + 1 < end && text[place + 1] == 0xBB: (family, length, fixed) = (.guillemet, 2, .closes)
    case 0xE2 where place + 2 < end && text[place + 1] == 0x80:
      length = 3
      switch text[place + 2] {
      case 0x98, 0x9A: (family, fixed) = (.curvedSingle, .opens)
      case 0x99: (family, fixed) = (.curvedSingle, nil)
      case 0x9C: (family, fixed, usual) = (.curvedDouble, nil, .opens)
      case 0x9D: (family, fixed, usual) = (.curvedDouble, nil, .closes)
      case 0x9E: (family, fixed) = (.curvedDouble, .opens)
      case 0xB9: (family, fixed) = (.singleGuillemet, .opens)
      case 0xBA: (family, fixed) = (.singleGuillemet, .closes)
      default: return nil
      }
    case 0xE3 where place + 2 < end && text[place + 1] == 0x80:
      length = 3
      switch text[place + 2] {
      case 0x8C, 0x8E: (family, fixed) = (.corner, .opens)
      case 0x8D, 0x8F: (family, fixed) = (.corner, .closes)
      default: return nil
      }
    default: return nil
    }
    role = fixed ?? Self.role(text, before: place, after: place + length, end: end) ?? usual
  }

  /// Marks that look the same on both sides are told by their neighbours.
  ///
  /// - Returns: `nil` if these do not tell.
  private static func role(_ text: Span<UInt8>, before place: Int, after next: Int, end: Int) -> Role? {
    let isLast = next >= end || text[next].isSpace || isClosing(text, at: next, end: end)
    let isFirst = place == 0 || text[place - 1].isSpace || text[place - 1].isOpeningBracket
    if isFirst || isOpening(text, before: place) { return isLast ? .closes : .opens }
    if isLast || !(text[next].isKeyCharacter || text[next] >= 0x80) { return .closes }
    return text[place - 1] == text[place] && text[place] < 0x80 ? .opens : nil
  }

  /// Whether a mark of another family ends before a place that can only open.
  private static func isOpening(_ text: Span<UInt8>, before place: Int) -> Bool {
    if place >= 2, text[place - 2] == 0xC2 { return text[place - 1] == 0xAB }
    guard place >= 3 else { return false }
    switch (text[place - 3], text[place - 2], text[place - 1]) {
    case (0xE2, 0x80, 0x9A), (0xE2, 0x80, 0x9E), (0xE2, 0x80, 0xB9), (0xE3, 0x80, 0x8C), (0xE3, 0x80, 0x8E): return true
    default: return false
    }
  }

  /// Whether a mark of another family stands at a place that can only close.
  private static func isClosing(_ text: Span<UInt8>, at place: Int, end: Int) -> Bool {
    if place + 1 < end, text[place] == 0xC2 { return text[place + 1] == 0xBB }
    guard place + 2 < end else { return false }
    switch (text[place], text[place + 1], text[place + 2]) {
    case (0xE2, 0x80, 0xBA), (0xE3, 0x80, 0x8D), (0xE3, 0x80, 0x8F): return true
    default: return false
    }
  }
}

/// A text in quotation marks.
struct Quotation {
  /// Without the marks.
  let content: Range<Int>
  /// Behind the closing mark.
  let end: Int
  /// Whether its marks are those of code and of apostrophes, too.
  let isWeak: Bool

  /// The quotation that a mark opens.
  ///
  /// Quotations of the same marks may stand in it. One that is not closed reaches to the end.
  ///
  /// - Complexity: Linear in the quotation, and what is before the next one.
  init?(_ text: Span<UInt8>, at open: Int, end limit: Int) {
    guard open < limit, let mark = QuotationMark(text, at: open, end: limit), mark.role == .opens else { return nil }
    isWeak = mark.family == .code || mark.family == .single
    var place = open + mark.length
    var depth = 1
    var closing: (at: Int, end: Int)?
    while place < limit {
      guard let next = QuotationMark(text, at: place, end: limit), next.family == mark.family else {
        place += 1
        continue
      }
      if next.role == .opens, !isWeak {
        if depth == 0 { break }
        depth += 1
      } else if next.role == .closes {
        depth = max(0, depth - 1)
        if depth == 0 {
          closing = (place, place + next.length)
          if isWeak { break }
        }
      }
      place += next.length
    }
    content = (open + mark.length)..<(closing?.at ?? limit)
    end = closing?.end ?? limit
  }
}

extension UInt8 {
  /// Whether it parts words: a blank or the end of a line.
  package var isSpace: Bool { self == UInt8(ascii: " ") || 0x09...0x0D ~= self }
}

extension UInt8 {
  fileprivate var isOpeningBracket: Bool {
    self == UInt8(ascii: "(") || self == UInt8(ascii: "[") || self == UInt8(ascii: "{")
  }
}
