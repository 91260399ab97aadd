import ReleaseScope

extension ForgeClient {
  /// The forge in its own language.
  package var forge: any ForgeRecord {
    switch repository.kind {
    case .github: GitHub(client: self)
    case .gitlab: GitLab(client: self)
    case .bitbucketCloud: BitbucketCloud(client: self)
    case .bitbucketDataCenter: BitbucketDataCenter(client: self)
    case .gitea, .forgejo: Gitea(client: self)
    }
  }
}
