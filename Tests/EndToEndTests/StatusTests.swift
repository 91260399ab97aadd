import Foundation
import TestSupport
import Testing

/// Statuses from 64 up: why nothing could be checked, and what to do.
struct StatusTests {
  /// Nothing of a report on standard output, and on standard error what failed.
  private func expect(
    _ result: ProgramResult, status: Int32, saying texts: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(result.status == status, "\(result)", sourceLocation: sourceLocation)
    #expect(result.output.isEmpty, "\(result)", sourceLocation: sourceLocation)
    #expect(result.errors.hasPrefix("relscope: "), "\(result)", sourceLocation: sourceLocation)
    for text in texts { #expect(result.errors.contains(text), "\(result)", sourceLocation: sourceLocation) }
  }

  @Test(arguments: [
    [], ["--format", "odt"], ["--nonsense"], ["--rule", "unplaned-ticket=warning"], ["--rule", "missing-ticket=loud"],
    ["--version", " "], ["--projects", "shop-"], ["--stage", "dinner"], ["--trust", "nobody"], ["too", "many"],
  ])
  func `ends with 64 when it is used wrongly`(arguments: [String]) async throws {
    let repository = try await GitRepository.passing()
    let command = arguments.isEmpty ? ["chekc"] : ["check", "--repo", repository.path] + arguments
    let result = try await Relscope(for: repository).run(command)
    #expect(result.status == 64, "\(result)")
    #expect(result.output.isEmpty)
    #expect(!result.errors.isEmpty)
  }

  @Test func `suggests the rule that was meant`() async throws {
    let repository = try await GitRepository.passing()
    let outcome = try await Relscope(for: repository).check(repository, "--rule", "unplaned-ticket=warning")
    expect(outcome.result, status: 64, saying: ["unplaned-ticket", "unplanned-ticket"])
  }

  @Test(arguments: [["--help"], ["--version"], ["check", "--help"], ["help", "check"]])
  func `ends with 0 when it is asked for help`(arguments: [String]) async throws {
    let repository = try await GitRepository()
    let result = try await Relscope(for: repository).run(arguments, in: "/")
    #expect(result.status == 0, "\(result)")
    #expect(!result.output.isEmpty)
    #expect(result.errors.isEmpty)
  }

  @Test(arguments: [("origin/main", "release/2.4.0", "origin/main"), ("main", "release/2.5.0", "release/2.5.0")])
  func `ends with 66 when there is no such revision`(base: String, release: String, missing: String) async throws {
    let repository = try await GitRepository.passing()
    try await repository.git("remote", "add", "origin", "https://git.example.com/shop.git")
    let outcome = try await Relscope(for: repository).check(repository, base: base, release: release)
    expect(outcome.result, status: 66, saying: ["'\(missing)'", "no such revision", "git fetch origin"])
  }

  @Test(arguments: [
    "0123456789012345678901234567890123456789", "main^{tree}", "--upload-pack=touch", ":/nothing", "@{-1}~9",
  ])
  func `ends with 66 when a revision is no commit of the repository`(release: String) async throws {
    let repository = try await GitRepository.passing()
    let result = try await Relscope(for: repository).run([
      "check", "--repo", repository.path, "--base=main", "--release=\(release)", "--version=2.4.0",
    ])
    #expect(result.status == 66, "\(result)")
    #expect(result.errors.contains(release))
  }

  @Test func `ends with 66 when there is no repository`() async throws {
    let repository = try await GitRepository.passing()
    let relscope = try Relscope(for: repository)
    let nowhere = repository.folder.path + "/nowhere"
    expect(try await relscope.run(["check", "--repo", nowhere]), status: 66, saying: [nowhere])
    let home = repository.folder.path + "/home"
    expect(try await relscope.run(["check", "--repo", home]), status: 66, saying: [home, "no git repository"])
    expect(try await relscope.run(["check"], in: home), status: 66, saying: ["no git repository"])
    let file = try repository.folder.write("file", "text\n")
    expect(try await relscope.run(["check", "--repo", file]), status: 66, saying: [file])
  }

  @Test func `ends with 66 when there is no manifest`() async throws {
    let repository = try await GitRepository.passing()
    let relscope = try Relscope(for: repository)
    let nowhere = repository.folder.path + "/2.4.0.json"
    expect(try await relscope.check(repository, "--manifest", nowhere).result, status: 66, saying: [nowhere])
    let folder = repository.folder.path + "/home"
    expect(try await relscope.check(repository, "--manifest", folder).result, status: 66, saying: [folder])
    let other = try await relscope.check(repository, "--manifest", "main:releases/9.json")
    expect(other.result, status: 66, saying: ["releases/9.json"])
    let unknown = try await relscope.check(repository, "--version", "9.9.9")
    expect(unknown.result, status: 66, saying: ["releases/9.9.9.json", "main"])
  }

  static let wrongManifests: [(String, [String])] = [
    ("", []),
    ("{\"schema\": \"relscope.manifest/1\",", []),
    (
      "{\"schema\": \"relscope.manifest/2\", \"version\": {\"name\": \"2.4.0\"}, \"tickets\": []}",
      ["relscope.manifest/2"]
    ),
    ("{\"version\": {\"name\": \"2.4.0\"}, \"tickets\": []}", ["schema"]),
    ("{\"schema\": \"relscope.manifest/1\", \"version\": {\"name\": \" \"}, \"tickets\": []}", ["name"]),
    (ReleaseFixture.manifest(["SHOP-1", "PAY-2", "SHOP-1"]), ["SHOP-1", "11"]),
    (ReleaseFixture.manifest(["SHOP-1", "SHOP-012"]), ["SHOP-012", "9"]),
  ]

  @Test(arguments: wrongManifests)
  func `ends with 65 when a manifest is wrong, and says where`(text: String, texts: [String]) async throws {
    let repository = try await GitRepository.passing()
    let file = try repository.folder.write("plan.json", text)
    let outcome = try await Relscope(for: repository).check(repository, "--manifest", file)
    expect(outcome.result, status: 65, saying: ["plan.json"] + texts)
  }

  static let wrongPolicies: [(String, [String])] = [
    ("exemt: []\n", ["exemt", "exempt", "6"]),
    ("rules: {untracked-comit: warning}\n", ["untracked-comit", "untracked-commit", "6"]),
    ("rules: {untracked-commit: loud}\n", ["loud", "6"]),
    (
      "waivers: [{rule: missing-ticket, ticket: SHOP-4, approver: lead@example.com, expires: 2099-12-31}]\n", ["reason"]
    ),
    (
      "waivers: [{rule: missing-ticket, ticket: SHOP-4, reason: none, approver: lead@example.com, expires: soon}]\n",
      ["soon"]
    ),
    ("exempt: [\n", [".relscope.yml:7"]),
    ("base: trunk\n", ["base"]),
  ]

  @Test(arguments: wrongPolicies)
  func `ends with 78 when the policy is wrong, and says where`(text: String, texts: [String]) async throws {
    let repository = try await GitRepository.planning(["SHOP-1"], policy: ReleaseFixture.policy + text)
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "keep\n"])
    let outcome = try await Relscope(for: repository).check(repository)
    expect(outcome.result, status: 78, saying: [".relscope.yml"] + texts)
  }

  @Test func `ends with 73 when it cannot write`() async throws {
    let repository = try await GitRepository.passing()
    let relscope = try Relscope(for: repository)
    let noFolder = repository.folder.path + "/nowhere/report.json"
    let full = repository.folder.path + "/full"
    try FileManager.default.createSymbolicLink(atPath: full, withDestinationPath: "/dev/full")
    for target in [noFolder, repository.path, full] {
      expect(try await relscope.check(repository, "--output", target).result, status: 73, saying: [target])
    }
    // The shell only points the program's output to a device that is always full.
    let script = "exec \"$0\" check --repo \"$1\" --base main --release release/2.4.0 >/dev/full"
    let result = try await Program("sh", environment: repository.environment)
      .run(["-c", script, relscope.program.name, repository.path])
    expect(result, status: 73, saying: ["standard output"])
  }

  @Test func `keeps the earlier report when it cannot make one`() async throws {
    let repository = try await GitRepository.passing()
    let relscope = try Relscope(for: repository)
    let file = try repository.folder.write("reports/report.json", "earlier\n")
    let failed = try await relscope.check(repository, release: "release/2.5.0", "--output", file)
    #expect(failed.status == 66)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "earlier\n")
    let written = try await relscope.check(repository, "--output", file)
    #expect(written.status == 0, "\(written)")
    #expect(written.result.output.isEmpty)
    let report = try JSONDecoder().decode(WrittenReport.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
    #expect(report.verdict == "pass")
    let beside = try FileManager.default.contentsOfDirectory(atPath: repository.folder.path + "/reports")
    #expect(beside == ["report.json"])
  }

  @Test(arguments: [("<&-", 0), (">&-", 73), ("2>&-", 0)] as [(String, Int32)])
  func `needs no stream that it does not use`(closing: String, status: Int32) async throws {
    let repository = try await GitRepository.passing()
    let script = "\"$0\" check --repo \"$1\" --base main --release release/2.4.0 \(closing)"
    let result = try await Program("sh", environment: repository.environment)
      .run(["-c", script, try Relscope(for: repository).program.name, repository.path])
    #expect(result.status == status, "\(result)")
  }

  @Test func `writes into a pipe instead of replacing it`() async throws {
    let repository = try await GitRepository.passing()
    let pipe = repository.folder.path + "/pipe"
    // The shell holds both ends, so that nothing waits for a reader.
    let script = "mkfifo \"$2\"; exec 3<>\"$2\"; \"$0\" check --repo \"$1\" --output \"$2\" && [ -p \"$2\" ]"
    let result = try await Program("sh", environment: repository.environment)
      .run(["-c", script, try Relscope(for: repository).program.name, repository.path, pipe])
    #expect(result.status == 0, "\(result)")
  }

  @Test func `is quiet when its reader has gone`() async throws {
    let repository = try await GitRepository.passing()
    let script = "\"$0\" check --repo \"$1\" --base main --release release/2.4.0 | true"
    let result = try await Program("sh", environment: repository.environment)
      .run(["-c", script, try Relscope(for: repository).program.name, repository.path])
    #expect(result.errors.isEmpty)
  }
}
