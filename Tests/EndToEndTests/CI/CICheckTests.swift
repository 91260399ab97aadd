import TestSupport
import Testing

/// Checks without a flag, in clones and with variables as the services have them.
struct CICheckTests {
  static let services = ["github", "gitlab", "jenkins", "azure", "bitbucket"]

  private static let names = [
    "github": "GitHub Actions", "gitlab": "GitLab CI", "jenkins": "Jenkins", "azure": "Azure Pipelines",
    "bitbucket": "Bitbucket Pipelines",
  ]
  private static let settings = [
    "github": "fetch-depth: 0", "gitlab": "GIT_DEPTH: 0", "jenkins": "Shallow clone", "azure": "fetchDepth: 0",
    "bitbucket": "clone: {depth: full}",
  ]

  private static let all = ["+refs/heads/*:refs/remotes/origin/*", "+refs/pull/12/merge:refs/remotes/pull/12/merge"]

  @Test(arguments: services)
  func `checks the head of a pull request, and not the merge that the service made`(service: String) async throws {
    let server = try await GitRepository.withPullRequest()
    let pulls = service == "jenkins" ? ["+refs/pull/12/head:refs/remotes/origin/PR-12"] : []
    let checkout = try await ServiceCheckout(
      of: server, named: "job", fetching: Self.all + pulls, at: "refs/remotes/pull/12/merge")
    let outcome = try await checkout.check(try await server.pullRequestVariables(service))
    #expect(outcome.status == 0, "\(outcome)")
    let report = try outcome.report()
    #expect(try await report.range.release.id == server.id(of: "release/2.4.0"))
    #expect(report.range.release.name == "release/2.4.0")
    #expect(report.range.base.name == "origin/main")
    #expect(report.version == "2.4.0")
    let name = try #require(Self.names[service])
    #expect(outcome.result.errors.hasPrefix("relscope: \(name), pull request 12: release/2.4.0"), "\(outcome)")
    #expect(outcome.result.errors.hasSuffix(" into main\n"))
  }

  /// What each service fetches when nobody changes its settings, with a depth that cuts this small history.
  @Test(arguments: services)
  func `is incomplete in a default checkout, and names the setting to change`(service: String) async throws {
    let server = try await GitRepository.withPullRequest()
    let head = try await server.id(of: "release/2.4.0")
    let fetched: (depth: Int, refspecs: [String], revision: String) =
      switch service {
      case "gitlab": (2, ["+\(head):refs/pipelines/1"], "refs/pipelines/1")
      case "bitbucket":
        (2, ["+refs/heads/release/2.4.0:refs/remotes/origin/release/2.4.0"], "origin/release/2.4.0")
      case "jenkins":
        (
          1,
          ["+refs/pull/12/head:refs/remotes/origin/PR-12", "+refs/heads/main:refs/remotes/origin/main"], "origin/PR-12"
        )
      default: (1, ["+refs/pull/12/merge:refs/remotes/pull/12/merge"], "refs/remotes/pull/12/merge")
      }
    let checkout = try await ServiceCheckout(
      of: server, named: "job", depth: fetched.depth, fetching: fetched.refspecs, at: fetched.revision)
    let outcome = try await checkout.check(try await server.pullRequestVariables(service))
    #expect(outcome.status == 2, "\(outcome)")
    let report = try outcome.report()
    #expect(report.verdict == "incomplete")
    let shallow = try #require(report.incomplete.first { $0.reason == "shallow-history" })
    let setting = try #require(Self.settings[service])
    #expect(shallow.help.contains(setting), "\(shallow)")
    #expect(report.version == "2.4.0")
    if report.range.base.id == nil {
      let text = try await Relscope(for: server).run(
        ["check"], in: checkout.folder, setting: try await server.pullRequestVariables(service).mapValues { $0 })
      #expect(text.output.contains("policy      not read"), "\(text)")
    }
    // What it says besides mends the clone.
    let command = try #require(shallow.help.split(separator: "run: ").last)
    let mend = try await Program("sh", environment: server.environment).run(
      ["-c", String(command)], in: checkout.folder)
    #expect(mend.status == 0, "\(mend)")
    let mended = try await checkout.check(try await server.pullRequestVariables(service))
    #expect(mended.status == 0, "\(mended)")
  }

  @Test func `passes once the checkout is mended as it said`() async throws {
    let server = try await GitRepository.withPullRequest()
    let checkout = try await ServiceCheckout(
      of: server, named: "job", depth: 1, fetching: [Self.all[1]], at: "refs/remotes/pull/12/merge")
    let variables = try await server.pullRequestVariables("github")
    let before = try await checkout.check(variables)
    #expect(before.status == 2, "\(before)")
    try await checkout.git("fetch", "--quiet", "--unshallow", "origin", Self.all[0])
    let after = try await checkout.check(variables)
    #expect(after.status == 0, "\(after)")
  }

