/// The key of a Jira issue: a project key, `-`, and a number without leading zero.
///
/// Ordered by meaning: `SHOP-2` before `SHOP-10`.
package struct TicketKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let project: ProjectKey
  package let number: Int

  package init(project: ProjectKey, number: Int) {
    self.project = project
    self.number = number
  }

  /// - Throws: ``TicketKeyError`` when `text` is anything but a key.
  package init(parsing text: String) throws(TicketKeyError) {
    guard let hyphen = text.lastIndex(of: "-") else { throw .key(text) }
    let digits = text[text.index(after: hyphen)...]
    guard let first = digits.utf8.first, first != UInt8(ascii: "0"), digits.utf8.allSatisfy(\.isASCIIDigit),
      let number = Int(digits), let project = try? ProjectKey(parsing: String(text[..<hyphen]))
    else { throw .key(text) }
    self.init(project: project, number: number)
  }

  package var description: String { "\(project)-\(number)" }

  package static func < (left: Self, right: Self) -> Bool {
    (left.project, left.number) < (right.project, right.number)
  }
}

/// What is not a project key or a ticket key.
package enum TicketKeyError: Error, Equatable {
  case project(String)
  case key(String)

  package var message: String {
    switch self {
    case .project(let text): "'\(text)' is not a project key (a capital letter, then capitals, digits or '_')"
    case .key(let text): "'\(text)' is not a ticket key (such as SHOP-12)"
    }
  }
}

extension UInt8 {
  package var isASCIICapital: Bool { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self }
  package var isASCIILowercase: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self }
  package var isASCIIDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }
  package var isASCIILetter: Bool { isASCIICapital || isASCIILowercase }

  /// Whether the byte can be part of a word that a ticket key would be part of, too.
  package var isKeyCharacter: Bool { isASCIILetter || isASCIIDigit || self == UInt8(ascii: "_") }
}
