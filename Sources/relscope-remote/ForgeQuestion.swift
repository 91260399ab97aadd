import Console
import Forges
import HTTP
import Platform
import ReleaseScope

/// Asks the forge that a remote is on.
struct ForgeQuestion {
  /// The address of the remote, without a user.
  let remote: String
  /// What the forge is, if the address does not say it.
  let forge: String?
  /// Where people find it.
  let forgeURL: String?
  /// Of the process, tokens included; `nil` to take them out of it now.
  var environment: [String: String]?

  /// Asks the forge with the token of the environment or of git's helpers, which are told whether it was good.
  ///
  /// - Parameters:
  ///   - needsToken: Whether nobody in particular may not ask.
  ///   - isSilent: Whether nobody sees how far it is, and what git says where it has no token.
  func ask<Answer>(
    needsToken: Bool, isSilent: Bool = false, _ ask: (ForgeClient) async throws(ForgeError) -> Answer
  ) async throws -> Answer {
    try Privacy.begin()
    let environment = self.environment ?? ForgeAccess.takeEnvironment()
    let timeout = try Self.timeout()
    let limit = TimeLimit(ofCommand: Self.patience * timeout)
    let repository = try repository(environment, limit)
    let access = try ForgeAccess(to: repository, in: environment, isSilent: isSilent, limit: limit)
    guard access.credentials != nil || !needsToken else { throw NoForgeToken(host: repository.credentialHost) }
    var policy = RetryPolicy(
      chance: { Double.random(in: 0..<1) }, now: { SystemClock.seconds },
      wait: { pause in
        let seconds = pause.components.seconds
        if seconds > 2 { try? remark("waiting \(seconds) seconds, as \(repository.kind.name) asks") }
        try? await Task.sleep(for: pause)
      })
    policy.tries = 3
    policy.longestWait = 60
    policy.limit = limit
    let meter = isSilent ? nil : ProgressMeter.standard
    let curl = CurlTransport(repository.api, credentials: access.credentials, timeout: timeout, limit: limit)
    let transport = RetryingTransport(
      MeteredTransport(curl, to: repository.kind.name, shownBy: meter), policy: policy)
    let answer: Answer
    do {
      defer { meter?.end() }
      let account = ForgeAccount(for: repository, in: environment)
      answer = try await ask(ForgeClient(repository, account: account, over: transport))
    } catch {
      guard access.credentials == nil else {
        guard case .unauthorized = error.fault else { throw error }
        access.tell(isGood: false)
        // GitLab says of a job's token that it does not know it where it has no right.
        guard access.isOfJob else { throw error }
        throw ForgeError(error.forge, .readOnly("CI_JOB_TOKEN cannot comment"))
      }
      switch error.fault {
      case .unauthorized, .forbidden, .notFound, .login:
        let missing = NoForgeToken(host: repository.credentialHost).problem
        throw Problem(.forbidden, "\(error.problem.message); \(missing.message)", help: missing.help)
      default: throw error
      }
    }
    access.tell(isGood: true)
    return answer
  }

  /// How many times as long as the forge's silence a whole command may take.
  private static let patience = 4

  private func repository(_ environment: [String: String], _ limit: TimeLimit) throws -> ForgeRepository {
    guard let location = RemoteLocation(parsing: remote) else {
      throw Problem(
        .badConfiguration, "'\(remote)' is on no forge",
        help: "name the remote that has the pull requests: --remote NAME")
    }
    let policy = try forge.map { kind in
      guard let kind = ForgeKind(rawValue: kind) else { throw Problem(.usage, "there is no forge '\(kind)'") }
      return ForgePolicy(kind: kind, url: forgeURL)
    }
    return try ForgeRepository(of: location, policy: policy, environment: environment) { alias in
      Self.hostName(of: alias, limit)
    }
  }

  /// What ssh calls the host; it reads the user's settings, and opens no connection. Where it cannot, the host has its
  /// own name.
  private static func hostName(of alias: String, _ limit: TimeLimit) -> String? {
    guard let answer = ChildProcess.run("ssh", ["-G", alias], isSilent: true, limit: limit.left()), answer.status == 0
    else { return nil }
    let line = answer.text.split(separator: "\n").first { $0.lowercased().hasPrefix("hostname ") }
    return (line?.dropFirst("hostname ".count)).map { $0.lowercased() }
  }

  private static func timeout() throws(Problem) -> Int {
    guard let text = Environment.variable("RELSCOPE_FORGE_TIMEOUT") else { return 30 }
    guard let seconds = Int(text), 1...3600 ~= seconds else {
      throw Problem(
        .badConfiguration, "RELSCOPE_FORGE_TIMEOUT is '\(text)', not a number of seconds", help: "set it to 30")
    }
    return seconds
  }
}

/// Nobody has given a token for the forge.
struct NoForgeToken: ExplainedError {
  let host: String

  var problem: Problem {
    Problem(
      .badConfiguration, "there is no token for '\(host)'",
      help: "set RELSCOPE_FORGE_TOKEN, or give a token to git's credential helper")
  }
}
