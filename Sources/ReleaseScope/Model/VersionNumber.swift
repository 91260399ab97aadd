/// A version's name by its numbers: 2.10.0 comes after 2.9.
package struct VersionNumber: Comparable, Sendable {
  /// Without the zeros at the end, so that 2.4 is 2.4.0.
  package let numbers: [UInt64]
  /// What follows the numbers: `-rc1`, `.Final`. Versions that differ in it are not compared.
  package let suffix: String

  /// - Returns: `nil` where the name does not begin with a number, but for a `v`.
  package init?(_ name: String) {
    var rest = name.hasPrefix("v") || name.hasPrefix("V") ? name.dropFirst() : name[...]
    var numbers: [UInt64] = []
    while true {
      let digits = rest.prefix { "0123456789".contains($0) }
      guard let number = UInt64(digits) else { return nil }
      numbers.append(number)
      rest = rest.dropFirst(digits.count)
      guard rest.first == ".", rest.dropFirst().first.map({ "0123456789".contains($0) }) == true else { break }
      rest = rest.dropFirst()
    }
    while numbers.last == 0 { numbers.removeLast() }
    self.numbers = numbers
    suffix = String(rest)
  }

  /// Lower than all others.
  package static let none = Self(numbers: [], suffix: "")

  private init(numbers: [UInt64], suffix: String) {
    (self.numbers, self.suffix) = (numbers, suffix)
  }

  package static func < (left: Self, right: Self) -> Bool { left.numbers.lexicographicallyPrecedes(right.numbers) }
}
