package import HTTP
package import ReleaseScope

/// Why Jira did not tell what was asked.
package enum JiraError: Error, Equatable {
  case transport(TransportError)
  /// The credentials are wrong, expired, or for something else. With what Jira said, which may be nothing.
  case unauthorized(String)
  /// After several failures Jira lets the user in by browser only.
  case captcha(login: String?)
  case forbidden(String)
  /// With the seconds that Jira asks to wait, if it says.
  case rateLimited(wait: Int?)
  /// To a page where people log in.
  case login(String)
  case redirected(String)
  /// A page for browsers came in place of data.
  case webPage(path: String)
  /// What came is not what Jira sends. With what is wrong with it.
  case broken(path: String, String)
  /// There is no Jira at the address.
  case noJira(JiraAddress)
  case unknownProject(ProjectKey)
  /// With names of the project's versions that are alike.
  case unknownVersion(VersionName, projects: [ProjectKey], alike: [String])
  /// A question that Jira does not understand, or whose words it does not know.
  case refused(JQL, String)
  /// Any other status.
  case failed(status: Int, String)
}

extension JiraError: ExplainedError {
  package var problem: Problem {
    switch self {
    case .transport(let error): error.problem
    case .unauthorized, .captcha, .forbidden, .login: accessProblem
    case .rateLimited(let wait):
      Problem(
        .unavailable, "Jira answers no more questions for now: its rate limit is reached",
        help: wait.map { "try again in \($0) seconds" } ?? "try again in some minutes")
    case .redirected(let target):
      Problem(
        .badConfiguration, "Jira sends its visitors on to '\(target)', and the token does not go there",
        help: "set RELSCOPE_JIRA_URL to the address that Jira has now")
    case .webPage(let path):
      Problem(
        .unavailable, "Jira answered '\(path)' with a web page instead of data",
        help: "check RELSCOPE_JIRA_URL, and whether a proxy or a single sign-on stands in between")
    case .broken(let path, let detail):
      Problem(
        .unavailable, "Jira answered '\(path)' with data that is broken: \(detail)",
        help: "try again; if it stays so, check what stands between here and Jira")
    case .noJira(let address):
      Problem(
        .badConfiguration, "there is no Jira at '\(address)'",
        help: "check RELSCOPE_JIRA_URL; many have a path, such as https://example.com/jira")
    case .unknownProject(let key):
      Problem(
        .missing, "Jira has no project '\(key)', or the token may not see it",
        help: "check the key; else let the token's user browse the project")
    case .unknownVersion(let name, let projects, let alike):
      Problem(
        .missing, "no version '\(name)' in \(projects.map { "'\($0)'" }.joined(separator: ", "))",
        help: alike.isEmpty
          ? "create the version in Jira, or check its name"
          : "did you mean \(alike.map { "'\($0)'" }.joined(separator: " or "))?")
    case .refused(let query, let message):
      Problem(
        .badConfiguration,
        "Jira does not take the query '\(query)': \(message.isEmpty ? "it does not say why" : message)",
        help: "try the query in Jira's own search; queries of yours are under 'jira:' in the policy")
    case .failed(let status, let message):
      Problem(
        .unavailable, "Jira answered with status \(status)\(message.isEmpty ? "" : ": \(message)")",
        help: "try again later, or ask those who run it")
    }
  }

  private var accessProblem: Problem {
    switch self {
    case .unauthorized(let message) where message.contains("scope"):
      Problem(
        .forbidden, "the token lacks a scope: \(message)",
        help: "make a token with the scopes read:jira-work and read:jira-user")
    case .unauthorized(let message):
      Problem(
        .forbidden, "Jira does not accept the token\(message.isEmpty ? "" : ": \(message)")",
        help:
          "it may have expired; Cloud needs RELSCOPE_JIRA_USER too, and a scoped token the address of the gateway")
    case .captcha(let login):
      Problem(
        .forbidden, "Jira asks for a CAPTCHA after too many failed logins",
        help: "log in by browser once\(login.map { " at \($0)" } ?? ""), then correct the token and try again")
    case .login(let target):
      Problem(
        .forbidden, "Jira sends the request on to its login page '\(target)'",
        help: "check the token, and that this Jira takes tokens without a single sign-on")
    case .forbidden(let message):
      Problem(
        .forbidden, "Jira refuses the request\(message.isEmpty ? "" : ": \(message)")",
        help: "let the token's user browse the projects of the release")
    case .transport, .rateLimited, .redirected, .webPage, .broken, .noJira, .unknownProject, .unknownVersion, .refused,
      .failed:
      problem
    }
  }
}

extension TransportError: ExplainedError {
  package var problem: Problem {
    switch self {
    case .timedOut(let seconds):
      Problem(
        .unavailable, "Jira did not answer within \(seconds) seconds",
        help: "try again, or allow it more time: RELSCOPE_JIRA_TIMEOUT=\(seconds * 4)")
    case .overdue(let seconds):
      Problem(
        .unavailable, "Jira has taken more than the \(seconds) seconds that a command has",
        help: "try again, or allow it more time: RELSCOPE_JIRA_TIMEOUT=\(seconds)")
    case .untrusted(let detail):
      Problem(
        .unavailable, "cannot trust the connection to Jira: \(detail)",
        help: "for a certificate of your own authority, add it to the system's: update-ca-certificates")
    case .unreachable(let detail):
      Problem(
        .unavailable, "cannot reach Jira: \(detail)",
        help: "check RELSCOPE_JIRA_URL, the network, and https_proxy if you need a proxy")
    case .interrupted(let detail):
      Problem(.unavailable, "the connection to Jira broke off: \(detail)", help: "try again")
    case .tooLong(let megabytes):
      Problem(
        .unavailable, "Jira's answer is longer than \(megabytes) MB",
        help: "check RELSCOPE_JIRA_URL, and what stands between here and Jira")
    }
  }
}
