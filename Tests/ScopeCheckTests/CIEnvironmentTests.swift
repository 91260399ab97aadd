import ReleaseScope
import ScopeCheck
import Testing

/// What each service's variables say, as its documentation gives them.
@Suite struct CIEnvironmentTests {
  private func environment(_ variables: [String: String], event: String = "") throws -> CIEnvironment? {
    try CIEnvironment(variables) { _ in Array(event.utf8) }
  }

  private static let gitHub = ["GITHUB_ACTIONS": "true", "GITHUB_EVENT_PATH": "/event.json", "GITHUB_SHA": "trial"]
  private static let request = """
    {"number": 12, "pull_request": {"number": 12, "head": {"sha": "head", "ref": "release/2.4.0"},
     "base": {"sha": "old", "ref": "main"}, "merge_commit_sha": "trial"}}
    """

  @Test(arguments: [
    (
      ["GITHUB_EVENT_NAME": "pull_request", "GITHUB_REF": "refs/pull/12/merge"], Self.request,
      CIEnvironment.Event.pullRequest(number: "12", base: "main", branch: "release/2.4.0", head: .proposed("head"))
    ),
    (
      ["GITHUB_EVENT_NAME": "merge_group"],
      #"{"merge_group": {"head_sha": "trial", "base_sha": "old", "base_ref": "refs/heads/main"}}"#,
      .mergeGroup(base: "old", head: "trial")
    ),
    (
      ["GITHUB_EVENT_NAME": "push", "GITHUB_REF": "refs/heads/release/2.4.0"],
      #"{"before": "0000000000000000000000000000000000000000"}"#,
      .push(branch: "release/2.4.0", head: "trial", before: nil)
    ),
    (
      ["GITHUB_EVENT_NAME": "push", "GITHUB_REF": "refs/heads/main"], #"{"before": "abc"}"#,
      .push(branch: "main", head: "trial", before: "abc")
    ),
    (
      ["GITHUB_EVENT_NAME": "push", "GITHUB_REF": "refs/tags/v2.4.0"], "{}", .tag(name: "v2.4.0", head: "trial")
    ),
    (["GITHUB_EVENT_NAME": "schedule", "GITHUB_REF": "refs/heads/main"], "{}", .other),
  ])
  func `reads GitHub Actions`(more: [String: String], event: String, expected: CIEnvironment.Event) throws {
    let found = try environment(Self.gitHub.merging(more) { $1 }, event: event)
    #expect(found?.service == .gitHub)
    #expect(found?.event == expected)
  }

  @Test(arguments: [
    ([:] as [String: String], "'/event.json' has no 'pull_request'", "{}"),
    ([:], "'/event.json' has no 'head.sha'", #"{"pull_request": {"head": {"ref": "x"}, "base": {"ref": "main"}}}"#),
    ([:], "/event.json:1", "no json"),
    (["GITHUB_EVENT_PATH": ""], "GITHUB_EVENT_PATH is not set", ""),
  ])
  func `says what an event of GitHub lacks`(more: [String: String], message: String, event: String) throws {
    let variables = Self.gitHub.merging(["GITHUB_EVENT_NAME": "pull_request"]) { $1 }.merging(more) { $1 }
    do {
      _ = try environment(variables, event: event)
      Issue.record("nothing was thrown")
    } catch let error as any ExplainedError {
      #expect(error.problem.message.contains(message), "\(error.problem.message)")
    }
  }

  @Test(arguments: [
    (
      [
        "GITLAB_CI": "true", "CI_COMMIT_SHA": "trial", "CI_MERGE_REQUEST_IID": "7",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main", "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME": "release/2.4.0",
        "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": "head",
      ],
      CIService.gitLab,
      CIEnvironment.Event.pullRequest(number: "7", base: "main", branch: "release/2.4.0", head: .proposed("head"))
    ),
    (
      [
        "GITLAB_CI": "true", "CI_COMMIT_SHA": "head", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME": "release/2.4.0", "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": "",
      ],
      .gitLab, .pullRequest(number: nil, base: "main", branch: "release/2.4.0", head: .proposed("head"))
    ),
    (
      ["GITLAB_CI": "true", "CI_COMMIT_SHA": "head", "CI_COMMIT_BRANCH": "main", "CI_COMMIT_BEFORE_SHA": "abc"],
      .gitLab, .push(branch: "main", head: "head", before: "abc")
    ),
    (
      ["GITLAB_CI": "true", "CI_COMMIT_SHA": "head", "CI_COMMIT_TAG": "v2.4.0"], .gitLab,
      .tag(name: "v2.4.0", head: "head")
    ),
    (
      [
        "JENKINS_URL": "https://ci.example.com/", "CHANGE_ID": "3", "CHANGE_TARGET": "main", "BRANCH_NAME": "PR-3",
        "CHANGE_BRANCH": "release/2.4.0", "GIT_COMMIT": "built",
      ],
      .jenkins, .pullRequest(number: "3", base: "main", branch: "release/2.4.0", head: .built("built"))
    ),
    (
      ["JENKINS_URL": "https://ci.example.com/", "GIT_BRANCH": "origin/release/2.4.0", "GIT_COMMIT": "head"],
      .jenkins, .push(branch: "release/2.4.0", head: "head", before: nil)
    ),
    (
      [
        "TF_BUILD": "True", "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main", "BUILD_SOURCEVERSION": "trial",
        "SYSTEM_PULLREQUEST_SOURCEBRANCH": "refs/heads/release/2.4.0", "SYSTEM_PULLREQUEST_SOURCECOMMITID": "head",
        "SYSTEM_PULLREQUEST_PULLREQUESTID": "9",
      ],
      .azure, .pullRequest(number: "9", base: "main", branch: "release/2.4.0", head: .proposed("head"))
    ),
    (
      ["TF_BUILD": "True", "SYSTEM_PULLREQUEST_TARGETBRANCH": "main", "SYSTEM_PULLREQUEST_SOURCEBRANCH": "hotfix/1"],
      .azure, .pullRequest(number: nil, base: "main", branch: "hotfix/1", head: .built("HEAD"))
    ),
    (
      ["TF_BUILD": "True", "BUILD_SOURCEBRANCH": "refs/tags/2.4.0", "BUILD_SOURCEVERSION": "head"], .azure,
      .tag(name: "2.4.0", head: "head")
    ),
    (
      [
        "BITBUCKET_BUILD_NUMBER": "5", "BITBUCKET_PR_ID": "4", "BITBUCKET_PR_DESTINATION_BRANCH": "main",
        "BITBUCKET_BRANCH": "release/2.4.0", "BITBUCKET_COMMIT": "head",
      ],
      .bitbucket, .pullRequest(number: "4", base: "main", branch: "release/2.4.0", head: .proposed("head"))
    ),
    (
      ["BITBUCKET_BUILD_NUMBER": "5", "BITBUCKET_TAG": "v2.4.0", "BITBUCKET_COMMIT": "head"], .bitbucket,
      .tag(name: "v2.4.0", head: "head")
    ),
    (["BITBUCKET_BUILD_NUMBER": "5"], .bitbucket, .other),
  ])
  func `reads the others`(variables: [String: String], service: CIService, expected: CIEnvironment.Event) throws {
    let found = try environment(variables)
    #expect(found?.service == service)
    #expect(found?.event == expected)
  }

  @Test(arguments: [[:], ["CI": "true"], ["GITHUB_ACTIONS": "false"], ["JENKINS_URL": ""]])
  func `recognises nothing else`(variables: [String: String]) throws {
    #expect(try environment(variables) == nil)
  }
}
