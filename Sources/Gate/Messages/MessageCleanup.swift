/// How git cleans a commit message up, by its configuration and by whether somebody edits it. What `--cleanup` says on
/// the command line no hook is told.
package struct MessageCleanup: Equatable, Sendable {
  package enum Mode: Equatable, Sendable {
    /// Lines that begin as comments do are taken out.
    case strip
    /// Only blanks go.
    case whitespace
    /// Nothing is touched, scissors neither.
    case verbatim
  }

  /// `core.commentChar`, or `core.commentString` of git 2.45 and later.
  private enum Comment: Equatable {
    case text([UInt8])
    /// git takes the first of its characters that no line of the message begins with.
    case auto
  }

  package let mode: Mode
  /// Whether an editor has had the message: git adds its remarks for it, and takes them out.
  package let isEdited: Bool
  private let comment: Comment

  private static let autoCharacters = Array("#;@!$%^&|:".utf8)

  /// - Parameters:
  ///   - setting: The value of `commit.cleanup`; `nil` if it is not set.
  ///   - comment: The last value of `core.commentChar` and `core.commentString`.
  ///   - editor: The variable `GIT_EDITOR`. git sets it to `:` for a message that nobody edits, as of `-m` and `-F`.
  package init(setting: String? = nil, comment: String? = nil, editor: String? = nil) {
    isEdited = editor != ":"
    mode =
      switch setting {
      case "verbatim": .verbatim
      case "whitespace", "scissors": .whitespace
      case "strip": .strip
      default: editor != ":" ? .strip : .whitespace
      }
    self.comment =
      switch comment {
      case nil, "": .text([UInt8(ascii: "#")])
      case "auto": .auto
      case let text?: .text(Array(text.utf8))
      }
  }

  /// What the lines begin with that git takes out.
  ///
  /// - Parameter lines: Those above scissors. Where git chose for itself, its own remarks at their end say what.
  func commentStart(in lines: ArraySlice<ArraySlice<UInt8>>) -> [UInt8]? {
    switch comment {
    case .text(let text): text
    case .auto:
      lines.last { !$0.isEmpty }?.first.flatMap { Self.autoCharacters.contains($0) ? [$0] : nil }
    }
  }
}
