import Foundation
import Jira

/// The only place where a token is read.
enum Authorization {
  /// The value of the header.
  static func header(_ credentials: Credentials) -> String {
    switch credentials {
    case .basic(let user, let token): "Basic " + Data("\(user):\(token.reveal())".utf8).base64EncodedString()
    case .bearer(let token): "Bearer \(token.reveal())"
    }
  }

  /// What git's credential helpers are told when they are to keep or to forget a token.
  static func lines(_ credentials: Credentials) -> String {
    switch credentials {
    case .basic(let user, let token): "username=\(user)\npassword=\(token.reveal())\n"
    case .bearer(let token): "username=\(Access.bearer)\npassword=\(token.reveal())\n"
    }
  }
}
