import Foundation
import TestSupport
import Testing

/// What `relscope hooks status` says.
struct HookStatusTests {
  /// What the status says about each route.
  private func routes(of repository: GitRepository) async throws -> [String: String] {
    let result = try await repository.hookStatus()
    #expect(result.status == 0, "\(result)")
    let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let start = try #require(lines.firstIndex { $0.hasPrefix("routes to") })
    var routes: [String: String] = [:]
    for line in lines[(start + 1)...].prefix(while: { !$0.isEmpty }) {
      let parts = line.dropFirst(2).split(separator: ":", maxSplits: 1).map(String.init)
      routes[parts[0]] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    return routes
  }

  private static let transactionRoutes = ["pull --ff-only", "branch -f, update-ref, reset", "merge --no-verify"]

  @Test func `nothing gates a new clone, and it says what would`() async throws {
    let repository = try await GitRepository()
    var expected = [
      "push": "not gated; install pre-push",
      "merge --no-ff": "not gated; install pre-merge-commit",
      "merge with conflicts, then commit": "not gated; install pre-commit",
      "merge --squash, then commit": "not gated; install pre-commit",
      "fast-forward": "not gated; install reference-transaction or set merge.ff=false",
      "commit message": "not gated; install commit-msg",
      "push --no-verify, server": "not seen from here; run on the server: relscope hooks status",
    ]
    for route in Self.transactionRoutes { expected[route] = "not gated; install reference-transaction" }
    #expect(try await routes(of: repository) == expected)
  }

  @Test func `each hook gates its routes`() async throws {
    let repository = try await GitRepository()
    _ = try await repository.installHooks()
    var expected = [
      "push": "pre-push", "merge --no-ff": "pre-merge-commit", "merge with conflicts, then commit": "pre-commit",
      "merge --squash, then commit": "pre-commit", "fast-forward": "reference-transaction",
      "commit message": "commit-msg",
      "push --no-verify, server": "not seen from here; run on the server: relscope hooks status",
    ]
    for route in Self.transactionRoutes { expected[route] = "reference-transaction" }
    #expect(try await routes(of: repository) == expected)
  }

  @Test func `merge commits by configuration gate a fast-forward, and no other move`() async throws {
    let repository = try await GitRepository()
    try await repository.git("config", "merge.ff", "false")
    #expect(
      try await routes(of: repository)["fast-forward"] == "not gated; merge.ff is false: install pre-merge-commit")
    _ = try await repository.installHooks("pre-merge-commit")
    let found = try await routes(of: repository)
    #expect(found["fast-forward"] == "pre-merge-commit")
    for route in Self.transactionRoutes { #expect(found[route] == "not gated; install reference-transaction") }
  }

  @Test func `a hook of somebody else gates nothing, unless it calls relscope`() async throws {
    let repository = try await GitRepository()
    try await repository.makeHook("pre-push", "exit 0")
    try await repository.makeHook("commit-msg", "exec relscope hook commit-msg \"$@\"")
    try await repository.makeHook("pre-merge-commit", "exec relscope hook pre-merge-commit", mode: 0o644)
    let found = try await routes(of: repository)
    #expect(found["push"] == "not gated; pre-push is not of relscope")
    #expect(found["commit message"]?.hasPrefix("cannot tell; commit-msg is not of relscope: it mentions") == true)
    #expect(found["merge --no-ff"] == "not gated; pre-merge-commit is not executable")
  }

  /// What a trial finds, with the hook `pre-push` as it is, and relscope in the place of `RELSCOPE`.
  @Test(arguments: [
    ("exec RELSCOPE hook pre-push \"$@\"", "pre-push, by a hook that calls relscope"),
    ("if RELSCOPE hook pre-push \"$@\"; then exit 0; else exit 3; fi", "pre-push, by a hook that calls relscope"),
    (
      "RELSCOPE hook pre-push \"$@\" || true",
      "not gated; pre-push is not of relscope: tried: it calls relscope and drops"
    ),
    (
      "cat >/dev/null; RELSCOPE hook pre-push \"$@\"",
      "not gated; pre-push is not of relscope: tried: it calls relscope w"
    ),
    ("exit 0 # RELSCOPE hook pre-push", "not gated; pre-push is not of relscope: tried: it does not call relscope"),
    ("RELSCOPE hook commit-msg \"$@\"", "not gated; pre-push is not of relscope: tried: it does not call relscope"),
    (
      "RELSCOPE hook pre-push \"$@\"; exit 1",
      "cannot tell; pre-push is not of relscope: tried: it calls relscope, and fails"
    ),
  ])
  func `a trial says whether a hook hands on`(commands: String, verdict: String) async throws {
    let repository = try await GitRepository()
    try await repository.commit("SHOP-1 Start")
    let program = try BuiltProgram.path("relscope")
    try await repository.makeHook("pre-push", commands.replacing("RELSCOPE", with: "'\(program)'"))
    let result = try await Relscope(for: repository).run(["hooks", "status", "--try"], in: repository.path)
    let route = result.output.split(separator: "\n").first { $0.hasPrefix("  push:") }?.split(
      separator: ":", maxSplits: 1
    ).last
    let found = route.map { String($0).trimmingCharacters(in: .whitespaces) }
    #expect(found?.hasPrefix(verdict) == true, "\(result)")
    let left = try? FileManager.default.contentsOfDirectory(atPath: repository.path + "/.git/relscope")
    #expect(left == [])
  }

  @Test func `the variable of a trial is no way past a hook`() async throws {
    let repository = try await GitRepository.mismatched()
    _ = try await repository.addServer()
    try await repository.installHook("pre-push")
    for name in [String(repeating: "a", count: 32), "../../config", ""] {
      let push = try await repository.push("release/2.4.0", setting: ["RELSCOPE_PROBE": name])
      #expect(push.status != 0, "\(push)")
    }
  }

  @Test func `a hook that cannot run gates nothing`() async throws {
    let repository = try await GitRepository()
    let standIn = try ProgramStandIn(for: repository)
    _ = try await repository.installHooks("pre-push", "--program", standIn.path)
    _ = try await repository.installHooks("commit-msg")
    #expect(try await routes(of: repository)["push"] == "pre-push")
    try FileManager.default.removeItem(atPath: standIn.path)
    let folder = try await repository.hooksFolder()
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder + "/commit-msg")
    let found = try await routes(of: repository)
    #expect(found["push"] == "not gated; pre-push starts '\(standIn.path)', which is gone")
    #expect(found["commit message"] == "not gated; commit-msg is not executable")
    let text = try await repository.hookStatus().output
    #expect(text.contains("  pre-push    installed; '\(standIn.path)' is gone; run: relscope hooks install pre-push\n"))
    #expect(text.contains("  commit-msg  installed; not executable: git does not run it\n"))
  }

