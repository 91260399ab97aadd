import Foundation
import Jira
import ReleaseScope

/// The credentials and where they come from: the environment, or git's credential helpers.
struct Access {
  /// The user name under which a token is kept that is sent without a user.
  static let bearer = "bearer"

  let credentials: Credentials
  private let address: JiraAddress
  private let isFromGit: Bool

  /// - Throws: ``Problem`` when there is no token.
  init(_ settings: Settings) throws(Problem) {
    address = settings.address
    if let user = settings.user, user.contains(where: { $0.isNewline || $0 == ":" || $0 == "\0" }) {
      throw Problem(
        .badConfiguration, "RELSCOPE_JIRA_USER holds a ':' or a line end",
        help: "set it to the account's e-mail address")
    }
    if let token = settings.token {
      credentials = Self.credentials(user: settings.user, token: token)
      isFromGit = false
      return
    }
    let question = Self.description(of: settings.address) + (settings.user.map { "username=\($0)\n" } ?? "")
    let answer = Self.git("fill", question + "\n")
    let lines = (answer ?? "").split(separator: "\n").compactMap { String($0).splitOnce("=") }
    func value(_ name: String) -> String? { lines.first { $0.before == name }?.after }
    guard let token = value("password").flatMap({ Secret($0) }) else {
      throw Problem(
        .badConfiguration, "there is no token for '\(settings.address)'",
        help: "set RELSCOPE_JIRA_TOKEN (for Cloud RELSCOPE_JIRA_USER too), or give one to git's credential helper")
    }
    credentials = Self.credentials(user: value("username"), token: token)
    isFromGit = true
  }

  /// Tells git's helpers that the token is good; nothing if it is not theirs.
  func approve() { tell("approve") }

  /// Tells git's helpers to forget the token.
  func reject() { tell("reject") }

  private func tell(_ verb: String) {
    guard isFromGit else { return }
    _ = Self.git(verb, Self.description(of: address) + Authorization.lines(credentials) + "\n")
  }

  private static func credentials(user: String?, token: Secret) -> Credentials {
    guard let user, !user.isEmpty, user.lowercased() != bearer else { return .bearer(token) }
    return .basic(user: user, token: token)
  }

  private static func description(of address: JiraAddress) -> String {
    "protocol=\(address.scheme)\nhost=\(address.host)\n"
  }

  /// - Returns: What git wrote; `nil` if it failed. It has said why on standard error.
  private static func git(_ verb: String, _ input: String) -> String? {
    let git = Process()
    git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    git.arguments = ["git", "credential", verb]
    let (incoming, outgoing) = (Pipe(), Pipe())
    git.standardInput = incoming
    git.standardOutput = outgoing
    do {
      try git.run()
      try incoming.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try incoming.fileHandleForWriting.close()
    } catch {
      return nil
    }
    let output = outgoing.fileHandleForReading.readDataToEndOfFile()
    git.waitUntilExit()
    return git.terminationStatus == 0 ? String(decoding: output, as: UTF8.self) : nil
  }
}
