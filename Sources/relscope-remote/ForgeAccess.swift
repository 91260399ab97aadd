import Forges
import HTTP
import Platform
import ReleaseScope

/// The credentials for a forge and where they come from: an own variable, the variable of a service for its own host,
/// or git's credential helpers.
struct ForgeAccess {
  /// `nil` if there are none.
  let credentials: Credentials?
  /// Whether it is GitLab's token of a job.
  let isOfJob: Bool
  private let git: HelperGit
  private let question: String?
  /// The name that the helper gave with the token, to be told again.
  private let helperUser: String?

  /// Reads the environment, and takes the tokens out of it, so that no child inherits them. Call it before any child is
  /// started.
  static func takeEnvironment() -> [String: String] {
    let environment = Environment.all
    for name in ForgeToken.variables { Environment.remove(name) }
    return environment
  }

  /// - Parameters:
  ///   - environment: As it was before the tokens were taken out.
  ///   - isSilent: Whether nobody sees what git and its helpers say.
  ///   - limit: What is left for them, too: a helper that waits for somebody may wait for ever.
  /// - Throws: ``Problem`` for a token that no header can carry.
  init(
    to repository: ForgeRepository, in environment: [String: String], isSilent: Bool, limit: TimeLimit
  ) throws(Problem) {
    git = HelperGit(isSilent: isSilent, limit: limit)
    if let choice = ForgeToken(for: repository, in: environment) {
      guard let token = Secret(choice.text) else {
        throw Problem(
          .badConfiguration, "\(choice.variable) holds a blank, a line end or a character that no token has",
          help: "set it to the token alone")
      }
      let user = environment["RELSCOPE_FORGE_USER"].flatMap { $0.isEmpty ? nil : $0 }
      if let user, user.contains(where: { $0.isNewline || $0 == ":" || $0 == "\0" }) {
        throw Problem(
          .badConfiguration, "RELSCOPE_FORGE_USER holds a ':' or a line end",
          help: "set it to the account's e-mail address")
      }
      let isOwn = choice.variable == "RELSCOPE_FORGE_TOKEN"
      credentials =
        choice.isJobToken
        ? .own(header: "JOB-TOKEN", scheme: nil, token)
        : repository.kind.credentials(user: isOwn ? user : nil, token)
      question = nil
      helperUser = nil
      isOfJob = choice.isJobToken
      return
    }
    isOfJob = false
    guard let (user, token, question) = try Self.ofHelper(repository, git) else {
      credentials = nil
      question = nil
      helperUser = nil
      return
    }
    credentials = repository.kind.credentials(user: user, token, isOfGit: true)
    self.question = question
    helperUser = user
  }

  /// Tells git's helpers whether the token is good; nothing if it is not theirs.
  func tell(isGood: Bool) {
    guard let question, let credentials else { return }
    let answer = credentials.helperLines(of: helperUser)
    _ = git.run(["credential", isGood ? "approve" : "reject"], question + answer + "\n")
  }

  private static func ofHelper(
    _ repository: ForgeRepository, _ git: HelperGit
  ) throws(Problem) -> (user: String?, token: Secret, question: String)? {
    let scheme = repository.api.scheme
    let host = repository.credentialHost
    // Without a helper git would ask somebody, and there may be nobody.
    guard let set = git.run(["config", "--get-urlmatch", "credential.helper", "\(scheme)://\(host)"], ""),
      set.contains(where: { !$0.isWhitespace })
    else { return nil }
    let question = "protocol=\(scheme)\nhost=\(host)\n"
    let answer = git.run(["credential", "fill"], question + "\n")
    if answer == nil, git.isOverdue {
      throw Problem(
        .unavailable, "git's credential helper has not answered in \(git.limit.seconds) seconds",
        help: "ask it yourself: git credential fill; or set RELSCOPE_FORGE_TOKEN")
    }
    let told = HelperAnswer(answer)
    guard let token = told.token else { return nil }
    return (told.user, token, question)
  }
}

extension ForgeKind {
  /// How the forge wants to be given a token.
  ///
  /// - Parameters:
  ///   - user: With whom the token belongs; `nil` for one that stands for its user.
  ///   - isOfGit: Whether git uses it for its own connections: then it may be a password as well.
  fileprivate func credentials(user: String?, _ token: Secret, isOfGit: Bool = false) -> Credentials {
    // These are names that git is given for tokens that have no user.
    let user = ["x-token-auth", "oauth2", "x-access-token", "git"].contains(user) ? nil : user
    switch self {
    case .github: return .bearer(token)
    // git may have got it from a login by browser, which only goes as a bearer's.
    case .gitlab: return isOfGit ? .bearer(token) : .own(header: "PRIVATE-TOKEN", scheme: nil, token)
    case .bitbucketCloud, .bitbucketDataCenter: return Credentials(user: user, token: token)
    case .gitea, .forgejo:
      guard isOfGit, let user else { return .own(header: "Authorization", scheme: "token", token) }
      return .basic(user: user, token: token)
    }
  }
}
