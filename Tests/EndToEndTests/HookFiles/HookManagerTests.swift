import Foundation
import TestSupport
import Testing

/// The real hook managers, where `scripts/install-hook-managers` has put them.
enum HookManagerProgram {
  static let folder = PackageFolder.path + "/.build/hook-managers/bin"

  static func isInstalled(_ name: String) -> Bool { FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") }
}

/// A repository whose hooks a manager keeps, and a program that stands in for relscope in `PATH`.
struct ManagedRepository {
  let repository: GitRepository
  let server: GitRepository
  let standIn: ProgramStandIn
  let search: String

  init() async throws {
    repository = try await GitRepository(name: "shop with blanks")
    server = try await GitRepository(bare: true)
    standIn = try ProgramStandIn(for: repository)
    let folder = URL(fileURLWithPath: standIn.path).deletingLastPathComponent().path
    search = [folder, HookManagerProgram.folder, repository.environment.variables["PATH"] ?? ""].joined(separator: ":")
    try await repository.commit("SHOP-1 Start", files: ["a": "1\n"])
    try await repository.commit("SHOP-2 Go on", files: ["a": "2\n"])
    try await repository.git("remote", "add", "origin", server.path)
  }

  func run(_ program: String, _ arguments: String...) async throws -> ProgramResult {
    let found = program.contains("/") ? program : HookManagerProgram.folder + "/" + program
    return try await Program(found, environment: repository.environment.setting(["PATH": search]))
      .run(arguments, in: repository.path)
  }

  func push(_ arguments: String...) async throws -> ProgramResult {
    try await repository.run(["push", "origin"] + arguments, setting: ["PATH": search])
  }

  /// The lines that `hooks install` says to add to the manager's configuration for a hook.
  func advice(for hook: String) async throws -> String {
    let result = try await repository.installHooks(hook)
    #expect(result.status == 1, "a hook that nobody gates yet is no success: \(result)")
    #expect(result.output.contains("which does not call relscope yet"), "\(result)")
    let lines = result.output.split(separator: "\n").filter { $0.hasPrefix("    ") }
    return lines.map { $0.dropFirst(4) + "\n" }.joined()
  }

  /// Whether a push is let through, after the program behind the hook is told how to end.
  func expectGate(_ sourceLocation: SourceLocation = #_sourceLocation) async throws {
    try standIn.end(with: 1)
    let refused = try await push("main")
    #expect(refused.status == 1, "\(refused)", sourceLocation: sourceLocation)
    let ref = try await server.run(["rev-parse", "--verify", "--quiet", "refs/heads/main"])
    #expect(ref.status != 0, "nothing was pushed", sourceLocation: sourceLocation)
    try standIn.end(with: 0)
    let passed = try await push("main")
    #expect(passed.status == 0, "\(passed)", sourceLocation: sourceLocation)
  }

  func expectLeft(to manager: String, hook: String = "pre-push") async throws {
    let again = try await repository.installHooks(hook)
    #expect(again.status == 0, "\(again)")
    #expect(again.output.contains("left to \(manager), which calls relscope"), "\(again)")
    let status = try await repository.hookStatus()
    #expect(status.output.contains("push:                               \(hook), by \(manager)"), "\(status)")
  }
}

@Suite(.enabled(if: HookManagerProgram.isInstalled("pre-commit"), "no pre-commit; run: scripts/install-hook-managers"))
struct PreCommitManagerTests {
  private static let zeros = String(repeating: "0", count: 40)

  private func managed(_ configuration: String) async throws -> ManagedRepository {
    let managed = try await ManagedRepository()
    try managed.repository.write(".pre-commit-config.yaml", configuration)
    let installed = try await managed.run("pre-commit", "install", "--hook-type", "pre-push")
    try #require(installed.status == 0, "\(installed)")
    return managed
  }

  @Test func `runs the hook as the installation says, and stops a bad push`() async throws {
    let managed = try await managed("repos: []\n")
    let advice = try await managed.advice(for: "pre-push")
    let indented = advice.split(separator: "\n").map { "  \($0)\n" }.joined()
    try managed.repository.write(".pre-commit-config.yaml", "repos:\n" + indented)
    try await managed.expectLeft(to: "pre-commit")
    try await managed.expectGate()
  }

