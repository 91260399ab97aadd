import Foundation
import TestSupport
import Testing

/// `relscope check` without options, in clones as CI services make them and with their variables.
struct CIJobTests {
  /// A server with a release that lacks a ticket, the trial merge of its pull request, and what the services say of it.
  private struct Job {
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
          "GITLAB_CI": "true", "CI_COMMIT_SHA": trial, "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
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

  private static let services = ["github", "gitlab", "jenkins", "azure", "bitbucket"]

  @Test(arguments: services + ["github queue", "github push", "github tag"])
  func `judges the release that was proposed, and never a trial merge`(service: String) async throws {
    let job = try await Job()
    let clone = try await job.checkout("refs/pull/12/merge")
    let variables = try job.variables(service, clone)
    let result = try await Relscope(for: clone).run(
      ["check", "--format", "json"], in: clone.path, setting: variables.mapValues { $0 })
    #expect(result.status == 1, "\(result)")
    let report = try CheckOutcome(result: result).report()
    #expect(report.range.release.id == job.head)
    #expect(report.range.base.id == job.before)
    #expect(report.range.commits == 1)
    #expect(report.states == ["SHOP-1": "delivered", "SHOP-4": "absent"])
    #expect(report.remarks.contains { $0.contains(job.head.prefix(10)) }, "\(report.remarks)")
    #expect(result.errors.hasPrefix("relscope: "), "\(result.errors)")
  }

  @Test(arguments: zip(services, ["fetch-depth: 0", "GIT_DEPTH: 0", "Shallow clone", "fetchDepth: 0", "depth: full"]))
  func `a shallow checkout is incomplete, and says which setting to change`(service: String, setting: String)
    async throws
  {
    let job = try await Job()
    for depth in [1, 2] {
      let clone = try await job.checkout("refs/pull/12/merge", depth: depth)
      let variables = try job.variables(service, clone)
      let result = try await Relscope(for: clone).run(["check"], in: clone.path, setting: variables.mapValues { $0 })
      #expect(result.status == 2, "\(result)")
      #expect((result.errors + result.output).contains(setting), "\(result)")
      #expect((result.errors + result.output).contains("INCOMPLETE"), "\(result)")
    }
  }

  @Test func `what the options say counts more than the job`() async throws {
    let job = try await Job()
    let clone = try await job.checkout("refs/pull/12/merge")
    let variables = try job.variables("github", clone)
    let result = try await Relscope(for: clone).run(
      ["check", "--release", "origin/main", "--version", "2.4.0", "--format", "json"], in: clone.path,
      setting: variables.mapValues { $0 })
    let report = try CheckOutcome(result: result).report()
    #expect(report.range.release.id == job.before)
  }

  @Test func `hands verdict and summary on in GitHub Actions`() async throws {
    let job = try await Job()
    let clone = try await job.checkout("refs/pull/12/merge")
    let outputs = try clone.folder.write("outputs", "earlier=1\n")
    let summary = clone.folder.path + "/summary.md"
    let variables = try job.variables("github", clone).merging(
      ["GITHUB_OUTPUT": outputs, "GITHUB_STEP_SUMMARY": summary]) { $1 }
    let result = try await Relscope(for: clone).run(
      [
        "check", "--output", "scope.sarif", "--output", "scope.xml", "--output", "page.html", "--format", "sarif",
        "--format", "junit", "--format", "html", "--format", "github",
      ], in: clone.path, setting: variables.mapValues { $0 })
    #expect(result.status == 1, "\(result)")
    #expect(result.output.contains("::error title=missing-ticket"), "\(result)")
    let written = try String(contentsOfFile: outputs, encoding: .utf8)
    #expect(written.hasPrefix("earlier=1\nverdict=fail\nversion=2.4.0\n"), "\(written)")
    #expect(try String(contentsOfFile: summary, encoding: .utf8).contains("SHOP-4"))
    for file in ["scope.sarif", "scope.xml", "page.html"] {
      #expect(try String(contentsOfFile: clone.path + "/" + file, encoding: .utf8).contains("SHOP-4"))
    }
  }
}
