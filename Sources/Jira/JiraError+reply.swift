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
    switch reply.status {
    case 200...299: nil
    case 300...399: redirection(to: reply.headers["location"] ?? "nowhere")
    case 401: .unauthorized(message)
    case 403: .forbidden(message)
    case 429: .rateLimited(wait: reply.retryAfter)
    default: .failed(status: reply.status, message)
    }
  }

  /// - Parameter target: Shown without its query, which may carry what is nobody's business.
  private static func redirection(to target: String) -> JiraError {
    let page = target.splitOnce("?")?.before ?? target
    let lowercased = target.lowercased()
    let isLogin = ["login", "signin", "sign-in", "saml", "oauth", "sso", "/auth"].contains { lowercased.contains($0) }
    return isLogin ? .login(page) : .redirected(page)
  }
}

extension Reply {
  /// Whether Jira says that the credentials counted for nothing.
  fileprivate var isAnonymous: Bool {
    let reason = headers["x-seraph-loginreason"] ?? ""
    return reason.contains("AUTHENTICATED_FAILED") || reason.contains("AUTHENTICATION_DENIED")
  }
}