  @Test func `is incomplete when a whole clone lacks the base, and says how to fetch it`() async throws {
    let server = try await GitRepository.withPullRequest()
    let checkout = try await ServiceCheckout(
      of: server, named: "job", fetching: ["+refs/heads/release/2.4.0:refs/pipelines/1"], at: "refs/pipelines/1")
    let variables = try await server.pullRequestVariables("gitlab")
    let outcome = try await checkout.check(variables)
    #expect(outcome.status == 2, "\(outcome)")
    let missing = try #require(try outcome.report().incomplete.first)
    #expect(missing.reason == "missing-object")
    let command = try #require(missing.help.split(separator: "run: ").last)
    let mend = try await Program("sh", environment: server.environment).run(
      ["-c", String(command)], in: checkout.folder)
    #expect(mend.status == 0, "\(mend)")
    let mended = try await checkout.check(variables)
    #expect(mended.status == 0, "\(mended)")
  }

  @Test(arguments: ["check", "doctor --ci"], ["pipe", "/dev/zero"])
  func `refuses an event that is no file, and does not wait for it`(command: String, file: String) async throws {
    let server = try await GitRepository.withPullRequest()
    _ = try await Program("mkfifo", environment: server.environment).run([server.path + "/pipe"])
    let result = try await Relscope(for: server).run(
      command.split(separator: " ").map(String.init), in: server.path,
      setting: ["GITHUB_ACTIONS": "true", "GITHUB_EVENT_PATH": file])
    #expect(result.status == (command == "check" ? 66 : 1), "\(result)")
    #expect((result.output + result.errors).contains("cannot read '\(file)': it is no regular file"), "\(result)")
  }

  static let pushes: [[String: String]] = [
    [
      "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "push", "GITHUB_REF": "refs/heads/release/2.4.0",
      "GITHUB_SHA": "?",
    ],
    ["GITLAB_CI": "true", "CI_COMMIT_BRANCH": "release/2.4.0", "CI_COMMIT_SHA": "?"],
    ["JENKINS_URL": "x", "BRANCH_NAME": "release/2.4.0", "GIT_COMMIT": "?"],
    ["TF_BUILD": "True", "BUILD_SOURCEBRANCH": "refs/heads/release/2.4.0", "BUILD_SOURCEVERSION": "?"],
    ["BITBUCKET_BUILD_NUMBER": "3", "BITBUCKET_BRANCH": "release/2.4.0", "BITBUCKET_COMMIT": "?"],
  ]

