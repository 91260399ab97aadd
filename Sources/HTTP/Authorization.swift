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

  /// A refusal as it came, without what was sent of the token: some services and gateways repeat the request, and what
  /// they say is shown.
  package func covering(_ reply: Reply) -> Reply {
    guard reply.status >= 300 else { return reply }
    let sent = [String(header.value.split(separator: " ").last ?? ""), revealed].filter { !$0.isEmpty }
    func covered(_ text: String) -> String {
      sent.reduce(text) { $0.replacing($1, with: "<secret>") }
    }
    let body = String(decoding: reply.body, as: UTF8.self)
    let isClean = !sent.contains { body.contains($0) }
    return Reply(
      status: reply.status, headers: reply.headers.mapValues(covered),
      body: isClean ? reply.body : Array(covered(body).utf8))
  }

  private var revealed: String {
    switch self {
    case .basic(_, let token), .bearer(let token), .own(_, _, let token): token.reveal()
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
