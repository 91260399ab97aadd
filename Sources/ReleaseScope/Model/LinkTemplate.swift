/// An address with one placeholder: `https://jira.example.com/browse/{key}`.
package struct LinkTemplate: Hashable, Sendable {
  package let text: String
  private let placeholder: String

  /// - Parameter placeholder: Its name, without braces.
  /// - Throws: ``LinkTemplateError``.
  package init(parsing text: String, placeholder: String) throws(LinkTemplateError) {
    guard text.hasPrefix("https://") || text.hasPrefix("http://") else { throw .otherScheme }
    // What an address may hold (RFC 3986), and the braces.
    let allowed = Set("-._~:/?#[]@!$&'()*+,;=%{}".utf8)
    guard text.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || allowed.contains($0) }) else {
      throw .unusualCharacter
    }
    guard text.ranges(of: "{\(placeholder)}").count == 1 else { throw .noPlaceholder }
    self.text = text
    self.placeholder = placeholder
  }

  func address(_ value: String) -> String { text.replacing("{\(placeholder)}", with: value) }
}

package enum LinkTemplateError: Error, Equatable {
  /// It is no `https://` or `http://` address.
  case otherScheme
  case unusualCharacter
  /// The placeholder is not there, or more than once.
  case noPlaceholder
}
