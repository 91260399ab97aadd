package import HTTP
package import ReleaseScope

/// Why a forge did not tell or do what was asked.
package struct ForgeError: Error, Equatable {
  package enum Fault: Equatable, Sendable {
    /// Nobody says which forge the host is.
    case unknownHost
    case notSupported
    /// The address that the policy gives.
    case address(ServiceAddressError)
    /// The path of the remote is none of a repository there.
    case noRepository(String)
    case transport(TransportError)
    /// The token is wrong or has expired. With what the forge said, which may be nothing.
    case unauthorized(String)
    /// The token lacks a right.
    case forbidden(String)
    /// The token of a job that was started from a fork, or by a robot: it reads, whatever the job asks for.
    case readOnly(String)
    /// The organization wants the token to be admitted first; with the page for it.
    case notAdmitted(String?)
    /// With the seconds to wait, if the forge says.
    case rateLimited(wait: Int?)
    case login(String)
    case redirected(String)
    case webPage(path: String)
    case broken(path: String, String)
    /// Not there, or the token may not see it; with what was asked for.
    case notFound(String)
    /// The text is longer than the forge takes.
    case tooLong(String)
    /// Somebody was faster.
    case conflict(String)
    case failed(status: Int, String)
    /// With the requests that are open for the branch, if they go elsewhere or come from a fork.
    case noPullRequest(head: String, base: String, others: [OtherRequest])
    /// It has become another one since it was found: of another branch, or into one.
    case retargeted(number: Int, head: String, base: String)
    /// Comments of these accounts begin as one's own does, and nobody says whether they are.
    case unknownAuthor([String])
    /// The pull request has another head than the one that was judged.
    case moved(number: Int, head: String, judged: String)
    /// A commit status would change what counts for the pull request.
    case noPlaceForStatus(String)
    /// It is open no longer.
    case notOpen(number: Int, PullRequest.State)
  }

  /// An open pull request that is not the one that was looked for.
  package struct OtherRequest: Equatable, Sendable {
    package let number: Int
    package let isFromFork: Bool
    package let base: String

    package init(number: Int, isFromFork: Bool, base: String) {
      self.number = number
      self.isFromFork = isFromFork
      self.base = base
    }

    fileprivate var words: String { "pull request \(number) \(isFromFork ? "of a fork" : "into '\(base)'")" }
  }

  /// What people call the forge, or its host.
  package let forge: String
  package let fault: Fault

  package init(_ forge: String, _ fault: Fault) {
    self.forge = forge
    self.fault = fault
  }
}

