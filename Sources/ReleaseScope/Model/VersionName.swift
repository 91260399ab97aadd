/// The name of a Jira version: 1 to 255 characters, not all of them blank.
package struct VersionName: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  /// - Throws: ``VersionNameError``.
  package init(parsing text: String) throws(VersionNameError) {
    guard text.contains(where: { !$0.isWhitespace }) else { throw .blank }
    guard text.count <= 255 else { throw .tooLong(characters: text.count) }
    self.text = text
  }

  package var description: String { text }
}

package enum VersionNameError: Error, Equatable {
  case blank
  case tooLong(characters: Int)

  package var message: String {
    switch self {
    case .blank: "a version's name cannot be blank"
    case .tooLong(let characters): "a version's name has at most 255 characters, not \(characters)"
    }
  }
}
