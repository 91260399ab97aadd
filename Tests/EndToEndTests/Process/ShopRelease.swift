import Foundation
import ForgeServer
import JiraServer
import TestSupport
import Testing

/// Release 2.4.0 of a shop with all that takes part in it: Jira, a forge, a repository, and three people: Dana, who
/// releases, Lea, who leads, and Quinn of QA.
struct ShopRelease {
  /// What `relscope process` wrote.
  struct Written: Decodable, CustomStringConvertible {
    struct Step: Decodable {
      struct Evidence: Decodable {
        let source: String
        let text: String
        let by: String?
      }

      let step: Int
      let state: String
      let evidence: [Evidence]
    }

    struct Contradiction: Decodable {
      let text: String
    }

    let steps: [Step]
    let contradictions: [Contradiction]

    var done: [Int] { steps.filter { $0.state == "done" }.map(\.step) }

    var description: String {
      let rows = steps.map { "\($0.step) \($0.state): \($0.evidence.map(\.text).joined(separator: " | "))" }
      return (rows + contradictions.map(\.text)).joined(separator: "\n")
    }
  }

  enum Someone: String, CaseIterable {
    case lea
    case dana

    var email: String { "\(rawValue)@shop.example" }
  }

  static let ready = "2026-11-20T10:12:00.000+0100"
  static let closed = "2026-11-26T10:12:00.000+0100"

  let jira: JiraServer
  let forge: ForgeServer
  let repository: GitRepository
  let relscope: Relscope
  private let keys: String

