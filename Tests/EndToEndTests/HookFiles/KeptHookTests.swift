import Foundation
import TestSupport
import Testing

/// A hook that was there before relscope.
struct KeptHookTests {
  @Test func `is called first, with the same arguments and input`() async throws {
    let repository = try await GitRepository(name: "shop with blanks")
    let standIn = try ProgramStandIn(for: repository)
    try await repository.commit("SHOP-1 Start")
    for branch in ["one", "two"] { try await repository.git("branch", branch) }
    try await repository.makeHook(
      "pre-push", #"{ printf '%s\n' "$@"; cat; test ! -e "$HOME/../stand in/calls" && echo first; } >"$HOME/kept""#)
    _ = try await repository.installHooks("pre-push", "--program", standIn.path)
    let server = try await GitRepository(bare: true)
    try await repository.git("push", "--quiet", server.path, "one", "two")
    let id = try await repository.id(of: "HEAD")
    let zeros = String(repeating: "0", count: 40)
    let lines = ["one", "two"].map { "refs/heads/\($0) \(id) refs/heads/\($0) \(zeros)" }
    let kept = try String(contentsOfFile: repository.folder.path + "/home/kept", encoding: .utf8)
    #expect(kept == [server.path, server.path, lines[0], lines[1], "first", ""].joined(separator: "\n"))
    let calls = try standIn.calls(of: "pre-push")
    #expect(calls == ["called: [hook] [pre-push] [\(server.path)] [\(server.path)]"] + lines.map { "read: \($0)" })
  }

  @Test(arguments: ["pre-push", "pre-commit", "commit-msg"])
  func `stops git when it fails, and relscope is not asked`(hook: String) async throws {
    let repository = try await GitRepository()
    let standIn = try ProgramStandIn(for: repository)
    try await repository.commit("SHOP-1 Start")
    try await repository.makeHook(hook, "exit 3")
    _ = try await repository.installHooks(hook, "--program", standIn.path)
    let result =
      if hook == "pre-push" {
        try await repository.run(["push", repository.path, "HEAD:refs/heads/x"])
      } else {
        try await repository.run(["commit", "--allow-empty", "-m", "SHOP-2 Go on"])
      }
    #expect(result.status != 0, "\(result)")
    #expect(try standIn.calls(of: hook) == [])
  }

  @Test(arguments: ["pre-push", "commit-msg"])
  func `does not silence relscope when it passes`(hook: String) async throws {
    let repository = try await GitRepository()
    let standIn = try ProgramStandIn(for: repository)
    try await repository.commit("SHOP-1 Start")
    try await repository.makeHook(hook, "exit 0")
    _ = try await repository.installHooks(hook, "--program", standIn.path)
    try standIn.end(with: 1)
    let result =
      if hook == "pre-push" {
        try await repository.run(["push", repository.path, "HEAD:refs/heads/x"])
      } else {
        try await repository.run(["commit", "--allow-empty", "-m", "SHOP-2 Go on"])
      }
    #expect(result.status == 1, "\(result)")
    #expect(try standIn.calls(of: hook).count == (hook == "pre-push" ? 2 : 1))
  }

  @Test func `is kept but not called when it is not executable`() async throws {
    let repository = try await GitRepository()
    let standIn = try ProgramStandIn(for: repository)
    try await repository.makeHook("commit-msg", "exit 1", mode: 0o644)
    let result = try await repository.installHooks("commit-msg", "--program", standIn.path)
    #expect(result.output.contains("does not run: it is not executable"), "\(result)")
    try await repository.commit("SHOP-1 Start")
    #expect(try standIn.calls(of: "commit-msg").count == 1)
  }

  /// `sh` is one of these, and both are on a usual Linux.
  @Test(arguments: ["sh", "bash", "dash"], ["", "one line\n", "no line end", "a b  c\n\n\n", "\\n %s $HOME `id`\n"])
  func `gets the input to the byte, and so does relscope`(shell: String, input: String) async throws {
    let repository = try await GitRepository()
    guard try await Self.exists(shell, repository) else { return }
    let program = repository.folder.path + "/relscope"
    try ProgramStandIn.makeExecutable(program, "#!/bin/sh\ncat >\"$HOME/relscope\"\n")
    try await repository.makeHook("pre-push", "cat >\"$HOME/kept\"")
    _ = try await repository.installHooks("pre-push", "--program", program)
    let hook = try await repository.hooksFolder() + "/pre-push"
    let result = try await Program(shell, environment: repository.environment)
      .run([hook, "origin", "url"], in: repository.path, input: Array(input.utf8))
    #expect(result.status == 0, "\(result)")
    #expect(result.errors == "")
    #expect(try Self.written("kept", repository) == input)
    // git ends each line; a here-document adds an end that is missing.
    let ended = input.isEmpty || input.hasSuffix("\n") ? input : input + "\n"
    #expect(try Self.written("relscope", repository) == ended)
  }

  @Test(arguments: ["sh", "bash", "dash"], [true, false])
  func `may leave a long input unread`(shell: String, reads: Bool) async throws {
    let repository = try await GitRepository()
    guard try await Self.exists(shell, repository) else { return }
    let program = repository.folder.path + "/relscope"
    try ProgramStandIn.makeExecutable(program, "#!/bin/sh\nwc -l >\"$HOME/relscope\"\n")
    try await repository.makeHook("pre-push", reads ? "wc -l >\"$HOME/kept\"" : "exit 0")
    _ = try await repository.installHooks("pre-push", "--program", program)
    let line = "refs/heads/x \(String(repeating: "1", count: 64)) refs/heads/x \(String(repeating: "0", count: 64))\n"
    let input = String(repeating: line, count: 20_000)
    let hook = try await repository.hooksFolder() + "/pre-push"
    let result = try await Program(shell, environment: repository.environment)
      .run([hook, "origin", "url"], in: repository.path, input: Array(input.utf8))
    #expect(result.status == 0, "\(result)")
    #expect(result.errors == "")
    #expect(try Self.written("relscope", repository) == "20000\n")
    if reads { #expect(try Self.written("kept", repository) == "20000\n") }
  }

  @Test func `sees every state of a reference transaction`() async throws {
    let repository = try await GitRepository()
    let standIn = try ProgramStandIn(for: repository)
    try await repository.commit("SHOP-1 Start")
    try await repository.makeHook("reference-transaction", #"printf '%s ' "$1" >>"$HOME/kept"; cat >>"$HOME/kept""#)
    _ = try await repository.installHooks("reference-transaction", "--program", standIn.path)
    try await repository.git("tag", "v1")
    let id = try await repository.id(of: "HEAD")
    let line = "\(String(repeating: "0", count: 40)) \(id) refs/tags/v1\n"
    #expect(try Self.written("kept", repository) == "prepared \(line)committed \(line)")
  }

  @Test func `comes before the filter of a reference transaction, which still sees the base move`() async throws {
    let repository = try await GitRepository()
    let standIn = try ProgramStandIn(for: repository)
    try await repository.makeHook("reference-transaction", "cat >/dev/null")
    _ = try await repository.installHooks("reference-transaction", "--program", standIn.path)
    let first = try await repository.commit("SHOP-1 Start")
    let second = try await repository.commit("SHOP-2 Go on")
    _ = try standIn.calls(of: "reference-transaction")
    try await repository.git("update-ref", "refs/heads/main", first, second)
    let calls = try standIn.calls(of: "reference-transaction")
    #expect(calls.first == "called: [hook] [reference-transaction] [prepared]")
    #expect(calls.contains("read: \(second) \(first) refs/heads/main"), "\(calls)")
  }

  private static func exists(_ program: String, _ repository: GitRepository) async throws -> Bool {
    try await Program("sh", environment: repository.environment).run(["-c", "command -v \(program)"]).status == 0
  }

  private static func written(_ name: String, _ repository: GitRepository) throws -> String {
    try String(contentsOfFile: repository.folder.path + "/home/" + name, encoding: .utf8)
  }
}
