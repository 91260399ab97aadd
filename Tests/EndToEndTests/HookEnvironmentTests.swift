import Foundation
import TestSupport
import Testing

/// What git puts in the environment of its hooks.
struct HookEnvironmentTests {
  private static let check = ["check", "--base", "main", "--release", "release/2.4.0", "--format", "json"]

  @Test func `reads the repository of GIT_DIR from any folder`() async throws {
    let repository = try await GitRepository.passing()
    let directory = repository.path + "/.git"
    let environments: [[String: String?]] = [
      ["GIT_DIR": directory],
      ["GIT_DIR": directory, "GIT_INDEX_FILE": directory + "/index.lock"],
      ["GIT_DIR": directory, "GIT_WORK_TREE": repository.path],
      ["GIT_DIR": directory, "GIT_COMMON_DIR": directory],
      ["GIT_DIR": directory, "GIT_PREFIX": "", "GIT_EXEC_PATH": "/usr/lib/git-core", "GIT_REFLOG_ACTION": "merge"],
    ]
    let relscope = try Relscope(for: repository)
    for environment in environments {
      let result = try await relscope.run(Self.check, in: "/", setting: environment)
      #expect(result.status == 0, "\(environment) \(result)")
    }
  }

  @Test func `reads a linked worktree through GIT_DIR`() async throws {
    let repository = try await GitRepository.passing()
    let worktree = try await repository.addWorktree("main")
    let directory = try await worktree.git("rev-parse", "--absolute-git-dir")
    let result = try await Relscope(for: repository).run(Self.check, in: worktree.path, setting: ["GIT_DIR": directory])
    #expect(result.status == 0, "\(result)")
  }

  @Test func `reads the repository that it is given, not that of the hook`() async throws {
    let repository = try await GitRepository.passing()
    let other = try await GitRepository()
    let result = try await Relscope(for: repository)
      .run(Self.check + ["--repo", repository.path], setting: ["GIT_DIR": other.path + "/.git"])
    #expect(result.status == 0, "\(result)")
  }

  @Test(arguments: [["hooks", "install"], ["hooks", "uninstall"]])
  func `changes the repository that it is given, not that of the hook`(command: [String]) async throws {
    let (repository, other) = (try await GitRepository.passing(), try await GitRepository())
    for each in [repository, other] { try await each.git("remote", "add", "origin", "/nowhere") }
    let relscope = try Relscope(for: repository)
    if command.last == "uninstall" { _ = try await relscope.run(["hooks", "install", "--repo", repository.path]) }
    let fetched = ["config", "--get-all", "remote.origin.fetch"]
    let before = try await (repository.git(fetched), other.git(fetched))
    let result = try await relscope.run(
      command + ["--repo", repository.path], in: other.path, setting: ["GIT_DIR": other.path + "/.git"])
    #expect(result.status == 0, "\(result)")
    #expect(try await other.git(fetched) == before.1)
    #expect(try await repository.git(fetched) != before.0)
  }

  @Test func `says so when GIT_DIR names no repository`() async throws {
    let repository = try await GitRepository.passing()
    for directory in ["/nowhere", ""] {
      let result = try await Relscope(for: repository).run(
        Self.check, in: repository.path, setting: ["GIT_DIR": directory])
      #expect(result.status == 66, "\(result)")
    }
  }

  @Test(arguments: [true, false])
  func `sees the commits of a push before they are accepted`(passing: Bool) async throws {
    let repository = try await GitRepository.passing()
    if !passing { try await repository.commit("Raise the session timeout", files: ["session.js": "60\n"]) }
    let server = try await repository.clone(bare: true, branch: "main")
    try await server.git("update-ref", "-d", "refs/heads/release/2.4.0")
    try await server.git("gc", "--quiet", "--prune=now")
    let program = try Relscope(for: repository).program.name
    let hook = """
      #!/bin/sh
      read -r old new ref
      exec '\(program)' check --base main --release "$new" --version 2.4.0 --format json --output "$HOME/report.json"

      """
    let file = try server.folder.write("pre-receive", hook)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
    try FileManager.default.moveItem(atPath: file, toPath: server.path + "/hooks/pre-receive")
    let push = try await repository.run(["push", "--quiet", server.path, "release/2.4.0"])
    #expect((push.status == 0) == passing, "\(push)")
    let written = try Data(contentsOf: URL(fileURLWithPath: repository.folder.path + "/home/report.json"))
    let report = try JSONDecoder().decode(WrittenReport.self, from: written)
    #expect(report.verdict == (passing ? "pass" : "fail"))
    #expect(try await report.range.release.id == repository.id(of: "release/2.4.0"))
  }
}