  @Test func `runs the hook of .pre-commit-hooks.yaml, and stops a bad push`() async throws {
    let hooks = try await GitRepository()
    let file = try String(contentsOfFile: PackageFolder.path + "/.pre-commit-hooks.yaml", encoding: .utf8)
    let revision = try await hooks.commit("Offer hooks", files: [".pre-commit-hooks.yaml": file])
    let managed = try await managed(
      """
      repos:
        - repo: \(hooks.path)
          rev: \(revision)
          hooks: [{id: relscope-pre-push}, {id: relscope-pre-merge-commit}, {id: relscope-pre-commit}, {id: relscope-commit-msg}]

      """)
    try await managed.expectLeft(to: "pre-commit")
    try await managed.expectGate()
    // The stages of the other hooks, by the program itself.
    _ = try managed.standIn.calls(of: "pre-push")
    for hook in ["pre-commit", "commit-msg", "pre-merge-commit"] {
      let installed = try await managed.run("pre-commit", "install", "--hook-type", hook)
      #expect(installed.status == 0, "\(installed)")
    }
    let path = ["PATH": Optional(managed.search)]
    try await managed.repository.git(["commit", "--quiet", "--allow-empty", "-m", "SHOP-3 More"], setting: path)
    try await managed.repository.git("checkout", "--quiet", "-b", "side", "HEAD~1")
    try await managed.repository.git(
      ["commit", "--quiet", "--no-verify", "--allow-empty", "-m", "SHOP-4 Aside"], setting: path)
    try await managed.repository.git(["merge", "--quiet", "--no-ff", "--no-edit", "main"], setting: path)
    #expect(try managed.standIn.calls(of: "pre-merge-commit").first == "called: [hook] [pre-merge-commit]")
  }

  @Test func `passes its arguments to the hook for the message`() async throws {
    let managed = try await managed("repos: []\n")
    _ = try await managed.run("pre-commit", "install", "--hook-type", "commit-msg")
    let advice = try await managed.advice(for: "commit-msg").split(separator: "\n").map { "  \($0)\n" }.joined()
    try managed.repository.write(".pre-commit-config.yaml", "repos:\n" + advice)
    try await managed.repository.git(
      ["commit", "--quiet", "--allow-empty", "-m", "SHOP-3 More"], setting: ["PATH": managed.search])
    #expect(try managed.standIn.calls(of: "commit-msg").first == "called: [hook] [commit-msg] [.git/COMMIT_EDITMSG]")
  }

  /// What `PushedRef` reads, and what pre-commit does not say.
  @Test func `says one ref of a push, in the environment`() async throws {
    let managed = try await managed(
      """
      repos:
        - repo: local
          hooks:
            - {id: r, name: r, entry: relscope hook pre-push, language: system, always_run: true, pass_filenames: false}

      """)
    let repository = managed.repository
    let first = try await repository.id(of: "HEAD~1")
    let second = try await repository.id(of: "HEAD")
    func told(_ pairs: [String]) -> [String] {
      let usual = ["PRE_COMMIT=1", "PRE_COMMIT_REMOTE_NAME=origin", "PRE_COMMIT_REMOTE_URL=\(managed.server.path)"]
      return ["called: [hook] [pre-push]"] + (usual + pairs.map { "PRE_COMMIT_\($0)" }).sorted()
    }

    // The whole history, which has no commit to start from.
    #expect(try await managed.push("HEAD~1:refs/heads/main").status == 0)
    #expect(
      try managed.standIn.calls(of: "pre-push") == told(["LOCAL_BRANCH=HEAD~1", "REMOTE_BRANCH=refs/heads/main"]))

    // An existing branch, then two refs of which only the first is told.
    #expect(try await managed.push("main").status == 0)
    let range = ["FROM_REF=\(first)", "ORIGIN=\(first)", "SOURCE=\(second)", "TO_REF=\(second)"]
    #expect(
      try managed.standIn.calls(of: "pre-push")
        == told(["LOCAL_BRANCH=refs/heads/main", "REMOTE_BRANCH=refs/heads/main"] + range))
    try await repository.checkout(new: "one")
    let third = try await repository.commit("SHOP-3 One")
    #expect(try await managed.push("one", "one:refs/heads/two").status == 0)
    let next = ["FROM_REF=\(second)", "ORIGIN=\(second)", "SOURCE=\(third)", "TO_REF=\(third)"]
    #expect(
      try managed.standIn.calls(of: "pre-push")
        == told(["LOCAL_BRANCH=refs/heads/one", "REMOTE_BRANCH=refs/heads/one"] + next))

    // A new ref of commits that the remote has, and a deletion: nothing is run.
    #expect(try await managed.push("one:refs/heads/three").status == 0)
    #expect(try await managed.push("--delete", "three").status == 0)
    #expect(try managed.standIn.calls(of: "pre-push") == [])
  }
}

