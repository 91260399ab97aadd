/// A comment on a pull request.
package struct Comment: Equatable, Sendable {
  package struct Author: Equatable, Sendable {
    /// What the forge knows it by, and nobody can take: a number or an account's id, else the login.
    package var id: String
    /// Whether it is no person.
    package var isRobot: Bool

    package init(id: String, isRobot: Bool = false) {
      self.id = id
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

  package init(id: String, body: String, author: Author?, revision: Int? = nil) {
    self.id = id
    self.body = body
    self.author = author
    self.revision = revision
  }

  /// With one kind of line end, and without blanks at the ends of the text.
  package var comparable: String { Self.comparable(body) }

  package static func comparable(_ text: String) -> String {
    let text = text.replacing("\r\n", with: "\n")
    let start = text.drop(while: \.isWhitespace)
    return String(String(start.reversed().drop(while: \.isWhitespace)).reversed())
  }
}

/// Who the token stands for.
package enum Asker: Equatable, Sendable {
  case known(Comment.Author)
  /// A job's or an app's token, which may not ask who it is; on some forges its comments are those of a robot.
  case unknown

  /// Whether a comment may be by whoever asks.
  package func mayHaveWritten(_ comment: Comment, unknown: UnknownAsker) -> Bool {
    switch (self, unknown) {
    case (.known(let own), _): own.id == comment.author?.id
    case (.unknown, .isRobot): comment.author?.isRobot == true
    case (.unknown, .mayTry): true
    case (.unknown, .wroteNothing): false
    }
  }
}

/// What stands beside a commit on its forge.
package struct CommitStatus: Equatable, Sendable {
  package enum State: String, Equatable, Sendable {
    case success
    case failure
    /// Nobody could tell.
    case error
  }

  package var state: State
  /// What it is known by; a later one of the same name takes its place.
  package var name: String
  package var description: String
  /// Where its name leads.
  package var url: String?

  package init(_ state: State, name: String = "relscope", description: String, url: String? = nil) {
    self.state = state
    self.name = name
    self.description = description
    self.url = url
  }

  /// The description, cut to so many UTF-16 units.
  func description(upTo limit: Int) -> String {
    guard description.utf16.count > limit else { return description }
    var text = description
    while text.utf16.count >= limit { text.removeLast() }
    return text + "…"
  }
}
