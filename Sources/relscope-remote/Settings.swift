import HTTP
import Jira
import Platform
import ReleaseScope

/// What the environment says of the Jira to ask.
struct Settings {
  let address: JiraAddress
  /// As it is given; `nil` to ask git.
  let token: Secret?
  let user: String?
  /// How long Jira may be silent, in seconds.
  let timeout: Int

  /// Reads the environment, and takes the token out of it, so that no child inherits it.
  ///
  /// - Throws: An ``ExplainedError`` of kind `badConfiguration`.
  init(url: String?) throws {
    let token = Environment.variable("RELSCOPE_JIRA_TOKEN")
    Environment.remove("RELSCOPE_JIRA_TOKEN")
    guard let address = url ?? Environment.variable("RELSCOPE_JIRA_URL") else {
      throw Problem(
        .badConfiguration, "nobody says where Jira is", help: "set RELSCOPE_JIRA_URL=https://jira.example.com")
    }
    self.address = try JiraAddress(parsing: address)
    self.token = try token.map { text in
      guard let secret = Secret(text) else {
        throw Problem(
          .badConfiguration, "RELSCOPE_JIRA_TOKEN holds a blank, a line end or a character that no token has",
          help: "set it to the token alone")
      }
      return secret
    }
    user = Environment.variable("RELSCOPE_JIRA_USER")
    timeout =
      try Environment.variable("RELSCOPE_JIRA_TIMEOUT").map { text in
        guard let seconds = Int(text), 1...3600 ~= seconds else {
          throw Problem(
            .badConfiguration, "RELSCOPE_JIRA_TIMEOUT is '\(text)', not a number of seconds", help: "set it to 30")
        }
        return seconds
      } ?? 30
  }
}