  @Test func `shows what is out of date, changed, and kept`() async throws {
    let repository = try await GitRepository()
    try await repository.makeHook("pre-push", "exit 0")
    _ = try await repository.installHooks("--base", "trunk")
    let folder = try await repository.hooksFolder()
    let text = try String(contentsOfFile: folder + "/commit-msg", encoding: .utf8)
    try ProgramStandIn.makeExecutable(folder + "/commit-msg", text + "echo mine\n")
    let status = try await repository.hookStatus()
    for line in [
      "  pre-push               installed; an earlier hook is kept\n",
      "  commit-msg             changed by hand; to replace it, run: relscope hooks install --force commit-msg\n",
      "  reference-transaction  out of date; run: relscope hooks install reference-transaction\n",
      "commit message:                     not gated; commit-msg was changed by hand\n",
    ] { #expect(status.output.contains(line), "\(status)") }
  }

  @Test func `a hook of ours that pre-commit has moved aside is still called`() async throws {
    let repository = try await GitRepository()
    _ = try await repository.installHooks("pre-push")
    let folder = try await repository.hooksFolder()
    try FileManager.default.moveItem(atPath: folder + "/pre-push", toPath: folder + "/pre-push.legacy")
    try await repository.makeHook("pre-push", "# File generated by pre-commit: https://pre-commit.com")
    #expect(try await routes(of: repository)["push"] == "pre-push, by pre-commit")
  }

  @Test func `a policy that cannot be read is no reason to say nothing`() async throws {
    let repository = try await GitRepository()
    try await repository.commit("SHOP-1 Start", files: [".relscope.yml": "bse: main\n"])
    #expect(try await repository.installHooks().status == 78)
    #expect(try await routes(of: repository)["push"] == "not gated; install pre-push")
  }

  @Test func `shows the last ten skips`() async throws {
    let repository = try await GitRepository()
    #expect(try await repository.hookStatus().output.hasSuffix("\nno skips are recorded\n"))
    let log = (1...12).map { "2026-11-23T10:00:\($0 + 10)Z pre-push reason \($0) \u{1B}[31m\n" }.joined()
    try TemporaryFolder.write(Data(log.utf8), to: repository.path + "/.git/relscope/skips.log")
    let text = try await repository.hookStatus().output
    let shown = (3...12).map { "  2026-11-23T10:00:\($0 + 10)Z pre-push reason \($0) ?[31m\n" }.joined()
    #expect(text.hasSuffix("\n12 skips are recorded; the last 10:\n\(shown)"), "\(text)")
  }

  @Test func `a worktree shows the hooks and the skips of its repository`() async throws {
    let repository = try await GitRepository()
    try await repository.commit("SHOP-1 Start")
    try await repository.git("branch", "other")
    try TemporaryFolder.write(
      Data("2026-11-23T10:00:00Z pre-push why\n".utf8), to: repository.path + "/.git/relscope/skips.log")
    let worktree = try await repository.addWorktree("other")
    let text = try await worktree.hookStatus().output
    #expect(text.hasPrefix("hooks in \(repository.path)/.git/hooks\n"))
    #expect(text.hasSuffix("\n1 skip is recorded\n  2026-11-23T10:00:00Z pre-push why\n"))
  }

  @Test func `a server has one route`() async throws {
    let server = try await GitRepository(bare: true)
    #expect(
      try await routes(of: server) == ["push to this repository": "not gated; run: relscope hooks install --server"])
    _ = try await server.installHooks("--server")
    #expect(try await routes(of: server) == ["push to this repository": "pre-receive"])
  }
}
