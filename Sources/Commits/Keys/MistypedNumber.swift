/// Finds the ticket that a wrong number was probably meant for: two digits swapped, one too many or one too few.
///
/// Another digit in the same place is no sign of a slip: neighbouring tickets differ like that.
package struct MistypedNumber {
  /// Of 3 to 17 digits, so that one digit more fits too.
  private static let numbers = 100..<100_000_000_000_000_000

  /// The numbers of each project.
  private let expected: [ProjectKey: Set<Int>]

  /// - Parameter expected: Tickets that should have work and have none.
  package init(expected: some Sequence<TicketKey>) {
    self.expected = Dictionary(grouping: expected, by: \.project).mapValues { Set($0.map(\.number)) }
  }

  /// - Returns: The smallest such ticket of the same project; `nil` if there is none, or the number has fewer than 3
  ///   digits.
  /// - Complexity: Linear in the number of digits.
  package func meant(insteadOf key: TicketKey) -> TicketKey? {
    guard Self.numbers.contains(key.number), let expected = expected[key.project] else { return nil }
    var smallest: Int?
    Self.forEachSlip(of: key.number) { slip in
      if slip != key.number, slip < smallest ?? .max, expected.contains(slip) { smallest = slip }
    }
    return smallest.map { TicketKey(project: key.project, number: $0) }
  }

  private static func forEachSlip(of number: Int, _ use: (Int) -> Void) {
    var (place, rest) = (1, number)
    // The digits left of a place, the one at it, and those right of it.
    while rest > 0 {
      let (left, digit, right) = (rest / 10, rest % 10, number % place)
      // None begins with a zero.
      if left > 0 || right >= place / 10 { use(left * place + right) }
      if left > 0, digit > 0 || left >= 10 { use((left / 10 * 100 + digit * 10 + left % 10) * place + right) }
      for inserted in 0...9 { use((rest * 10 + inserted) * place + right) }
      (place, rest) = (place * 10, left)
    }
    for inserted in 1...9 { use(inserted * place + number) }
  }
}
