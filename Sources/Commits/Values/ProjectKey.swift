/// The key of a Jira project: an ASCII capital, then one or more capitals, digits or underscores.
package struct ProjectKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let text: String

  /// - Throws: ``TicketKeyError`` when `text` is not of that form.
  package init(parsing text: String) throws(TicketKeyError) {
    let bytes = text.utf8
    guard let first = bytes.first, first.isASCIICapital, bytes.count >= 2,
      bytes.allSatisfy({ $0.isASCIICapital || $0.isASCIIDigit || $0 == UInt8(ascii: "_") })
    else { throw .project(text) }
    self.text = text
  }

  package var description: String { text }

  package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}
