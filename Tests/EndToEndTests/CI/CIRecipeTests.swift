import Foundation
import ReleaseHost
import TestSupport
import Testing

/// The action, the template and the recipes of the README: their forms, and their steps in jobs of each service.
struct CIRecipeTests {
  private static let validator = PackageFolder.path + "/.build/validators/bin/check-jsonschema"

  private static func text(_ file: String) throws -> String {
    try String(contentsOfFile: PackageFolder.path + "/" + file, encoding: .utf8)
  }

  /// The block of code of the README that holds a word.
  private static func block(_ language: String, with word: String) throws -> String {
    let blocks = try text("docs/ci.md").components(separatedBy: "```\(language)\n").dropFirst()
      .map { $0.components(separatedBy: "\n```")[0] + "\n" }
    return try #require(blocks.first { $0.contains(word) })
  }

  /// The lines of a text that run relscope or git, without what stands before and after the commands.
  private static func commands(_ text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let starts: [Range<String.Index>] = ["git fetch --quiet ", "relscope check "].compactMap {
        line.firstRange(of: $0)
      }
      guard let start = starts.first else { return nil }
      return String(line[start.lowerBound...].prefix { $0 != "'" })
    }
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: validator), "no validators; run: scripts/install-validators"),
    arguments: [
      ("vendor.github-actions", "action.yml"), ("vendor.gitlab-ci", "gitlab.yml"),
      ("vendor.github-workflows", "workflow.yml"), ("vendor.azure-pipelines", "azure.yml"),
      ("vendor.bitbucket-pipelines", "bitbucket.yml"), ("vendor.github-workflows", "again.yml"),
      ("vendor.gitlab-ci", "again-gitlab.yml"),
    ])
  func `has the form that the service asks for`(schema: String, name: String) async throws {
    let text =
      switch name {
      case "action.yml": try Self.text("action.yml")
      case "gitlab.yml": try Self.text(".gitlab/relscope.yml")
      case "workflow.yml": try Self.block("yml", with: "merge_group")
      case "again.yml": try Self.block("yml", with: "gh run rerun")
      case "again-gitlab.yml": try Self.block("yml", with: "relscope-again")
      case "azure.yml": try Self.block("yml", with: "fetchDepth")
      default: try Self.block("yml", with: "depth: full")
      }
    let repository = try await GitRepository()
    let file = try repository.folder.write(name, text)
    let result = try await Program(Self.validator, environment: repository.environment).run(
      ["--builtin-schema", schema, file])
    #expect(result.status == 0, "\(result)")
  }

  private static func recipe(_ service: String) throws -> String {
    switch service {
    case "gitlab": try text(".gitlab/relscope.yml")
    case "jenkins": try block("groovy", with: "changeRequest")
    case "azure": try block("yml", with: "fetchDepth")
    case "bitbucket": try block("yml", with: "depth: full")
    default: try block("sh", with: "get-release")
    }
  }

  /// The program is fetched by what the release host has, the script that fetches it included.
  @Test(arguments: ["any", "gitlab", "jenkins", "azure", "bitbucket"])
  func `gets the released relscope`(service: String) async throws {
    let recipe = try Self.recipe(service)
    let fetch = try #require(recipe.firstMatch(of: /curl -fsSL -o get-release "[^"]*"/)).output
    let get = try #require(recipe.firstMatch(of: /sh get-release [0-9.]+/)).output
    let folder = try TemporaryFolder()
    let host = try await ReleaseHost(BuiltRelease(folder).files())
    let environment = CleanEnvironment(home: folder.path).setting([
      "PATH": "/usr/bin:/bin", "RELSCOPE_DOWNLOAD_URL": host.address, "RELSCOPE_CACHE": folder.path + "/cache",
    ])
    let result = try await Program("/bin/sh", environment: environment).run(
      ["-c", "cd '\(folder.path)' && \(fetch) && PATH=$(\(get)):$PATH && relscope --version"])
    #expect(result.status == 0 && result.output.hasPrefix("relscope \(BuiltRelease.version)\n"), "\(result)")
  }

  @Test(arguments: ["gitlab", "jenkins", "azure", "bitbucket"])
  func `stops the release that lacks a ticket`(service: String) async throws {
    let commands = Self.commands(try Self.recipe(service))
    try #require(!commands.isEmpty)
    let job = try await CIJob()
    let clone = try await job.checkout("refs/pull/12/merge")
    try FileManager.default.createDirectory(atPath: clone.path + "/test-results", withIntermediateDirectories: true)
    let variables = try job.variables(service, clone)
    let result = try await Relscope(for: clone).run(
      shell: commands.joined(separator: " &&\n"), in: clone.path, setting: variables.mapValues { $0 })
    #expect(result.status == 1, "\(result)")
    #expect(result.output.contains("SHOP-4"), "\(result)")
    let report = service == "bitbucket" ? "test-results/relscope.xml" : "relscope.xml"
    #expect(try String(contentsOfFile: clone.path + "/" + report, encoding: .utf8).contains("SHOP-4"))
  }

  @Test func `the action annotates, writes the files it is asked for, and hands the verdict on`() async throws {
    let job = try await CIJob()
    let clone = try await job.checkout("refs/pull/12/merge")
    let outputs = clone.folder.path + "/outputs"
    let action = PackageFolder.path
    let variables = try job.variables("github", clone).merging([
      "GITHUB_ACTION_PATH": action, "GITHUB_OUTPUT": outputs, "RELSCOPE_REPORTS": "scope.html\nscope.sarif\n",
      "RELSCOPE_VERSION": "", "RELSCOPE_BASE": "",
    ]) { $1 }
    let result = try await Relscope(for: clone).run(
      shell: "'\(action)/scripts/action-install' && '\(action)/scripts/action-check'", in: clone.path,
      setting: variables.mapValues { $0 })
    #expect(result.status == 1, "\(result)")
    #expect(result.output.contains("title=missing-ticket%3A SHOP-4::"), "\(result)")
    let handed = try String(contentsOfFile: outputs, encoding: .utf8)
    #expect(handed.contains("verdict") && handed.contains("fail"), "\(handed)")
    for file in ["scope.html", "scope.sarif"] {
      #expect(try String(contentsOfFile: clone.path + "/" + file, encoding: .utf8).contains("SHOP-4"))
    }
  }

  @Test func `the action takes its inputs as words, and refuses a file without a format`() async throws {
    let job = try await CIJob()
    let clone = try await job.checkout("refs/pull/12/merge")
    let check = PackageFolder.path + "/scripts/action-check"
    let attack = try await Relscope(for: clone).run(
      shell: "'\(check)'", in: clone.path, setting: ["RELSCOPE_RELEASE": "$(touch attacked); HEAD"])
    #expect(attack.status == 66, "\(attack)")
    #expect(!FileManager.default.fileExists(atPath: clone.path + "/attacked"))
    let unclear = try await Relscope(for: clone).run(
      shell: "'\(check)'", in: clone.path, setting: ["RELSCOPE_REPORTS": "scope.bin"])
    #expect(unclear.status == 64, "\(unclear)")
  }
}