  @Test(arguments: pushes)
  func `checks a pushed branch against the usual base`(variables: [String: String]) async throws {
    let server = try await GitRepository.withPullRequest()
    let head = try await server.id(of: "release/2.4.0")
    let known = variables.mapValues { $0 == "?" ? head : $0 }
    let checkout = try await ServiceCheckout(of: server, named: "whole", fetching: [Self.all[0]], at: head)
    let outcome = try await checkout.check(known)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try outcome.report().version == "2.4.0")
    let shallow = try await ServiceCheckout(of: server, named: "shallow", depth: 1, fetching: [head], at: head)
    let cut = try await shallow.check(known)
    #expect(cut.status == 2, "\(cut)")
    #expect(try cut.report().incomplete.map(\.reason) == ["shallow-history"])
  }

  @Test func `checks a tag by the version that it names`() async throws {
    let server = try await GitRepository.withPullRequest()
    try await server.tag("v2.4.0", at: "release/2.4.0", message: "2.4.0")
    let head = try await server.id(of: "release/2.4.0")
    let checkout = try await ServiceCheckout(of: server, named: "job", fetching: [Self.all[0]], at: head)
    let outcome = try await checkout.check(
      ["GITHUB_ACTIONS": "true", "GITHUB_REF": "refs/tags/v2.4.0", "GITHUB_SHA": head])
    #expect(outcome.status == 0, "\(outcome)")
    let report = try outcome.report()
    #expect(report.version == "2.4.0" && report.range.release.id == head)
  }

  private func queue(_ server: GitRepository, _ merge: String) async throws -> [String: String] {
    let event = """
      {"merge_group": {"head_sha": "\(merge)", "base_sha": "\(try await server.id(of: "main"))",
        "base_ref": "refs/heads/main"}}
      """
    return [
      "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "merge_group", "GITHUB_SHA": merge,
      "GITHUB_REF": "refs/heads/gh-readonly-queue/main/pr-12-0",
      "GITHUB_EVENT_PATH": try server.folder.write("event.json", event),
    ]
  }

  @Test func `checks the release that a merge queue brings`() async throws {
    let server = try await GitRepository.withPullRequest(subject: "Merge pull request #12 from shop/release/2.4.0")
    let merge = try await server.id(of: "refs/pull/12/merge")
    let head = try await server.id(of: "release/2.4.0")
    let checkout = try await ServiceCheckout(
      of: server, named: "job", fetching: ["+refs/heads/main:refs/remotes/origin/main", merge], at: merge)
    let outcome = try await checkout.check(try await queue(server, merge))
    #expect(outcome.status == 0, "\(outcome)")
    let report = try outcome.report()
    #expect(report.range.release.id == head && report.version == "2.4.0")
    let shallow = try await ServiceCheckout(of: server, named: "shallow", depth: 1, fetching: [merge], at: merge)
    let cut = try await shallow.check(try await queue(server, merge))
    #expect(cut.status == 2, "\(cut)")
    #expect(try cut.report().incomplete.first?.help.contains("fetch-depth: 0") == true)
  }

  @Test func `lets ordinary work through a merge queue, and compares nothing`() async throws {
    let server = try await GitRepository.withPullRequest()
    try await server.git("checkout", "--quiet", "--detach", "main")
    let other = try await server.commit("SHOP-77 Something else", files: ["else.js": "1\n"])
    try await server.git("update-ref", "refs/queue", other)
    try await server.checkout("main")
    let checkout = try await ServiceCheckout(
      of: server, named: "job", fetching: ["+refs/heads/main:refs/remotes/origin/main", other], at: other)
    let outcome = try await checkout.check(try await queue(server, other))
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.result.errors.contains("brings no release to the base"))
    #expect(outcome.result.output.isEmpty)
  }

  @Test func `checks the release that a push to the base has brought`() async throws {
    let server = try await GitRepository.withPullRequest()
    let before = try await server.id(of: "main")
    try await server.merge("release/2.4.0")
    let after = try await server.id(of: "main")
    let head = try await server.id(of: "release/2.4.0")
    let checkout = try await ServiceCheckout(of: server, named: "job", fetching: [Self.all[0]], at: after)
    let outcome = try await checkout.check([
      "GITLAB_CI": "true", "CI_COMMIT_BRANCH": "main", "CI_COMMIT_SHA": after, "CI_COMMIT_BEFORE_SHA": before,
    ])
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try outcome.report().range.release.id == head)
  }

  @Test(arguments: [
    ["--base", "origin/main"], ["--release", "origin/release/2.4.0"], ["--repo", "."], ["--merge", "HEAD"],
  ])
  func `leaves the environment alone when the caller says what to look at`(flags: [String]) async throws {
    let server = try await GitRepository.withPullRequest()
    let checkout = try await ServiceCheckout(
      of: server, named: "job", fetching: Self.all, at: "origin/release/2.4.0")
    let variables = try await server.pullRequestVariables("github")
    let result = try await Relscope(for: server).run(
      ["check", "--version", "2.4.0"] + flags, in: checkout.folder, setting: variables.mapValues { $0 })
    #expect(!result.errors.contains("GitHub Actions"), "\(result)")
  }

  @Test func `writes the same report as with flags`() async throws {
    let server = try await GitRepository.withPullRequest()
    let checkout = try await ServiceCheckout(of: server, named: "job", fetching: Self.all, at: "origin/release/2.4.0")
    let found = try await checkout.check(try await server.pullRequestVariables("github"))
    let head = try await server.id(of: "release/2.4.0")
    let said = try await checkout.check([:], "--base", "origin/main", "--release", head, "--version", "2.4.0")
    let asked = said.result.output.replacing("\"name\": \"\(head)\"", with: "\"name\": \"release/2.4.0\"")
    #expect(found.result.output == asked)
  }

  @Test func `shows hostile names of the environment as text`() async throws {
    let server = try await GitRepository.withPullRequest()
    let checkout = try await ServiceCheckout(of: server, named: "job", fetching: Self.all, at: "origin/release/2.4.0")
    let outcome = try await checkout.check([
      "GITHUB_ACTIONS": "true", "GITHUB_REF": "refs/heads/x\n::error::fake\u{1B}[31m##[error]y", "GITHUB_SHA": "x",
    ])
    #expect(outcome.status != 0)
    for line in outcome.result.errors.split(separator: "\n") {
      #expect(!line.hasPrefix("::") && !line.contains("##[") && !line.contains("\u{1B}"), "\(outcome)")
    }
  }
}
