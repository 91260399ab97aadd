extension Span<UInt8> {
  /// Whether a line begins as an item of a list does: `- * + •`, `1.` or `1)`, and a blank.
  var isListItem: Bool { listMark != nil }

  /// The place of the mark and of the text after it; `nil` if the line is no item of a list.
  var listMark: (mark: Int, text: Int)? {
    let mark = afterBlanks(from: 0)
    guard mark < count else { return nil }
    var end = mark
    switch self[mark] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): end += 1
    case 0xE2:
      guard mark + 2 < count, self[mark + 1] == 0x80, self[mark + 2] == 0xA2 else { return nil }
      end += 3
    default:
      end = afterDigits(from: mark)
      guard end > mark, end < count, self[end] == UInt8(ascii: ".") || self[end] == UInt8(ascii: ")") else {
        return nil
      }
      end += 1
    }
    guard end < count, self[end].isBlank else { return nil }
    return (mark, afterBlanks(from: end))
  }
}
