/// Where the repository's pull requests are, where the address of the remote does not say it.
package struct ForgePolicy: Equatable, Sendable {
  package var kind: ForgeKind
  /// What people open in a browser, with a context path if there is one: `https://git.example.com/gitlab`; `nil` for
  /// the host of the remote.
  package var url: String?

  package init(kind: ForgeKind, url: String? = nil) {
    self.kind = kind
    self.url = url
  }
}

/// The services that hold pull requests, each with an interface of its own.
package enum ForgeKind: String, CaseIterable, Sendable {
  case github
  case gitlab
  case bitbucketCloud = "bitbucket-cloud"
  case bitbucketDataCenter = "bitbucket-data-center"
  case gitea
  case forgejo

  /// What people call it.
  package var name: String {
    switch self {
    case .github: "GitHub"
    case .gitlab: "GitLab"
    case .bitbucketCloud: "Bitbucket"
    case .bitbucketDataCenter: "Bitbucket Data Center"
    case .gitea: "Gitea"
    case .forgejo: "Forgejo"
    }
  }
}
