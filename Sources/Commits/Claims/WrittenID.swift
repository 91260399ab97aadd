/// The id of a commit as a message writes it: 7 to 40 hexadecimal digits.
package struct WrittenID: Hashable, Sendable, CustomStringConvertible {
  /// In lower case.
  package let digits: String

  /// - Parameter text: Digits in either case.
  /// - Returns: `nil` if it is no id, or too short a one to name a commit.
  package init?(_ text: some Collection<UInt8>) {
    guard 7...40 ~= text.count, text.allSatisfy({ $0.hexadecimalValue != nil }) else { return nil }
    digits = String(decoding: text.map(\.lowercased), as: UTF8.self)
  }

  package init(_ id: ObjectID) {
    digits = id.description
  }

  /// The id; `nil` for one that is cut short.
  package var whole: ObjectID? { ObjectID(digits) }

  /// Whether both may be of one commit: one is how the other begins.
  package func isSame(as other: WrittenID) -> Bool {
    digits.hasPrefix(other.digits) || other.digits.hasPrefix(digits)
  }

  package func names(_ id: ObjectID) -> Bool { id.hasPrefix(digits) }

  package var description: String { digits }
}
