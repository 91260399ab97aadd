/// The first digits of a commit's id, as comments and people write it.
package struct CommitPrefix: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  /// - Parameter text: 7 to 64 hexadecimal digits in lower case.
  /// - Returns: `nil` for anything else.
  package init?(_ text: String) {
    guard 7...64 ~= text.utf8.count, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }) else {
      return nil
    }
    self.text = text
  }

  package func names(_ id: ObjectID) -> Bool { "\(id)".hasPrefix(text) }

  package var abbreviated: String { String(text.prefix(10)) }

  package var description: String { text }
}
