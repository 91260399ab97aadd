/// What a review tool calls a change: not a commit, since its copies on other branches have the same name.
package enum ReviewName: Hashable, Sendable, CustomStringConvertible {
  /// Gerrit's `I0011223344`, cut short perhaps: the digits behind `I`, in lower case.
  case gerrit(String)
  /// Phabricator's `D4711`.
  case phabricator(Int)

  private static let shortest = 7

  /// - Parameter text: A word.
  init?(_ text: ArraySlice<UInt8>) {
    guard let mark = text.first, case let rest = text.dropFirst() else { return nil }
    if mark == UInt8(ascii: "I"), Self.shortest...40 ~= rest.count, rest.allSatisfy({ $0.hexadecimalValue != nil }),
      rest.contains(where: \.isASCIIDigit)
    {
      self = .gerrit(String(decoding: rest.map(\.lowercased), as: UTF8.self))
    } else if mark == UInt8(ascii: "D") || mark == UInt8(ascii: "d"), rest.count >= 3,
      let number = RequestReference.number(rest)
    {
      self = .phabricator(number)
    } else {
      return nil
    }
  }

  /// Whether a change with these names is meant.
  ///
  /// - Parameters:
  ///   - changeID: See ``MessageFacts/changeID``.
  ///   - differential: See ``MessageFacts/differential``.
  package func isOf(changeID: ObjectID?, differential: Int?) -> Bool {
    switch self {
    case .gerrit(let digits): changeID?.hasPrefix(digits) == true
    case .phabricator(let number): differential == number
    }
  }

  package var description: String {
    switch self {
    case .gerrit(let digits): "I\(digits)"
    case .phabricator(let number): "D\(number)"
    }
  }
}
