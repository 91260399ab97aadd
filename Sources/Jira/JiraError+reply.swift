import HTTP
import ReleaseScope

extension JiraError {
  /// What a reply says went wrong; `nil` for one that holds data.
  ///
  /// Several failures look like success: what tells them comes first. A missing thing (404) and a question that is not
  /// understood (400) are ``failed(status:_:)`` here: only who asked knows what they mean.
  init?(_ reply: Reply, path: String) {
    let message = ErrorReply(reply).message
    if let reason = reply.headers["x-authentication-denied-reason"], reason.contains("CAPTCHA") {
      let login = reason.splitOnce("login-url=")?.after.split { $0 == ";" || $0.isWhitespace }.first
      self = .captcha(login: login.map(String.init))
    } else if reply.isAnonymous {
      // Sent with status 200 as well: the answer is then the one that nobody in particular gets.
      self = .unauthorized(message)
    } else if let error = Self.status(reply, message: message) {
      self = error
    } else if reply.isWebPage {
      self = .webPage(path: path)
    } else {
      return nil
    }
  }

  private static func status(_ reply: Reply, message: String) -> JiraError? {
    if let (page, isLogin) = reply.redirection { return isLogin ? .login(page) : .redirected(page) }
    return switch reply.status {
    case 200...299: nil
    case 401: .unauthorized(message)
    case 403: .forbidden(message)
    case 429: .rateLimited(wait: reply.retryAfter)
    default: .failed(status: reply.status, message)
    }
  }
}

extension Reply {
  /// Whether Jira says that the credentials counted for nothing.
  fileprivate var isAnonymous: Bool {
    let reason = headers["x-seraph-loginreason"] ?? ""
    return reason.contains("AUTHENTICATED_FAILED") || reason.contains("AUTHENTICATION_DENIED")
  }
}
