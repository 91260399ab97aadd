import ReleaseScope
import ScopeCheck

/// What services build besides pull requests and branches: queues, comments, other workflows.
extension CIEnvironmentTests {
  static let queueOfMain = "gh-readonly-queue/main/pr-7-\(before)"

  static func run(event: String, branch: String, requests: String = "", repository: String = "shop/web")
    -> String
  {
    """
    {"repository": {"full_name": "shop/web"}, "workflow_run": {"event": "\(event)", "head_branch": "\(branch)",
      "head_sha": "\(head)", "head_repository": {"full_name": "\(repository)"}, "pull_requests": [\(requests)]}}
    """
  }

  static func gitHubEvent(_ name: String) -> [String: String] {
    ["GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": name, "GITHUB_SHA": "\(merge)", "GITHUB_REF": "refs/heads/main"]
  }

  /// What a service builds that is no branch of people's, and for what reason it may build something else than it
  /// names.
  static let occasions: [Case] =
    [
      (
        "Azure",
        ["TF_BUILD": "True", "BUILD_SOURCEBRANCH": "refs/heads/\(queueOfMain)", "BUILD_SOURCEVERSION": "\(head)"]
      ),
      ("Bitbucket", ["BITBUCKET_BUILD_NUMBER": "3", "BITBUCKET_BRANCH": queueOfMain, "BITBUCKET_COMMIT": "\(head)"]),
      ("GitLab", ["GITLAB_CI": "true", "CI_COMMIT_BRANCH": queueOfMain, "CI_COMMIT_SHA": "\(head)"]),
      (
        "GitHub",
        [
          "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "push", "GITHUB_SHA": "\(head)",
          "GITHUB_REF": "refs/heads/\(queueOfMain)",
        ]
      ),
    ].map { name, variables in
      Case(
        testDescription: "\(name), a push of GitHub's merge queue", variables: variables,
        expected: CIService(variables: variables).map {
          CIEnvironment($0, .mergeQueue, base: Revision("main", id: before), release: Revision(queueOfMain, id: head))
        })
    }
    + ["schedule", "issue_comment", "repository_dispatch", "check_suite", "status"].map { event in
      Case(
        testDescription: "GitHub, event \(event)", variables: gitHubEvent(event),
        expected: CIEnvironment(.github, .unrelated(event: event), release: Revision("main", id: merge)))
    } + [
      Case(
        testDescription: "GitHub, dispatch of a branch",
        variables: gitHubEvent("workflow_dispatch").merging(["GITHUB_REF": "refs/heads/release/2.4.0"]) { $1 },
        expected: CIEnvironment(.github, .branch(before: nil), release: Revision("release/2.4.0", id: merge))),
      Case(
        testDescription: "GitHub, after a workflow of a branch", variables: gitHubEvent("workflow_run"),
        event: run(event: "push", branch: "release/2.4.0"),
        expected: CIEnvironment(.github, .branch(before: nil), release: Revision("release/2.4.0", id: head))),
      Case(
        testDescription: "GitHub, after a workflow of a pull request", variables: gitHubEvent("workflow_run"),
        event: run(
          event: "pull_request", branch: "release/2.4.0", requests: "{\"number\": 12, \"base\": {\"ref\": \"main\"}}"),
        expected: CIEnvironment(
          .github, .pullRequest("12"), base: Revision("main"), release: Revision("release/2.4.0", id: head))),
      Case(
        testDescription: "GitHub, after a workflow of a fork's main", variables: gitHubEvent("workflow_run"),
        event: run(event: "push", branch: "main", repository: "dana/web"),
        expected: CIEnvironment(
          .github, .pullRequest("of unknown number"), release: Revision("main", id: head, branches: []))),
      Case(
        testDescription: "GitLab, a merge train",
        variables: [
          "GITLAB_CI": "true", "CI_MERGE_REQUEST_IID": "12", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
          "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME": "feature/x", "CI_MERGE_REQUEST_EVENT_TYPE": "merge_train",
          "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": "\(head)", "CI_COMMIT_SHA": "\(merge)",
        ],
        expected: CIEnvironment(
          .gitlab, .mergeQueue, base: Revision("main"), release: Revision("feature/x", id: head))),
    ]
    + ["mergify/merge-queue/1a2b", "trunk-merge/pr-7/1a2b", "gtmq_main_7"].map { branch in
      Case(
        testDescription: "Jenkins, \(branch)", variables: ["JENKINS_URL": "x", "BRANCH_NAME": branch],
        expected: CIEnvironment(.jenkins, .mergeQueue, release: checkedOut(branch)))
    }
    + ["gh-readonly-queue/main/pr-7", "gh-readonly-queue/pr-7-\(before)", "queue/main"].map { branch in
      Case(
        testDescription: "Jenkins, \(branch), which is no queue's",
        variables: ["JENKINS_URL": "x", "BRANCH_NAME": branch],
        expected: CIEnvironment(.jenkins, .branch(before: nil), release: checkedOut(branch)))
    }
}
