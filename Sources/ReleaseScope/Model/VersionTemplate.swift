/// A path or a revision of the policy with a place for a version's name, or without one: `releases/{version}.json`,
/// `v{previous}`, `releases/next.yml`.
package struct VersionTemplate: Hashable, Sendable, CustomStringConvertible {
  package enum Placeholder: String, Sendable {
    /// The version that is released.
    case version
    /// The version before it.
    case previous
  }

  package let text: String
  private let mark: String

  /// - Throws: ``VersionTemplateError`` for another placeholder; braces of git's own (`HEAD@{1}`, `v1^{}`) are none.
  package init(parsing text: String, placeholder: Placeholder = .version) throws(VersionTemplateError) {
    self.text = text
    mark = "{\(placeholder.rawValue)}"
    var rest = text
    while let (before, after) = rest.splitOnce("{") {
      guard let (name, end) = after.splitOnce("}") else { return }
      guard name == placeholder.rawValue || before.hasSuffix("@") || before.hasSuffix("^") else {
        throw VersionTemplateError(placeholder: name)
      }
      rest = end
    }
  }

  package var description: String { text }

  /// Whether it stands for the same thing whatever the version is.
  package var isFixed: Bool { text.splitOnce(mark) == nil }

  /// What stands before and after the first place for the version; `nil` if there is none.
  package var parts: (before: String, after: String)? { text.splitOnce(mark) }

  package func filled(with version: VersionName) -> String { text.filling(mark, with: version.text) }

  /// - Returns: `nil` where the version is needed and not known.
  package func filled(ifNeeded version: VersionName?) -> String? {
    if isFixed { return text }
    return version.map { filled(with: $0) }
  }
}

/// A placeholder that a template does not have.
package struct VersionTemplateError: Error, Equatable {
  /// Without braces.
  package let placeholder: String

  package init(placeholder: String) {
    self.placeholder = placeholder
  }
}
