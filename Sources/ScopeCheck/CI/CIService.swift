package import ReleaseScope

/// A service that runs checks on what people push.
package enum CIService: String, CaseIterable, Sendable {
  case github
  case gitea
  case forgejo
  case gitlab
  case bitbucket
  case azure
  case jenkins

  /// The service whose variables are set; `nil` outside of those that are known.
  package init?(variables: [String: String]) {
    func isTrue(_ name: String) -> Bool { variables[name]?.lowercased() == "true" }
    func isSet(_ name: String) -> Bool { variables[name].map { !$0.isEmpty } ?? false }
    if isTrue("FORGEJO_ACTIONS") {
      self = .forgejo
    } else if isTrue("GITEA_ACTIONS") {
      self = .gitea
    } else if isTrue("GITHUB_ACTIONS") {
      self = .github
    } else if isTrue("GITLAB_CI") {
      self = .gitlab
    } else if isSet("BITBUCKET_BUILD_NUMBER") {
      self = .bitbucket
    } else if isTrue("TF_BUILD") {
      self = .azure
    } else if isSet("JENKINS_URL") {
      self = .jenkins
    } else {
      return nil
    }
  }

  /// What people call it.
  package var name: String {
    switch self {
    case .github: "GitHub Actions"
    case .gitea: "Gitea Actions"
    case .forgejo: "Forgejo Actions"
    case .gitlab: "GitLab CI"
    case .bitbucket: "Bitbucket Pipelines"
    case .azure: "Azure Pipelines"
    case .jenkins: "Jenkins"
    }
  }

  /// The setting with which its clones have the whole history, and what mends this one.
  ///
  /// - Parameter refspecs: What the clone lacks besides, quoted for a shell.
  package func shallowAdvice(fetching refspecs: [String] = []) -> Advice {
    let setting =
      switch self {
      case .github, .gitea, .forgejo: "set 'fetch-depth: 0' under 'with:' of actions/checkout"
      case .gitlab: "set 'GIT_DEPTH: 0' under 'variables:' of the job"
      case .bitbucket: "set 'clone: {depth: full}' in bitbucket-pipelines.yml"
      case .azure: "set 'fetchDepth: 0' at the 'checkout: self' step"
      case .jenkins: "switch off 'Shallow clone' in the advanced clone behaviours of the job"
      }
    return Advice(
      "\(setting), or", run: (["git fetch --unshallow origin"] + refspecs).joined(separator: " "))
  }
}
