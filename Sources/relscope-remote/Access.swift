import HTTP
import Jira
import Platform
import ReleaseScope

/// The credentials and where they come from: the environment, or git's credential helpers.
struct Access {
  let credentials: Credentials
  private let address: ServiceAddress
  private let isFromGit: Bool

  /// - Throws: ``Problem`` when there is no token.
  init(_ settings: Settings) throws(Problem) {
    address = settings.address.service
    if let user = settings.user, user.contains(where: { $0.isNewline || $0 == ":" || $0 == "\0" }) {
      throw Problem(
        .badConfiguration, "RELSCOPE_JIRA_USER holds a ':' or a line end",
        help: "set it to the account's e-mail address")
    }
    if let token = settings.token {
      credentials = Credentials(user: settings.user, token: token)
      isFromGit = false
      return
    }
    let question = Self.description(of: settings.address.service) + (settings.user.map { "username=\($0)\n" } ?? "")
    let answer = HelperAnswer(Self.git("fill", question + "\n"))
    guard let token = answer.token else {
      throw Problem(
        .badConfiguration, "there is no token for '\(settings.address)'",
        help: "set RELSCOPE_JIRA_TOKEN (for Cloud RELSCOPE_JIRA_USER too), or give one to git's credential helper")
    }
    credentials = Credentials(user: answer.user, token: token)
    isFromGit = true
  }

  /// Tells git's helpers that the token is good; nothing if it is not theirs.
  func approve() { tell("approve") }

  /// Tells git's helpers to forget the token.
  func reject() { tell("reject") }

  private func tell(_ verb: String) {
    guard isFromGit else { return }
    _ = Self.git(verb, Self.description(of: address) + credentials.helperLines + "\n")
  }

  private static func description(of address: ServiceAddress) -> String {
    "protocol=\(address.scheme)\nhost=\(address.host)\n"
  }

  /// - Returns: What git wrote; `nil` if it failed. It has said why on standard error.
  private static func git(_ verb: String, _ input: String) -> String? {
    guard let answer = ChildProcess.run("git", ["credential", verb], input: Array(input.utf8)), answer.status == 0
    else {
      return nil
    }
    return answer.text
  }
}
