package import ReleaseScope

/// A comment on a pull request.
package struct Comment: Equatable, Sendable {
  package struct Author: Equatable, Sendable {
    /// What the forge knows it by, and nobody can take: a number or an account's id, else the login.
    package var id: String
    /// What people know it by, where the forge tells.
    package var login: String?
    /// Whether it is no person.
    package var isRobot: Bool

    package init(id: String, login: String? = nil, isRobot: Bool = false) {
      self.id = id
      self.login = login
      self.isRobot = isRobot
    }
  }

  package var id: String
  /// As it was sent; some forges give other line ends back.
  package var body: String
  /// `nil` where the account is gone.
  package var author: Author?
  /// Counts the edits, on the forge that asks for it.
  package var revision: Int?
  /// When it was written, or edited last.
  package var time: Instant?
  /// Where people read it, if the forge tells.
  package var url: String?

  package init(
    id: String, body: String, author: Author?, revision: Int? = nil, time: Instant? = nil, url: String? = nil
  ) {
    self.id = id
    self.body = body
    self.author = author
    self.revision = revision
    self.time = time
    self.url = url
  }

  /// With one kind of line end, and without blanks at the ends of the text.
  package var comparable: String { Self.comparable(body) }

  package static func comparable(_ text: String) -> String {
    let text = text.replacing("\r\n", with: "\n")
    let start = text.drop(while: \.isWhitespace)
    return String(String(start.reversed().drop(while: \.isWhitespace)).reversed())
  }
}
