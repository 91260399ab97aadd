/// Finds the ticket that a wrong number was probably meant for: two digits swapped, one too many or one too few.
///
/// Another digit in the same place is no sign of a slip: neighbouring tickets differ like that.
struct MistypedNumber {
  private let expected: Set<TicketKey>

  /// - Parameter expected: Tickets that should have work and have none.
  init(expected: Set<TicketKey>) {
    self.expected = expected
  }

  /// - Returns: The smallest such ticket of the same project; `nil` if there is none, or the number has fewer than 3 digits.
  /// - Complexity: The square of the number of digits.
  func meant(insteadOf key: TicketKey) -> TicketKey? {
    let digits = Array(String(key.number).utf8)
    guard digits.count >= 3, !expected.isEmpty else { return nil }
    return Self.slips(of: digits).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
      .map { TicketKey(project: key.project, number: $0) }.filter { $0 != key && expected.contains($0) }.min()
  }

  private static func slips(of digits: [UInt8]) -> [[UInt8]] {
    var slips: [[UInt8]] = []
    for place in digits.indices {
      var shorter = digits
      shorter.remove(at: place)
      slips.append(shorter)
      guard place + 1 < digits.count else { continue }
      var swapped = digits
      swapped.swapAt(place, place + 1)
      slips.append(swapped)
    }
    for place in 0...digits.count {
      for digit in UInt8(ascii: "0")...UInt8(ascii: "9") {
        var longer = digits
        longer.insert(digit, at: place)
        slips.append(longer)
      }
    }
    return slips.filter { $0.first != UInt8(ascii: "0") }
  }
}