@Suite(.enabled(if: HookManagerProgram.isInstalled("lefthook"), "no lefthook; run: scripts/install-hook-managers"))
struct LefthookManagerTests {
  @Test func `runs the hook as the installation says, and stops a bad push`() async throws {
    let managed = try await ManagedRepository()
    try managed.repository.write("lefthook.yml", "pre-push:\n  commands: {}\n")
    _ = try await managed.run("lefthook", "install")
    let advice = try await managed.advice(for: "pre-push")
    try managed.repository.write("lefthook.yml", advice)
    try managed.repository.write(".lefthook/pre-push/relscope-pre-push", "exec relscope hook pre-push \"$@\"\n")
    let installed = try await managed.run("lefthook", "install")
    try #require(installed.status == 0, "\(installed)")
    try await managed.expectLeft(to: "lefthook")
    try await managed.expectGate()

    // All refs arrive, also when no file differs.
    _ = try managed.standIn.calls(of: "pre-push")
    let id = try await managed.repository.commit("SHOP-3 Nothing")
    #expect(try await managed.push("main", "main:refs/heads/two").status == 0)
    let calls = try managed.standIn.calls(of: "pre-push")
    #expect(calls.first == "called: [hook] [pre-push] [origin] [\(managed.server.path)]")
    let old = try await managed.repository.id(of: "HEAD~1")
    let zeros = String(repeating: "0", count: 40)
    #expect(
      calls.dropFirst() == [
        "read: refs/heads/main \(id) refs/heads/main \(old)", "read: refs/heads/main \(id) refs/heads/two \(zeros)",
      ])
  }
}

/// Managers that cannot be installed here, behind files that do what theirs do.
struct OtherManagerTests {
  /// husky 9: `core.hooksPath` is a folder of files that call the file of their name in the folder above.
  private func husky() async throws -> ManagedRepository {
    let managed = try await ManagedRepository()
    let folder = managed.repository.path + "/.husky/_"
    try ProgramStandIn.makeExecutable(
      folder + "/h",
      #"""
      name=$(basename "$0")
      script=$(dirname "$(dirname "$0")")/$name
      [ -f "$script" ] || exit 0
      sh -e "$script" "$@"
      exit $?

      """#)
    for hook in ["pre-push", "pre-commit", "commit-msg", "pre-merge-commit"] {
      try ProgramStandIn.makeExecutable(
        "\(folder)/\(hook)", "#!/usr/bin/env sh\n. \"$(dirname \"$0\")/h\"\n")
    }
    try await managed.repository.git("config", "core.hooksPath", ".husky/_")
    return managed
  }

  @Test func `husky runs the hook as the installation says`() async throws {
    let managed = try await husky()
    let before = try FolderSnapshot(managed.repository.path + "/.husky/_")
    let advice = try await managed.advice(for: "pre-push")
    #expect(try FolderSnapshot(managed.repository.path + "/.husky/_") == before, "husky writes these files")
    #expect(advice == "relscope hook pre-push \"$@\"\n")
    try managed.repository.write(".husky/pre-push", advice)
    try await managed.expectLeft(to: "husky")
    try await managed.expectGate()
    #expect(try managed.standIn.calls(of: "pre-push").count == 4, "the arguments and one line, twice")
  }

  @Test func `what husky does not know is installed beside its files`() async throws {
    let managed = try await husky()
    let result = try await managed.repository.installHooks()
    #expect(result.status == 1, "\(result)")
    #expect(result.output.contains("reference-transaction  installed\n"))
    #expect(result.output.contains("commit-msg             left to husky, which does not call relscope yet\n"))
    let status = try await managed.repository.hookStatus().output
    #expect(
      status.contains(
        "push:                               not gated; pre-push is left to husky, which does not call relscope\n"))
  }

  /// overcommit: each hook is a Ruby program that tells by its own name what to do; an ad hoc hook of its configuration
  /// gets the arguments and the input.
  @Test func `overcommit's file is left alone, and its configuration counts`() async throws {
    let managed = try await ManagedRepository()
    try await managed.repository.makeHook("pre-push", "# Entrypoint for Overcommit hook integration.\nexit 0")
    let before = try FolderSnapshot(try await managed.repository.hooksFolder())
    let advice = try await managed.advice(for: "pre-push")
    #expect(try FolderSnapshot(try await managed.repository.hooksFolder()) == before)
    #expect(
      advice == """
        PrePush:
          ReleaseScope:
            enabled: true
            required_executable: relscope
            command: ['relscope', 'hook', 'pre-push']

        """)
    try managed.repository.write(".overcommit.yml", advice)
    try await managed.expectLeft(to: "overcommit")
  }

  @Test func `comes before a manager when it is forced to`() async throws {
    let managed = try await ManagedRepository()
    try await managed.repository.makeHook("pre-push", "# File generated by pre-commit: https://pre-commit.com\nexit 0")
    let result = try await managed.repository.installHooks("pre-push", "--force", "--program", managed.standIn.path)
    #expect(result.status == 0, "\(result)")
    try await managed.expectGate()
  }
}
