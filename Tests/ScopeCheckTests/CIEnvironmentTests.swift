import JSON
import Documents
import ReleaseScope
import ScopeCheck
import Testing

/// Variables and event in, choice out.
struct CIEnvironmentTests {
  typealias Revision = CIEnvironment.Revision

  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let variables: [String: String]
    var event: String?
    let expected: CIEnvironment?
  }

  static func id(_ digit: Character) -> ObjectID {
    guard let id = ObjectID(String(repeating: digit, count: 40)) else { preconditionFailure("\(digit) is no digit") }
    return id
  }

  static let (head, merge, before) = (id("a"), id("b"), id("c"))
  static let zeros = String(repeating: "0", count: 40)

  /// What HEAD is, by this name.
  static func checkedOut(_ name: String, branches: [String]? = nil) -> Revision {
    var revision = Revision(name, branches: branches)
    revision.isHead = true
    return revision
  }

  static func pullEvent(number: String = "12") -> String {
    """
    {"action": "synchronize", "number": 12, "pull_request": {"number": \(number),
      "head": {"ref": "release/2.4.0", "sha": "\(head)"}, "base": {"ref": "main", "sha": "\(before)"},
      "merge_commit_sha": "\(merge)"}}
    """
  }

  static let gitHub: [Case] = [
    Case(
      testDescription: "GitHub, pull request",
      variables: [
        "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "pull_request", "GITHUB_SHA": "\(merge)",
        "GITHUB_REF": "refs/pull/12/merge", "GITHUB_BASE_REF": "main", "GITHUB_HEAD_REF": "release/2.4.0",
      ], event: pullEvent(),
      expected: CIEnvironment(
        .github, .pullRequest("12"), base: Revision("main"), release: Revision("release/2.4.0", id: head))),
    Case(
      testDescription: "GitHub, pull request whose event cannot be read",
      variables: [
        "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "pull_request", "GITHUB_SHA": "\(merge)",
        "GITHUB_REF": "refs/pull/12/merge", "GITHUB_BASE_REF": "main", "GITHUB_HEAD_REF": "release/2.4.0",
      ],
      expected: CIEnvironment(
        .github, .pullRequest("12"), base: Revision("main"), release: Revision("release/2.4.0"))),
    Case(
      testDescription: "GitHub, pull_request_target",
      variables: [
        "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "pull_request_target", "GITHUB_SHA": "\(before)",
        "GITHUB_REF": "refs/heads/main", "GITHUB_BASE_REF": "main", "GITHUB_HEAD_REF": "release/2.4.0",
      ], event: pullEvent(),
      expected: CIEnvironment(
        .github, .pullRequest("12"), base: Revision("main"), release: Revision("release/2.4.0", id: head))),
    Case(
      testDescription: "GitHub, push",
      variables: [
        "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "push", "GITHUB_SHA": "\(head)",
        "GITHUB_REF": "refs/heads/release/2.4.0", "GITHUB_HEAD_REF": "", "GITHUB_BASE_REF": "",
      ], event: "{\"before\": \"\(before)\", \"after\": \"\(head)\"}",
      expected: CIEnvironment(.github, .branch(before: before), release: Revision("release/2.4.0", id: head))),
    Case(
      testDescription: "GitHub, push of a new branch",
      variables: [
        "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "push", "GITHUB_SHA": "\(head)",
        "GITHUB_REF": "refs/heads/release/2.4.0",
      ], event: "{\"before\": \"\(zeros)\", \"after\": \"\(head)\"}",
      expected: CIEnvironment(.github, .branch(before: nil), release: Revision("release/2.4.0", id: head))),
    Case(
      testDescription: "GitHub, tag",
      variables: [
        "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "push", "GITHUB_SHA": "\(head)",
        "GITHUB_REF": "refs/tags/v2.4.0",
      ], event: "{\"before\": \"\(zeros)\"}",
      expected: CIEnvironment(.github, .tag, release: Revision("v2.4.0", id: head, branches: []))),
    Case(
      testDescription: "GitHub, merge queue",
      variables: [
        "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "merge_group", "GITHUB_SHA": "\(merge)",
        "GITHUB_REF": "refs/heads/gh-readonly-queue/main/pr-12-\(before)",
      ],
      event: """
        {"merge_group": {"head_sha": "\(merge)", "base_sha": "\(before)", "base_ref": "refs/heads/main",
          "head_ref": "refs/heads/gh-readonly-queue/main/pr-12-\(before)"}}
        """,
      expected: CIEnvironment(
        .github, .mergeQueue, base: Revision("main", id: before),
        release: Revision("the head of the merge queue", id: merge, branches: []))),
    Case(
      testDescription: "Gitea, pull request",
      variables: ["GITHUB_ACTIONS": "true", "GITEA_ACTIONS": "true", "GITHUB_EVENT_NAME": "pull_request"],
      event: pullEvent(),
      expected: CIEnvironment(
        .gitea, .pullRequest("12"), base: Revision("main"), release: Revision("release/2.4.0", id: head))),
    Case(
      testDescription: "GitHub, an id that is none",
      variables: ["GITHUB_ACTIONS": "true", "GITHUB_SHA": "; rm -rf /", "GITHUB_REF": "refs/heads/release/2.4.0"],
      expected: CIEnvironment(.github, .branch(before: nil), release: Revision("release/2.4.0"))),
  ]

  static let gitLab: [Case] = [
    Case(
      testDescription: "GitLab, merge request",
      variables: [
        "GITLAB_CI": "true", "CI_MERGE_REQUEST_IID": "7", "CI_MERGE_REQUEST_EVENT_TYPE": "detached",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main", "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME": "release/2.4.0",
        "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": "", "CI_COMMIT_SHA": "\(head)",
      ],
      expected: CIEnvironment(
        .gitlab, .pullRequest("7"), base: Revision("main"), release: Revision("release/2.4.0", id: head))),
    Case(
      testDescription: "GitLab, merged results",
      variables: [
        "GITLAB_CI": "true", "CI_MERGE_REQUEST_IID": "7", "CI_MERGE_REQUEST_EVENT_TYPE": "merged_result",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main", "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME": "release/2.4.0",
        "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": "\(head)", "CI_COMMIT_SHA": "\(merge)",
      ],
      expected: CIEnvironment(
        .gitlab, .pullRequest("7"), base: Revision("main"), release: Revision("release/2.4.0", id: head))),
    Case(
      testDescription: "GitLab, merge train without the source's commit",
      variables: [
        "GITLAB_CI": "true", "CI_MERGE_REQUEST_IID": "7", "CI_MERGE_REQUEST_EVENT_TYPE": "merge_train",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main", "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME": "release/2.4.0",
        "CI_COMMIT_SHA": "\(merge)",
      ],
      expected: CIEnvironment(.gitlab, .mergeQueue, base: Revision("main"), release: Revision("release/2.4.0"))),
    Case(
      testDescription: "GitLab, branch",
      variables: [
        "GITLAB_CI": "true", "CI_COMMIT_BRANCH": "release/2.4.0", "CI_COMMIT_SHA": "\(head)",
        "CI_COMMIT_BEFORE_SHA": zeros,
      ], expected: CIEnvironment(.gitlab, .branch(before: nil), release: Revision("release/2.4.0", id: head))),
    Case(
      testDescription: "GitLab, tag",
      variables: ["GITLAB_CI": "true", "CI_COMMIT_TAG": "v2.4.0", "CI_COMMIT_SHA": "\(head)"],
      expected: CIEnvironment(.gitlab, .tag, release: Revision("v2.4.0", id: head, branches: []))),
  ]

  static let others: [Case] = [
    Case(
      testDescription: "Jenkins, pull request",
      variables: [
        "JENKINS_URL": "https://ci.example.com/", "CHANGE_ID": "12", "CHANGE_TARGET": "main",
        "CHANGE_BRANCH": "release/2.4.0", "BRANCH_NAME": "PR-12", "GIT_COMMIT": "\(merge)",
      ],
      expected: CIEnvironment(
        .jenkins, .pullRequest("12"), base: Revision("main"),
        release: Revision("release/2.4.0", branches: ["PR-12", "release/2.4.0"]))),
    Case(
      testDescription: "Jenkins, branch",
      variables: ["JENKINS_URL": "https://ci.example.com/", "BRANCH_NAME": "release/2.4.0", "GIT_COMMIT": "\(head)"],
      expected: CIEnvironment(.jenkins, .branch(before: nil), release: checkedOut("release/2.4.0"))),
    Case(
      testDescription: "Jenkins, a job with one branch",
      variables: ["JENKINS_URL": "x", "GIT_BRANCH": "origin/release/2.4.0", "GIT_COMMIT": "\(head)"],
      expected: CIEnvironment(.jenkins, .branch(before: nil), release: checkedOut("release/2.4.0"))),
    Case(
      testDescription: "Jenkins, tag",
      variables: ["JENKINS_URL": "x", "TAG_NAME": "v2.4.0", "BRANCH_NAME": "v2.4.0", "GIT_COMMIT": "\(head)"],
      expected: CIEnvironment(.jenkins, .tag, release: checkedOut("v2.4.0", branches: []))),
    Case(
      testDescription: "Jenkins that says nothing", variables: ["JENKINS_URL": "x"],
      expected: CIEnvironment(.jenkins, .unknown)),
    Case(
      testDescription: "Azure, pull request in Azure Repos",
      variables: [
        "TF_BUILD": "True", "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main",
        "SYSTEM_PULLREQUEST_SOURCEBRANCH": "refs/heads/release/2.4.0",
        "SYSTEM_PULLREQUEST_SOURCECOMMITID": "\(head)", "SYSTEM_PULLREQUEST_PULLREQUESTID": "12",
        "BUILD_SOURCEVERSION": "\(merge)", "BUILD_SOURCEBRANCH": "refs/pull/12/merge",
      ],
      expected: CIEnvironment(
        .azure, .pullRequest("12"), base: Revision("main"), release: Revision("release/2.4.0", id: head))),
    Case(
      testDescription: "Azure, pull request in GitHub",
      variables: [
        "TF_BUILD": "True", "SYSTEM_PULLREQUEST_TARGETBRANCH": "main",
        "SYSTEM_PULLREQUEST_SOURCEBRANCH": "release/2.4.0", "SYSTEM_PULLREQUEST_SOURCECOMMITID": "\(head)",
        "SYSTEM_PULLREQUEST_PULLREQUESTID": "99887766", "SYSTEM_PULLREQUEST_PULLREQUESTNUMBER": "12",
        "BUILD_SOURCEVERSION": "\(merge)",
      ],
      expected: CIEnvironment(
        .azure, .pullRequest("12"), base: Revision("main"), release: Revision("release/2.4.0", id: head))),
    Case(
      testDescription: "Azure, push",
      variables: [
        "TF_BUILD": "True", "BUILD_SOURCEBRANCH": "refs/heads/release/2.4.0", "BUILD_SOURCEVERSION": "\(head)",
      ], expected: CIEnvironment(.azure, .branch(before: nil), release: Revision("release/2.4.0", id: head))),
    Case(
      testDescription: "Azure, tag",
      variables: ["TF_BUILD": "True", "BUILD_SOURCEBRANCH": "refs/tags/2.4.0", "BUILD_SOURCEVERSION": "\(head)"],
      expected: CIEnvironment(.azure, .tag, release: Revision("2.4.0", id: head, branches: []))),
    Case(
      testDescription: "Bitbucket, pull request",
      variables: [
        "BITBUCKET_BUILD_NUMBER": "3", "BITBUCKET_PR_ID": "12", "BITBUCKET_PR_DESTINATION_BRANCH": "main",
        "BITBUCKET_BRANCH": "release/2.4.0", "BITBUCKET_COMMIT": "\(head)",
      ],
      expected: CIEnvironment(
        .bitbucket, .pullRequest("12"), base: Revision("main"), release: Revision("release/2.4.0", id: head))),
    Case(
      testDescription: "Bitbucket, branch",
      variables: [
        "BITBUCKET_BUILD_NUMBER": "3", "BITBUCKET_BRANCH": "release/2.4.0", "BITBUCKET_COMMIT": "\(head)",
      ], expected: CIEnvironment(.bitbucket, .branch(before: nil), release: Revision("release/2.4.0", id: head))),
    Case(
      testDescription: "Bitbucket, tag",
      variables: ["BITBUCKET_BUILD_NUMBER": "3", "BITBUCKET_TAG": "v2.4.0", "BITBUCKET_COMMIT": "\(head)"],
      expected: CIEnvironment(.bitbucket, .tag, release: Revision("v2.4.0", id: head, branches: []))),
    Case(testDescription: "another service", variables: ["CI": "true"], expected: nil),
    Case(testDescription: "a laptop", variables: [:], expected: nil),
    Case(
      testDescription: "variables that are not true",
      variables: ["GITHUB_ACTIONS": "false", "GITLAB_CI": "", "JENKINS_URL": ""], expected: nil),
  ]

  @Test(arguments: gitHub + gitLab + others + occasions)
  func `tells what is built`(example: Case) throws {
    let event = try example.event.map { try JSONValue(json: Array($0.utf8), name: "event.json") }
    let environment = CIEnvironment(variables: example.variables, event: event)
    #expect(environment == example.expected)
  }

  @Test(arguments: [
    "{}", "[]", "null", "{\"pull_request\": null}", "{\"pull_request\": {\"head\": 1, \"base\": []}}",
    "{\"pull_request\": {\"head\": {\"sha\": \"HEAD\", \"ref\": 5}}}", "{\"merge_group\": \"x\"}",
  ])
  func `takes no synthetic merge from an event that is not as expected`(event: String) throws {
    let environment = try #require(
      CIEnvironment(
        variables: [
          "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "pull_request", "GITHUB_SHA": "\(Self.merge)",
          "GITHUB_REF": "refs/pull/12/merge", "GITHUB_BASE_REF": "main", "GITHUB_HEAD_REF": "release/2.4.0",
        ], event: try JSONValue(json: Array(event.utf8), name: "event.json")))
    #expect(environment.release?.id == nil)
    #expect(environment.release?.name == "release/2.4.0")
  }

  @Test(arguments: [("v2.4.0", "2.4.0"), ("2.4.0", "2.4.0"), ("vista", "vista"), ("release-2", "release-2")])
  func `takes a tag's name for a version`(tag: String, version: String) throws {
    let environment = try #require(
      CIEnvironment(variables: ["GITHUB_ACTIONS": "true", "GITHUB_REF": "refs/tags/\(tag)"]))
    #expect(environment.tagVersion == version)
  }

  @Test(arguments: CIService.allCases)
  func `names the setting for a whole history`(service: CIService) {
    let settings: [CIService: String] = [
      .github: "fetch-depth: 0", .gitea: "fetch-depth: 0", .forgejo: "fetch-depth: 0", .gitlab: "GIT_DEPTH: 0",
      .bitbucket: "clone: {depth: full}", .azure: "fetchDepth: 0", .jenkins: "Shallow clone",
    ]
    let setting = settings[service]
    #expect(setting.map(service.shallowAdvice().text.contains) == true)
  }
}
