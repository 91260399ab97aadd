/// A CI service that tells a job which release it is for.
package enum CIService: String, CaseIterable, Sendable {
  case gitHub = "GitHub Actions"
  case gitLab = "GitLab CI"
  case jenkins = "Jenkins"
  case azure = "Azure Pipelines"
  case bitbucket = "Bitbucket Pipelines"

  /// Tells the service by the variables that it sets; Gitea and Forgejo set those of GitHub.
  init?(_ variables: [String: String]) {
    func isTrue(_ name: String) -> Bool { variables[name]?.lowercased() == "true" }
    func isSet(_ name: String) -> Bool { variables[name]?.isEmpty == false }
    if isTrue("GITHUB_ACTIONS") {
      self = .gitHub
    } else if isTrue("GITLAB_CI") {
      self = .gitLab
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

  /// The setting by which the service clones the whole history.
  package var wholeHistory: String {
    switch self {
    case .gitHub: "set 'fetch-depth: 0' on the step that uses actions/checkout"
    case .gitLab: "set the job's variable 'GIT_DEPTH: 0'"
    case .jenkins: "switch 'Shallow clone' off in the job's advanced clone behaviours, and fetch all branches"
    case .azure: "set 'fetchDepth: 0' on the 'checkout: self' step"
    case .bitbucket: "set 'clone: {depth: full}' for the step"
    }
  }
}
