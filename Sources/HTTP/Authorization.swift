import FoundationEssentials

/// Who asks.
package enum Credentials: Sendable {
  /// A user (for Jira Cloud, the account's e-mail address) with an API token or a password.
  case basic(user: String, token: Secret)
  /// A token that stands for its user.
  case bearer(Secret)
  /// A token in a header of the service's own: `PRIVATE-TOKEN: ...`, or `Authorization: token ...`.
  case own(header: String, scheme: String?, Secret)
}

/// The only place where a token is read.
extension Credentials {
  /// The user name under which git's helpers keep a token that is sent without a user.
  package static var bearerUser: String { "bearer" }

  /// - Parameters:
  ///   - user: ``bearerUser``, nobody or nothing for a token that stands for its user.
  package init(user: String?, token: Secret) {
    if let user, !user.isEmpty, user.lowercased() != Self.bearerUser {
      self = .basic(user: user, token: token)
    } else {
      self = .bearer(token)
    }
  }

  /// The header that says who asks.
  package var header: (name: String, value: String) {
    switch self {
    case .basic(let user, let token):
      ("Authorization", "Basic " + Data("\(user):\(token.reveal())".utf8).base64EncodedString())
    case .bearer(let token): ("Authorization", "Bearer \(token.reveal())")
    case .own(let name, let scheme, let token): (name, (scheme.map { "\($0) " } ?? "") + token.reveal())
    }
  }

  /// What git's credential helpers are told when they are to keep or to forget a token.
  package var helperLines: String { helperLines(of: nil) }

  /// - Parameter known: The user that the helper gave with the token, which it does not find again by another one.
  package func helperLines(of known: String?) -> String {
    switch self {
    case .basic(let user, let token): "username=\(known ?? user)\npassword=\(token.reveal())\n"
    case .bearer(let token), .own(_, _, let token):
      "username=\(known ?? Self.bearerUser)\npassword=\(token.reveal())\n"
    }
  }
}
