import Foundation
import ForgeServer
import TestSupport
import Testing

/// The comment of the action and of the templates: what a job does after the check.
struct ActionCommentTests {
  /// What the action hands its token over in.
  private var tokenVariable: String {
    get throws {
      let action = try String(contentsOfFile: PackageFolder.path + "/action.yml", encoding: .utf8)
      return String(try #require(action.firstMatch(of: /([A-Z_]+): \${{ inputs\.token }}/)).output.1)
    }
  }

  /// Runs what the action runs, in a job of the release's pull request.
  private func job(
    _ release: ForgedRelease, setting changes: [String: String?] = [:]
  ) async throws -> ProgramResult {
    let temporary = try release.repository.folder.makeFolder("runner")
    let scripts = PackageFolder.path + "/scripts"
    let event = try release.repository.folder.write(
      "event.json",
      """
      {"pull_request": {"number": 12, "head": {"ref": "release/2.4.0", "sha": "\(release.server.site.pulls[0].headCommit)"},
        "base": {"ref": "main", "sha": "\(try await release.repository.id(of: "main"))"}}}
      """)
    let variables: [String: String?] = [
      "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "pull_request", "GITHUB_EVENT_PATH": event,
      "RUNNER_TEMP": temporary, "GITHUB_OUTPUT": temporary + "/outputs",
      "GITHUB_STEP_SUMMARY": temporary + "/summary", "GITHUB_SERVER_URL": release.server.address,
      try tokenVariable: "let-me-in-4711",
      "RELSCOPE_PAGE_URL": "https://github.com/acme/web/actions/runs/1/artifacts/2",
    ]
    return try await Relscope(for: release.repository).run(
      shell: "status=0; '\(scripts)/action-check' || status=$?; '\(scripts)/action-comment'; exit $status",
      in: release.repository.path, setting: variables.merging(changes) { _, new in new })
  }

  @Test func `comments on a release that fails, and lets the job fail`() async throws {
    let release = try await ForgedRelease(on: .github)
    let result = try await job(release)
    #expect(result.status == 1, "\(result)")
    let body = try #require(release.own.first?.body)
    #expect(body.contains("FAIL: release/2.4.0 is not what 2.4.0 says"), "\(body)")
    #expect(body.contains("(https://github.com/acme/web/actions/runs/1/artifacts/2)"), "\(body)")
    let page = release.repository.folder.path + "/runner/relscope.html"
    #expect(FileManager.default.fileExists(atPath: page))
  }

  @Test(arguments: [ForgeFault.readOnly, .expiredToken, .failure("pulls", status: 500)])
  func `does not change the status when it cannot comment`(fault: ForgeFault) async throws {
    let release = try await ForgedRelease(on: .github, keys: ["SHOP-1", "SHOP-9"], faults: [fault])
    let result = try await job(release)
    #expect(result.status == 0, "\(result)")
    let isSilent = !result.errors.contains("no comment was posted")
    #expect(isSilent == (fault == .readOnly), "\(result)")
    let summary = try String(contentsOfFile: release.repository.folder.path + "/runner/summary", encoding: .utf8)
    #expect(summary.contains("PASS"), "\(summary)")
  }

  @Test func `says nothing in a job without a token`() async throws {
    let release = try await ForgedRelease(on: .github)
    let result = try await job(release, setting: [tokenVariable: ""])
    #expect(result.status == 1 && !result.errors.contains("comment"), "\(result)")
    #expect(release.server.visits.isEmpty)
  }

  /// The policy may say that the forge is somewhere else: the job's token is for the job's server.
  @Test func `gives the token of the job to no other server than its own`() async throws {
    let release = try await ForgedRelease(on: .github)
    let result = try await job(release, setting: ["GITHUB_SERVER_URL": "https://github.com"])
    #expect(result.status == 1, "\(result)")
    #expect(release.server.visits.isEmpty)
  }

  /// What the template of GitLab does after the check, by its own words.
  @Test func `comments from the template of GitLab`() async throws {
    let release = try await ForgedRelease(on: .gitlab)
    let template = try String(contentsOfFile: PackageFolder.path + "/.gitlab/relscope.yml", encoding: .utf8)
    let lines = template.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    let check = try #require(lines.first { $0.hasPrefix("- relscope check ") }).dropFirst(2)
    let comment = try #require(lines.first { $0.hasPrefix("- relscope pull-request post ") }).dropFirst(2)
    let head = release.server.site.pulls[0].headCommit
    let result = try await Relscope(for: release.repository).run(
      shell: "\(check); \(comment)", in: release.repository.path,
      setting: [
        "GITLAB_CI": "true", "CI_MERGE_REQUEST_IID": "12", "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME": "release/2.4.0",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main", "CI_COMMIT_SHA": head, "GITLAB_TOKEN": "let-me-in-4711",
        "CI_SERVER_URL": release.server.address, "CI_JOB_URL": "https://gitlab.example.com/acme/web/-/jobs/7",
      ])
    #expect(result.status == 0, "\(result)")
    let body = try #require(release.own.first?.body)
    #expect(body.contains("(https://gitlab.example.com/acme/web/-/jobs/7/artifacts/file/relscope.html)"), "\(body)")
  }
}
