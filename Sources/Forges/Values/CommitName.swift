package import ReleaseScope

/// A commit as a forge names it: one of them gives the first twelve digits only.
package struct CommitName: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  /// - Returns: `nil` for what is no id, or too short a part of one.
  package init?(_ text: String) {
    guard text.utf8.count >= 12, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }) else { return nil }
    self.text = text
  }

  package func names(_ id: ObjectID) -> Bool { "\(id)".hasPrefix(text) }

  package var description: String { text }

  package var abbreviated: String { String(text.prefix(7)) }
}
