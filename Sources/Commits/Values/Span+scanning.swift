extension Span<UInt8> {
  /// The first index from `start` on that has no blank.
  @inline(__always)
  func afterBlanks(from start: Int) -> Int {
    var index = start
    while index < count, self[index].isBlank { index += 1 }
    return index
  }

  /// The first index from `start` on that has no digit.
  @inline(__always)
  func afterDigits(from start: Int) -> Int {
    var index = start
    while index < count, self[index].isASCIIDigit { index += 1 }
    return index
  }

  /// The number that digits write; `nil` if there are none, or more than fit.
  func number(in range: Range<Int>) -> Int? {
    guard 1...18 ~= range.count else { return nil }
    var number = 0
    for index in range {
      guard self[index].isASCIIDigit else { return nil }
      number = number * 10 + Int(self[index] - UInt8(ascii: "0"))
    }
    return number
  }
}