  /// The version is in Jira with two tickets in progress, and the work is on the release branch.
  init() async throws {
    var site = JiraFixture.site(isCloud: true)
    for place in site.issues.indices where site.issues[place].versions == ["2.4.0"] {
      site.issues[place].status = "In Progress"
      site.issues[place].statusSince = nil
    }
    jira = try await JiraServer(site)
    forge = try await ForgeServer(ForgeSite(.github))
    let policy =
      ReleaseFixture.policy + """
        production: {environment: production}
        qa: [quinn@example.com]
        mail: {qa: [qa@shop.example], stakeholders: [client@example.com], from: release@shop.example}
        jira: {release-ticket: 'issuetype = Release AND summary ~ {version}'}
        forge: {kind: github, url: "\(forge.address)"}
        approvals:
          required: [tech-lead, release-developer]
          roles: {tech-lead: [lea@shop.example], release-developer: [dana@shop.example]}

        """
    repository = try await GitRepository.planning([], policy: policy)
    relscope = try Relscope(for: repository)
    keys = repository.folder.path
    try await repository.git("remote", "add", "origin", "ssh://git@git.corp:7999/acme/web.git")
    try await makeKeys()
    try await fetchManifest()
    try await repository.checkout("release/2.4.0")
    try await repository.git("merge", "--quiet", "--ff-only", "main")
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "1\n"])
    try await repository.commit("PAY-2 Refund in instalments", files: ["refund.js": "2\n"])
  }

  private func makeKeys() async throws {
    var signers = ""
    for someone in Someone.allCases {
      let made = try await Program("ssh-keygen", environment: repository.environment).run(
        ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", "\(keys)/\(someone.rawValue)"])
      try #require(made.status == 0, "\(made)")
      let line = try String(contentsOfFile: "\(keys)/\(someone.rawValue).pub", encoding: .utf8)
      let key = line.split(whereSeparator: \.isWhitespace).prefix(2).joined(separator: " ")
      signers += "\(someone.email) namespaces=\"approval@relscope\" \(key)\n"
    }
    try await repository.checkout("main")
    try await repository.commit("SHOP-900 Say whose keys count", files: [".relscope-signers": signers])
  }

  var evidence: String { keys + "/evidence.json" }

  func run(_ arguments: String...) async throws -> ProgramResult { try await run(arguments) }

  private func run(_ arguments: [String]) async throws -> ProgramResult {
    let settings = JiraFixture.environment(jira).merging(["RELSCOPE_FORGE_TOKEN": "let-me-in-4711"]) { $1 }
    return try await relscope.run(
      arguments, in: repository.path, setting: settings.merging(["SSH_AUTH_SOCK": nil]) { $1 })
  }

  /// Asks Jira and the forge, and keeps what they say.
  func process(_ arguments: String...) async throws -> Written {
    let usual = ["process", "2.4.0", "--format", "json", "--evidence", evidence]
    let result = try await run(usual + (arguments.isEmpty ? ["--fetch"] : arguments))
    try #require(result.status == 0, "\(result)")
    return try JSONDecoder().decode(Written.self, from: Data(result.outputBytes))
  }

  /// QA writes the manifest anew on main.
  func fetchManifest() async throws {
    let here = try await repository.git("rev-parse", "--abbrev-ref", "HEAD")
    try await repository.checkout("main")
    let fetched = try await run("manifest", "fetch", "--version", "2.4.0")
    try #require(fetched.status == 0, "\(fetched)")
    try await repository.git("add", "releases")
    try await repository.commit("SHOP-900 Plan 2.4.0")
    try await repository.checkout(here)
  }

  /// Quinn sets the tickets of the version to a status.
  func set(
    _ status: String, since: String, ready: String? = nil, by: String = "Quinn Abe",
    address: String? = "quinn@example.com", only key: String? = nil
  ) {
    jira.change { site in
      for place in site.issues.indices where site.issues[place].versions == ["2.4.0"] {
        guard key == nil || site.issues[place].key == key else { continue }
        site.issues[place].status = status
        site.issues[place].statusSince = since
        site.issues[place].readySince = ready
        site.issues[place].statusBy = by
        site.issues[place].statusByAddress = address
      }
    }
  }

  func change(_ change: @Sendable (inout JiraSite.Version) -> Void) {
    jira.change { site in
      for project in site.projects.indices {
        for version in site.projects[project].versions.indices
        where site.projects[project].versions[version].name == "2.4.0" {
          change(&site.projects[project].versions[version])
        }
      }
    }
  }

  func openPullRequest() async throws {
    let head = try await repository.id(of: "release/2.4.0")
    forge.change { $0.pulls = [ForgeSite.Pull(7, commit: head)] }
  }

  func approve(_ someone: Someone) async throws {
    try await repository.checkout("release/2.4.0")
    try await repository.git("config", "user.name", someone.rawValue)
    try await repository.git("config", "user.email", someone.email)
    try await repository.git("config", "user.signingKey", "\(keys)/\(someone.rawValue).pub")
    let result = try await run("approve", "release/2.4.0", "--yes")
    try #require(result.status == 0, "\(result)")
  }

  func tellQA() async throws {
    try await repository.checkout("release/2.4.0")
    let result = try await run("pull-request", "post", "--release", "release/2.4.0")
    try #require(result.status == 0, "\(result)")
  }

  func merge() async throws {
    try await repository.checkout("main")
    try await repository.merge("release/2.4.0", message: "Merge the release")
    let merge = try await repository.id(of: "main")
    forge.change { site in
      for place in site.pulls.indices {
        site.pulls[place].state = "merged"
        site.pulls[place].mergeCommit = merge
      }
    }
  }

  func deploy(_ revision: String = "main", at time: String = "2026-11-25T09:00:00Z") async throws {
    let commit = try await repository.id(of: revision)
    forge.change { $0.deployments.append(ForgeSite.Deployment("production", commit, at: time)) }
  }

  /// Somebody drafts a mail, sends it, and saves what was sent: mail programs set the date and take `X-Unsent` out.
  func send(_ kind: String, at time: String, _ change: (String) -> String = { $0 }) async throws {
    let command = kind == "scope" ? "notify" : kind
    let file = "\(keys)/\(kind).eml"
    let drafted = try await run(command, "2.4.0", "--evidence", evidence, "--output", file)
    try #require(drafted.status == 0, "\(drafted)")
    let refused = try await run("record", kind, "2.4.0", "--evidence", evidence, "--mail", file)
    try #require(refused.status == 65 && refused.errors.contains("this is a draft"), "\(refused)")
    let lines = try String(contentsOfFile: file, encoding: .utf8).components(separatedBy: "\r\n")
      .filter { $0 != "X-Unsent: 1" }.map { $0.hasPrefix("Date: ") ? "Date: \(time)" : $0 }
    try change(lines.joined(separator: "\r\n")).write(toFile: file, atomically: true, encoding: .utf8)
    let recorded = try await run("record", kind, "2.4.0", "--evidence", evidence, "--mail", file)
    try #require(recorded.status == 0, "\(recorded)")
  }
}
