import TestSupport

/// A server with a release that lacks a ticket, the trial merge of its pull request, and what the services say of it.
struct CIJob {
  let server: GitRepository
  let head: String
  let trial: String
  let before: String

  init() async throws {
    let repository = try await GitRepository.unfinished()
    head = try await repository.id(of: "release/2.4.0")
    before = try await repository.id(of: "main")
    try await repository.git("checkout", "--quiet", "--detach", "main")
    try await repository.git("merge", "--quiet", "--no-ff", "--no-edit", "release/2.4.0")
    trial = try await repository.id(of: "HEAD")
    try await repository.git("update-ref", "refs/pull/12/merge", trial)
    try await repository.git("checkout", "--quiet", "main")
    server = try await repository.clone(bare: true)
    try await server.git(
      "fetch", "--quiet", repository.path, "refs/pull/*:refs/pull/*", "release/2.4.0:release/2.4.0")
  }

  /// A checkout of one commit, detached; with a depth, of no more than that.
  func checkout(_ ref: String, depth: Int? = nil) async throws -> GitRepository {
    let job = try await GitRepository()
    try await job.git("remote", "add", "origin", "file://\(server.path)")
    if let depth {
      try await job.git(
        "fetch", "--quiet", "--no-tags", "--depth", "\(depth)", "origin", "+\(ref):refs/remotes/pull/12/merge")
    } else {
      try await job.git(
        "fetch", "--quiet", "origin", "+refs/heads/*:refs/remotes/origin/*", "+\(ref):refs/remotes/pull/12/merge")
    }
    try await job.git("checkout", "--quiet", "--detach", "refs/remotes/pull/12/merge")
    return job
  }

  func event(_ repository: GitRepository) throws -> String {
    let text = """
      {"before": "\(before)", "after": "\(trial)", "merge_group": {"head_sha": "\(trial)", "base_sha": "\(before)"},
       "pull_request": {"number": 12, "head": {"sha": "\(head)", "ref": "release/2.4.0"}, "base": {"ref": "main"}}}
      """
    return try repository.folder.write("event.json", text)
  }

  func variables(_ service: String, _ repository: GitRepository) throws -> [String: String] {
    switch service {
    case "github":
      try [
        "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "pull_request", "GITHUB_EVENT_PATH": event(repository),
        "GITHUB_SHA": trial, "GITHUB_REF": "refs/pull/12/merge",
      ]
    case "github queue":
      try [
        "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "merge_group", "GITHUB_EVENT_PATH": event(repository),
        "GITHUB_SHA": trial,
      ]
    case "github push":
      try [
        "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "push", "GITHUB_EVENT_PATH": event(repository),
        "GITHUB_SHA": trial, "GITHUB_REF": "refs/heads/main",
      ]
    case "github tag":
      try [
        "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "push", "GITHUB_EVENT_PATH": event(repository),
        "GITHUB_SHA": head, "GITHUB_REF": "refs/tags/v2.4.0",
      ]
    case "gitlab":
      [
        "GITLAB_CI": "true", "CI_COMMIT_SHA": trial, "CI_MERGE_REQUEST_IID": "12",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME": "release/2.4.0", "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": head,
      ]
    case "jenkins":
      [
        "JENKINS_URL": "https://ci.example.com/", "CHANGE_ID": "12", "CHANGE_TARGET": "main", "GIT_COMMIT": trial,
        "CHANGE_BRANCH": "release/2.4.0", "BRANCH_NAME": "PR-12",
      ]
    case "azure":
      [
        "TF_BUILD": "True", "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main", "BUILD_SOURCEVERSION": trial,
        "SYSTEM_PULLREQUEST_SOURCEBRANCH": "refs/heads/release/2.4.0",
      ]
    default:
      [
        "BITBUCKET_BUILD_NUMBER": "5", "BITBUCKET_PR_DESTINATION_BRANCH": "main", "BITBUCKET_BRANCH": "release/2.4.0",
        "BITBUCKET_COMMIT": head,
      ]
    }
  }
}
