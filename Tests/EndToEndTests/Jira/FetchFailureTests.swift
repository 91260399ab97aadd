import Foundation
import Glibc
import JiraServer
import TestSupport
import Testing

/// `relscope manifest fetch` when something goes wrong: a message, a status, and a manifest that is as it was.
struct FetchFailureTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    var faults: [JiraFault] = []
    var arguments: [String] = []
    var isCloud = true
    var changes: [String: String?] = [:]
    let status: Int32
    let texts: [String]

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "expired token of Cloud", faults: [.expiredToken], status: 77,
      texts: ["does not accept the token", "RELSCOPE_JIRA_USER"]),
    Case(
      name: "expired token of Data Center", faults: [.expiredToken], isCloud: false, status: 77,
      texts: ["does not accept the token"]),
    Case(
      name: "a token of Cloud without its user", changes: ["RELSCOPE_JIRA_USER": nil], status: 77,
      texts: ["does not accept the token", "RELSCOPE_JIRA_USER"]),
    Case(name: "missing scope", faults: [.missingScope], status: 77, texts: ["lacks a scope", "read:jira-work"]),
    Case(name: "CAPTCHA", faults: [.captcha], isCloud: false, status: 77, texts: ["CAPTCHA", "/jira/login.jsp"]),
    Case(
      name: "rate limit without end", faults: [.rateLimit(times: 100, retryAfter: "0")], status: 69,
      texts: ["rate limit"]),
    Case(
      name: "rate limit of an hour", faults: [.rateLimit(times: 1, retryAfter: "3600")], status: 69,
      texts: ["rate limit", "3600 seconds"]),
    Case(name: "web page", faults: [.webPage("/search/jql")], status: 69, texts: ["web page instead of data"]),
    Case(
      name: "web page of a single sign-on", faults: [.webPage("/serverInfo")], status: 69,
      texts: ["web page instead of data", "single sign-on"]),
    Case(
      name: "login page", faults: [.redirect("/versions", to: "https://sso.example.com/login?next=x")], status: 77,
      texts: ["login page 'https://sso.example.com/login'"]),
    Case(
      name: "moved Jira", faults: [.redirect("/serverInfo", to: "https://tickets.example.com/jira/")], status: 78,
      texts: ["https://tickets.example.com/jira/", "RELSCOPE_JIRA_URL"]),
    Case(name: "broken body", faults: [.brokenBody("/search/jql")], status: 69, texts: ["data that is broken"]),
    Case(
      name: "broken body of Data Center", faults: [.brokenBody("/search")], isCloud: false, status: 69,
      texts: ["data that is broken"]),
    Case(
      name: "slow server", faults: [.silence("/versions")], changes: ["RELSCOPE_JIRA_TIMEOUT": "1"], status: 69,
      texts: ["did not answer within 1 seconds", "RELSCOPE_JIRA_TIMEOUT=4"]),
    Case(name: "internal error", faults: [.failure("/search/jql", status: 500)], status: 69, texts: ["status 500"]),
    Case(
      name: "unknown version", arguments: ["--version", "2.4.1"], status: 66,
      texts: ["no version '2.4.1' in 'SHOP', 'PAY'", "did you mean '2.4.0' or '2.5.0'?"]),
    Case(
      name: "unknown project", arguments: ["--projects", "SHOP,NOPE"], status: 66, texts: ["no project 'NOPE'"]),
    Case(
      name: "project that the token may not see", arguments: ["--projects", "SECRET"], isCloud: false, status: 66,
      texts: ["no project 'SECRET', or the token may not see it"]),
    Case(name: "project that is none", arguments: ["--projects", "shop"], status: 64, texts: ["'shop'"]),
    Case(name: "version that is none", arguments: ["--version", " "], status: 64, texts: ["cannot be blank"]),
    Case(name: "no range", arguments: ["--check-scope", "main"], status: 64, texts: ["'main' is no range"]),
    Case(
      name: "three dots", arguments: ["--check-scope", "main...release/2.4.0"], status: 64,
      texts: ["has three dots", "main..release/2.4.0"]),
    Case(
      name: "no such release", arguments: ["--check-scope", "main..nope"], status: 66, texts: ["'nope'"]),
    Case(name: "no address", changes: ["RELSCOPE_JIRA_URL": nil], status: 78, texts: ["RELSCOPE_JIRA_URL"]),
    Case(
      name: "address without TLS", changes: ["RELSCOPE_JIRA_URL": "http://jira.example.com"], status: 78,
      texts: ["not https", "'jira.example.com' is not 127.0.0.1"]),
    Case(
      name: "token in the address", changes: ["RELSCOPE_JIRA_URL": "https://dana:let-me-in-4711@jira.example.com"],
      status: 78, texts: ["holds a user or a password"]),
    Case(
      name: "nobody listens", changes: ["RELSCOPE_JIRA_URL": "http://127.0.0.1:1"], status: 69,
      texts: ["cannot reach Jira"]),
    Case(
      name: "wrong path", arguments: ["--url", "http://127.0.0.1:PORT/wrong"], status: 78,
      texts: ["there is no Jira at"]),
    Case(
      name: "token with a line end", changes: ["RELSCOPE_JIRA_TOKEN": "let-me-in-4711\n"], status: 78,
      texts: ["RELSCOPE_JIRA_TOKEN holds"]),
    Case(name: "no token", changes: ["RELSCOPE_JIRA_TOKEN": nil], status: 78, texts: ["there is no token for"]),
    Case(name: "no folder", arguments: ["-o", "nowhere/plan.json"], status: 73, texts: ["run: mkdir -p nowhere"]),
    Case(name: "YAML", arguments: ["-o", "plan.yml"], status: 64, texts: ["'plan.yml' is YAML"]),
  ]

  @Test(arguments: cases)
  func `says what is wrong, and leaves the manifest as it was`(example: Case) async throws {
    let server = try await JiraFixture.server(isCloud: example.isCloud, faults: example.faults)
    let repository = try await GitRepository.planning(["SHOP-1"])
    let before = try String(contentsOfFile: repository.path + "/releases/2.4.0.json", encoding: .utf8)
    let port = String(server.address.dropFirst("http://127.0.0.1:".count).prefix { $0 != "/" })
    let usual = example.arguments.contains("--version") ? [] : ["--version", "2.4.0"]
    let arguments = usual + example.arguments.map { $0.replacing("PORT", with: port) }
    let result = try await Relscope(for: repository).run(
      ["manifest", "fetch"] + arguments, in: repository.path,
      setting: JiraFixture.environment(server).merging(example.changes) { _, change in change })
    #expect(result.status == example.status, "\(result)")
    #expect(result.output.isEmpty, "\(result)")
    #expect(result.errors.contains("relscope: "), "\(result)")
    for text in example.texts { #expect(result.errors.contains(text), "\(result)") }
    for secret in JiraFixture.secrets { #expect(!result.errors.contains(secret), "\(result)") }
    let after = try String(contentsOfFile: repository.path + "/releases/2.4.0.json", encoding: .utf8)
    #expect(after == before)
    let files = try await repository.git("status", "--porcelain", "--ignored")
    #expect(files.isEmpty, "\(files)")
  }

  static let gaps: [Case] = [
    Case(name: "repeated token", faults: [.repeatedToken], status: 2, texts: ["gave the same page twice"]),
    Case(
      name: "wrong total", faults: [.wrongTotal(3)], isCloud: false, status: 2,
      texts: ["counts 5 tickets and gave 2"]),
    Case(
      name: "total too small", faults: [.wrongTotal(-1)], isCloud: false, status: 2,
      texts: ["counts 1 tickets and gave 2"]),
    Case(name: "hidden ticket", status: 2, texts: ["of 'SHOP' has 2 tickets, of which the token may see 1"]),
  ]

  @Test(arguments: gaps)
  func `writes an incomplete manifest when something does not add up`(example: Case) async throws {
    let server = try await JiraFixture.server(isCloud: example.isCloud, faults: example.faults)
    if example.name == "hidden ticket" {
      server.change { site in
        site.issues[3].versions = ["2.4.0"]
        site.issues[3].isHidden = true
      }
    }
    let repository = try await GitRepository.planning([])
    let relscope = try Relscope(for: repository)
    let result = try await relscope.fetch("--version", "2.4.0", from: server, in: repository)
    #expect(result.status == example.status, "\(result)")
    for text in example.texts { #expect(result.errors.contains(text), "\(result)") }
    let path = repository.path + "/releases/2.4.0.json"
    #expect(try !WrittenManifest(at: path).complete)
    let checked = try await relscope.check(repository, "--manifest", path, "--trust", "worktree")
    #expect(try checked.report().incomplete.map(\.reason).contains("truncated-manifest"))
  }

  @Test func `goes on after a rate limit`() async throws {
    let server = try await JiraFixture.server(isCloud: true, faults: [.rateLimit(times: 3, retryAfter: "0")])
    let repository = try await GitRepository.planning([])
    let result = try await Relscope(for: repository).fetch(
      "--version", "2.4.0", "-o", "-", from: server, in: repository)
    #expect(result.status == 0, "\(result)")
    #expect(server.visits.prefix(4).allSatisfy { $0.path.hasSuffix("/serverInfo") })
  }

  @Test(arguments: [JiraFault.expiredToken, .captcha])
  func `never repeats a refused login`(fault: JiraFault) async throws {
    let server = try await JiraFixture.server(isCloud: false, faults: [fault])
    let repository = try await GitRepository.planning([])
    _ = try await Relscope(for: repository).fetch("--version", "2.4.0", "-o", "-", from: server, in: repository)
    #expect(server.visits.count == 1)
  }

  @Test(
    arguments: [
      ("echo garbage", 65, "the answer of relscope-remote"), ("exit 0", 65, "the answer of relscope-remote"),
      (
        #"echo '{"schema": "relscope.manifest/1", "version": {"name": "2.4.0"}, "tickets": []}'"#, 70,
        "without its seal"
      ),
      ("exit 1", 70, "ended with status 1"), ("exit 42", 70, "ended with status 42"),
      ("kill -9 $$", 70, "ended with status 137"), ("", 66, "it is not in"),
    ] as [(String, Int32, String)])
  func `believes nothing but a sealed manifest`(commands: String, status: Int32, text: String) async throws {
    let repository = try await GitRepository.planning(["SHOP-1"])
    let folder = try repository.folder.makeFolder("bin")
    let own = try Relscope(for: repository).program.name
    try FileManager.default.copyItem(atPath: own, toPath: folder + "/relscope")
    if !commands.isEmpty {
      let stub = try repository.folder.write("bin/relscope-remote", "#!/bin/sh\n\(commands)\n")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: stub)
    }
    let result = try await Program(folder + "/relscope", environment: repository.environment)
      .run(["manifest", "fetch", "--version", "2.4.0"], in: repository.path)
    #expect(result.status == status, "\(result)")
    #expect(result.errors.contains(text), "\(result)")
    let files = try await repository.git("status", "--porcelain", "--ignored")
    #expect(files.isEmpty, "\(files)")
  }

  /// A shell starts the program and notes its number, so that it can be killed.
  @Test(arguments: ["relscope", "relscope-remote"])
  func `leaves the old manifest whole when it is killed`(victim: String) async throws {
    let server = try await JiraFixture.server(isCloud: true, faults: [.silence("/search/jql")])
    let repository = try await GitRepository.planning(["SHOP-1"])
    let path = repository.path + "/releases/2.4.0.json"
    let before = try String(contentsOfFile: path, encoding: .utf8)
    let script = "\"$0\" manifest fetch --version 2.4.0 & echo $! >\"$HOME/pid\"; wait $!"
    let shell = Program(
      "sh", environment: repository.environment.setting(JiraFixture.environment(server)))
    async let running = shell.run(["-c", script, try Relscope(for: repository).program.name], in: repository.path)
    await server.visit("/search/jql")
    let text = try String(contentsOfFile: repository.folder.path + "/home/pid", encoding: .utf8)
    let parent = try #require(Int32(text.dropLast()))
    let children = try String(contentsOfFile: "/proc/\(parent)/task/\(parent)/children", encoding: .utf8)
    let child = try #require(Int32(children.split(separator: " ").first ?? ""))
    // Nothing of either process may end in a core dump.
    for process in [parent, child] {
      let limits = try String(contentsOfFile: "/proc/\(process)/limits", encoding: .utf8)
      let core = try #require(limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") })
      #expect(core.split(separator: " ").suffix(3).prefix(2) == ["0", "0"], "\(core)")
    }
    #expect(kill(victim == "relscope" ? parent : child, SIGKILL) == 0)
    let result = try await running
    #expect(result.status == (victim == "relscope" ? 137 : 70), "\(result)")
    if victim == "relscope" { kill(child, SIGKILL) }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: repository.path + "/releases") == ["2.4.0.json"])
  }
}
