import Foundation
import TestSupport

/// A clone as a CI service makes it, of a server with a pull request of release/2.4.0 into main.
struct ServiceCheckout {
  let folder: String
  private let server: GitRepository

  /// - Parameters:
  ///   - refspecs: What the service fetches.
  ///   - revision: What it checks out, detached.
  init(
    of server: GitRepository, named name: String, depth: Int? = nil, fetching refspecs: [String], at revision: String
  ) async throws {
    self.server = server
    folder = server.folder.path + "/" + name
    try await server.git("config", "uploadpack.allowAnySHA1InWant", "true")
    try await server.git("init", "--quiet", folder)
    try await git("remote", "add", "origin", "file://\(server.path)")
    try await git(["fetch", "--quiet", "--no-tags"] + (depth.map { ["--depth=\($0)"] } ?? []) + ["origin"] + refspecs)
    try await git("checkout", "--quiet", "--detach", revision)
  }

  @discardableResult
  func git(_ arguments: String...) async throws -> String { try await git(arguments) }

  @discardableResult
  func git(_ arguments: [String]) async throws -> String { try await server.git(["-C", folder] + arguments) }

  /// Runs `relscope check` in the clone, without a word of what to check.
  func check(_ variables: [String: String], _ arguments: String...) async throws -> CheckOutcome {
    CheckOutcome(
      result: try await Relscope(for: server).run(
        ["check", "--format", "json"] + arguments, in: folder, setting: variables.mapValues { $0 }))
  }
}

extension GitRepository {
  /// A server's repository with a release that passes, and the merge that the service makes to test it.
  static func withPullRequest(subject: String = "Merge release into main") async throws -> GitRepository {
    let repository = try await passing(earlier: 3)
    try await repository.git("checkout", "--quiet", "--detach", "main")
    try await repository.merge("release/2.4.0", message: subject)
    try await repository.git("update-ref", "refs/pull/12/merge", "HEAD")
    try await repository.git("update-ref", "refs/pull/12/head", "release/2.4.0")
    try await repository.checkout("main")
    return repository
  }

  /// The variables of a pull request, and for GitHub the file with the event.
  func pullRequestVariables(_ service: String) async throws -> [String: String] {
    let head = try await id(of: "release/2.4.0")
    let merge = try await id(of: "refs/pull/12/merge")
    switch service {
    case "github":
      let event = """
        {"pull_request": {"number": 12, "head": {"ref": "release/2.4.0", "sha": "\(head)"},
          "base": {"ref": "main", "sha": "\(try await id(of: "main"))"}, "merge_commit_sha": "\(merge)"}}
        """
      return [
        "CI": "true", "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "pull_request", "GITHUB_SHA": merge,
        "GITHUB_REF": "refs/pull/12/merge", "GITHUB_BASE_REF": "main", "GITHUB_HEAD_REF": "release/2.4.0",
        "GITHUB_EVENT_PATH": try folder.write("event.json", event),
      ]
    case "gitlab":
      return [
        "GITLAB_CI": "true", "CI_MERGE_REQUEST_IID": "12", "CI_MERGE_REQUEST_EVENT_TYPE": "merged_result",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main", "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME": "release/2.4.0",
        "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": head, "CI_COMMIT_SHA": merge,
      ]
    case "jenkins":
      return [
        "JENKINS_URL": "https://ci.example.com/", "CHANGE_ID": "12", "CHANGE_TARGET": "main",
        "CHANGE_BRANCH": "release/2.4.0", "BRANCH_NAME": "PR-12", "GIT_COMMIT": merge,
      ]
    case "azure":
      return [
        "TF_BUILD": "True", "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main",
        "SYSTEM_PULLREQUEST_SOURCEBRANCH": "refs/heads/release/2.4.0", "SYSTEM_PULLREQUEST_SOURCECOMMITID": head,
        "SYSTEM_PULLREQUEST_PULLREQUESTID": "12", "BUILD_SOURCEVERSION": merge,
        "BUILD_SOURCEBRANCH": "refs/pull/12/merge",
      ]
    default:
      return [
        "BITBUCKET_BUILD_NUMBER": "3", "BITBUCKET_PR_ID": "12", "BITBUCKET_PR_DESTINATION_BRANCH": "main",
        "BITBUCKET_BRANCH": "release/2.4.0", "BITBUCKET_COMMIT": head,
      ]
    }
  }
}
