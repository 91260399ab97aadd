/// A point in time, in whole seconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable {
  package let seconds: Int64

  package init(seconds: Int64) {
    self.seconds = seconds
  }

  /// Reads `2026-11-23T10:00:00Z`, with an optional fraction and with `Z`, `+01:00` or Jira's `+0100`.
  ///
  /// - Returns: `nil` for anything else.
  package init?(parsing text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      let day = Day(parsing: String(decoding: bytes[..<10], as: UTF8.self)),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = bytes[11..<13].decimalValue, hour < 24, let minute = bytes[14..<16].decimalValue, minute < 60,
      let second = bytes[17..<19].decimalValue, second <= 60
    else { return nil }
    var zone = bytes[19...]
    if zone.first == UInt8(ascii: ".") { zone = zone.dropFirst().drop(while: \.isASCIIDigit) }
    guard let offset = Self.offset(zone) else { return nil }
    self.init(seconds: Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second) - Int64(offset))
  }

  private static func offset(_ zone: ArraySlice<UInt8>) -> Int? {
    if zone.elementsEqual("Z".utf8) { return 0 }
    guard let sign = zone.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    let digits = zone.dropFirst().filter { $0 != UInt8(ascii: ":") }
    guard digits.count == 4, let hours = digits[..<2].decimalValue, let minutes = digits[2...].decimalValue
    else { return nil }
    return (hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
  }

  /// The UTC day that the instant is in.
  package var day: Day { Day(number: Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400)) }

  package static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }
}

extension Instant: CustomStringConvertible {
  /// `2026-11-23T10:00:00Z`.
  package var description: String {
    let rest = Int(seconds) - day.number * 86_400
    return "\(day)T\(twoDigits(rest / 3600)):\(twoDigits(rest / 60 % 60)):\(twoDigits(rest % 60))Z"
  }
}

/// A number of at most two digits, with two: `09`.
package func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

extension Collection where Element == UInt8 {
  /// The number that ASCII digits write; `nil` if there is anything else.
  var decimalValue: Int? {
    guard !isEmpty, allSatisfy(\.isASCIIDigit) else { return nil }
    return reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}
