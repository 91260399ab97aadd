import HTTP
import ReleaseScope

/// A token that the environment has for a forge. A service's own variable counts for the service's own host alone.
package struct ForgeToken: Equatable, Sendable {
  package let variable: String
  /// The secret itself.
  package let text: String
  /// Whether it is GitLab's token of a job, which has a header of its own.
  package var isJobToken: Bool { variable == "CI_JOB_TOKEN" }

  private static let own = "RELSCOPE_FORGE_TOKEN"

  /// Every variable that may hold a token, whichever the forge.
  package static let variables = Set([own] + ForgeKind.allCases.flatMap { $0.tokenVariables.map(\.name) })

  /// - Returns: `nil` if there is none for this forge.
  package init?(for repository: ForgeRepository, in environment: [String: String]) {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    func isFor(_ variable: TokenVariable) -> Bool {
      guard let server = variable.server.flatMap(value) else { return variable.host == repository.credentialHost }
      return repository.isAt(server)
    }
    let names = [Self.own] + repository.kind.tokenVariables.filter(isFor).map(\.name)
    guard let name = names.first(where: { value($0) != nil }), let text = value(name) else { return nil }
    variable = name
    self.text = text
  }
}

/// A variable in which a service hands over a token for itself.
private struct TokenVariable {
  let name: String
  /// The variable in which the service says where it is; `nil` for one that does not say it.
  var server: String?
  /// Whose the token is where no variable says it; `nil` for nobody's.
  var host: String?
}

extension ForgeKind {
  /// In the order in which they count.
  fileprivate var tokenVariables: [TokenVariable] {
    switch self {
    case .github:
      [
        TokenVariable(name: "GITHUB_TOKEN", server: "GITHUB_SERVER_URL", host: "github.com"),
        TokenVariable(name: "GH_TOKEN", server: "GITHUB_SERVER_URL", host: "github.com"),
      ]
    case .gitlab:
      [
        TokenVariable(name: "GITLAB_TOKEN", server: "CI_SERVER_URL", host: "gitlab.com"),
        TokenVariable(name: "CI_JOB_TOKEN", server: "CI_SERVER_URL"),
      ]
    case .bitbucketCloud: [TokenVariable(name: "BITBUCKET_TOKEN", host: "bitbucket.org")]
    case .bitbucketDataCenter: []
    case .gitea, .forgejo:
      [
        TokenVariable(name: "GITEA_TOKEN", server: "GITHUB_SERVER_URL", host: "gitea.com"),
        TokenVariable(name: "FORGEJO_TOKEN", server: "GITHUB_SERVER_URL", host: "codeberg.org"),
        TokenVariable(name: "GITHUB_TOKEN", server: "GITHUB_SERVER_URL"),
      ]
    }
  }
}

extension ForgeAccount {
  /// Whose a token is by what the environment says: asked where the token may not say it itself.
  ///
  /// - Returns: `nil` if nothing says it.
  package init?(for repository: ForgeRepository, in environment: [String: String]) {
    switch repository.kind {
    case .github, .gitlab, .gitea, .forgejo:
      if let login = environment["RELSCOPE_FORGE_USER"], !login.isEmpty {
        self = .named(login)
      } else if environment["GITHUB_ACTIONS"] == "true", repository.isAt(environment["GITHUB_SERVER_URL"]) {
        self = .job
      } else {
        return nil
      }
    // There it is an address of e-mail, and part of what is sent.
    case .bitbucketCloud, .bitbucketDataCenter: return nil
    }
  }
}

extension ForgeRepository {
  /// Whether a service says that it is this one's.
  fileprivate func isAt(_ server: String?) -> Bool {
    server?.split(separator: "/").dropFirst().first.map { $0.lowercased() } == credentialHost
  }

  /// The host by which people and git know the forge, with its port.
  package var credentialHost: String {
    let isApart = api.host == "api.github.com" || api.host == "api.bitbucket.org" || api.host.hasSuffix(".ghe.com")
    return isApart && api.host.hasPrefix("api.") ? String(api.host.dropFirst(4)) : api.host
  }
}