extension ForgeError: ExplainedError {
  package var problem: Problem {
    switch fault {
    case .notSupported:
      Problem(
        .badConfiguration, "pull requests on \(forge) are not supported",
        help: "use GitHub, GitLab, Bitbucket, Gitea or Forgejo; the report's Markdown can be posted by other means")
    case .address(let fault):
      Problem(
        .badConfiguration, "the address of the forge is not right: \(fault.words)",
        help: "write it in the policy as forge: {kind: gitlab, url: \"https://git.example.com\"}")
    case .noRepository(let path):
      Problem(
        .badConfiguration, "'\(path)' is no repository of \(forge)",
        help: "check: git remote -v; a context path belongs into the policy's forge: {url: ...}")
    case .unknownHost:
      Problem(
        .badConfiguration, "nobody says which forge '\(forge)' is",
        help: "say it in the policy on the base: forge: {kind: gitlab, url: \"https://\(forge)\"}")
    case .transport(let error): problem(error)
    case .unauthorized(let message):
      Problem(
        .forbidden, "\(forge) does not accept the token\(message.isEmpty ? "" : ": \(message)")",
        help: "it may have expired, or be for another server: set RELSCOPE_FORGE_TOKEN")
    case .readOnly(let message):
      Problem(
        .forbidden, "this job's token may only read: \(message)",
        help: "allow the job pull-requests: write; jobs of forks and of Dependabot, and GitLab's job tokens, only read")
    case .notAdmitted(let page):
      Problem(
        .forbidden, "the organization has not admitted the token: it uses single sign-on",
        help: page.map { "admit it at \($0)" } ?? "admit the token in its settings on \(forge)")
    case .login(let page):
      Problem(
        .forbidden, "\(forge) sends the request on to its login page '\(page)'",
        help: "check the token, and that no single sign-on stands before the interface")
    case .forbidden(let message):
      Problem(
        .forbidden, "\(forge) refuses the request\(message.isEmpty ? "" : ": \(message)")",
        help: "docs/pull-request.md lists the rights that a token needs")
    case .moved(let number, let head, let judged):
      Problem(
        .missing, "pull request \(number) is at \(head), and the report is of \(judged)",
        help: "fetch, check again, and post that")
    case .notOpen(let number, let state):
      Problem(.missing, "pull request \(number) is \(state.rawValue)", help: "there is nothing left to comment on")
    case .retargeted(let number, let head, let base):
      Problem(
        .missing, "pull request \(number) has changed meanwhile: it brings '\(head)' into '\(base)'",
        help: "look at it, and run it again")
    case .noPullRequest(let head, let base, let others):
      Problem(
        .missing, "\(forge) has no open pull request of '\(head)' into '\(base)'",
        help: others.isEmpty ? "create it on \(forge)" : "there is \(others.map(\.words).joined(separator: "; "))")
    case .unknownAuthor(let authors):
      Problem(
        .badConfiguration,
        "\(forge) does not tell this token whose it is, and \(authors.joined(separator: " and ")) wrote a comment that begins"
          + " as relscope's does",
        help: "let the token read its user, or say whose it is: RELSCOPE_FORGE_USER=LOGIN")
    case .rateLimited(let wait):
      Problem(
        .unavailable, "\(forge) answers no more questions for now: its rate limit is reached",
        help: wait.map { "try again in \($0) seconds" } ?? "try again in some minutes")
    case .redirected(let target):
      Problem(
        .badConfiguration, "\(forge) sends its visitors on to '\(target)', and the token does not go there",
        help: "correct the address of the remote, or 'forge:' in the policy")
    case .webPage(let path):
      Problem(
        .unavailable, "\(forge) answered '\(path)' with a web page instead of data",
        help: "check 'forge:' in the policy, and whether a proxy or a single sign-on stands in between")
    case .broken(let path, let detail):
      Problem(
        .unavailable, "\(forge) answered '\(path)' with data that is broken: \(detail)",
        help: "try again; if it stays so, check what stands between here and \(forge)")
    case .notFound(let what):
      Problem(
        .missing, "\(forge) has no \(what), or the token may not see it",
        help: "check the remote's address; else give the token the right to read the repository")
    case .tooLong(let message):
      Problem(.internal, "\(forge) finds the comment too long: \(message)", help: "please report it")
    case .conflict(let message):
      Problem(.unavailable, "\(forge) has changed the comment meanwhile: \(message)", help: "run it again")
    case .noPlaceForStatus(let reason):
      Problem(
        .missing, "no status is set on \(forge): \(reason)", help: "let the job itself be the check, without --status")
    case .failed(let status, let message):
      Problem(
        .unavailable, "\(forge) answered with status \(status)\(message.isEmpty ? "" : ": \(message)")",
        help: "try again later, or ask those who run it")
    }
  }

  private func problem(_ error: TransportError) -> Problem {
    switch error {
    case .timedOut(let seconds):
      Problem(
        .unavailable, "\(forge) did not answer within \(seconds) seconds",
        help: "try again, or allow it more time: RELSCOPE_FORGE_TIMEOUT=\(seconds * 4)")
    case .untrusted(let detail):
      Problem(
        .unavailable, "cannot trust the connection to \(forge): \(detail)",
        help: "for a certificate of your own authority, add it to the system's: update-ca-certificates")
    case .overdue(let seconds):
      Problem(
        .unavailable, "\(forge) has taken more than the \(seconds) seconds that a command has",
        help: "try again, or allow it more time: RELSCOPE_FORGE_TIMEOUT=\(seconds)")
    case .unreachable(let detail):
      Problem(
        .unavailable, "cannot reach \(forge): \(detail)",
        help: "check the network, and https_proxy if you need a proxy")
    case .interrupted(let detail):
      Problem(.unavailable, "the connection to \(forge) broke off: \(detail)", help: "try again")
    case .tooLong(let megabytes):
      Problem(
        .unavailable, "the answer of \(forge) is longer than \(megabytes) MB",
        help: "check what stands between here and \(forge)")
    }
  }
}

extension ServiceAddressError {
  fileprivate var words: String {
    switch self {
    case .malformed: "it is no address"
    case .credentials: "it holds a user or a password"
    case .query: "it has a '?' or a '#'"
    case .unprotected(let host): "it is not https, and '\(host)' is not 127.0.0.1"
    }
  }
}
