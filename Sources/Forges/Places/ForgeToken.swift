import HTTP
import ReleaseScope

/// A token that the environment has for a forge. A service's own variable counts for the service's own host alone.
package struct ForgeToken: Equatable, Sendable {
  package let variable: String
  /// The secret itself.
  package let text: String
  /// Whether it is GitLab's token of a job, which has a header of its own.
  package var isJobToken: Bool { variable == "CI_JOB_TOKEN" }

  /// - Returns: `nil` if there is none for this forge.
  package init?(for repository: ForgeRepository, in environment: [String: String]) {
    let host = repository.credentialHost
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    func isHost(_ variable: String, else usual: String?) -> Bool {
      guard let server = value(variable) else { return usual == host }
      return repository.isAt(server)
    }
    let candidates: [(String, Bool)] =
      switch repository.kind {
      case .github:
        [
          ("GITHUB_TOKEN", isHost("GITHUB_SERVER_URL", else: "github.com")),
          ("GH_TOKEN", isHost("GITHUB_SERVER_URL", else: "github.com")),
        ]
      case .gitlab:
        [
          ("GITLAB_TOKEN", isHost("CI_SERVER_URL", else: "gitlab.com")),
          ("CI_JOB_TOKEN", isHost("CI_SERVER_URL", else: nil)),
        ]
      case .bitbucketCloud: [("BITBUCKET_TOKEN", host == "bitbucket.org")]
      case .bitbucketDataCenter: []
      case .gitea, .forgejo:
        [
          ("GITEA_TOKEN", isHost("GITHUB_SERVER_URL", else: "gitea.com")),
          ("FORGEJO_TOKEN", isHost("GITHUB_SERVER_URL", else: "codeberg.org")),
          ("GITHUB_TOKEN", isHost("GITHUB_SERVER_URL", else: nil)),
        ]
      }
    let all = [("RELSCOPE_FORGE_TOKEN", true)] + candidates
    guard let found = all.first(where: { $0.1 && value($0.0) != nil }), let text = value(found.0) else { return nil }
    variable = found.0
    self.text = text
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
