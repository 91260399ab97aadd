import TestSupport
import Testing

/// The command that a hook shows works as it is copied.
struct ShownCommandTests {
  /// What stands below "see all of it", for a shell.
  private func command(in push: ProgramResult, prefix: String = "") throws -> String {
    let lines = push.errors.split(separator: "\n").map { $0.hasPrefix(prefix) ? $0.dropFirst(prefix.count) : $0 }
    let start = try #require(lines.firstIndex { $0.contains("see all of it:") }, "\(push)")
    var command: [Substring] = []
    for line in lines[(start + 1)...] {
      command.append(line[...(line.lastIndex { $0 != " " } ?? line.startIndex)])
      if !(command.last?.hasSuffix("\\") ?? false) { break }
    }
    return command.joined(separator: "\n")
  }

  private func run(_ command: String, in repository: GitRepository) async throws -> ProgramResult {
    let relscope = try Relscope(for: repository)
    return try await relscope.run(shell: command, in: repository.path)
  }

  @Test(arguments: [
    ["release/2.4.0"], ["HEAD:refs/heads/release/2.4.0"], ["v2.4.0"], ["release/2.4.0:main"],
    ["HEAD~0:refs/heads/release/2.4.0-with-a-name-that-is-longer-than-any-line-that-people-read"],
  ])
  func `after a push`(refspecs: [String]) async throws {
    let repository = try await GitRepository.mismatched()
    _ = try await repository.addServer()
    try await repository.tag("v2.4.0", message: "Release 2.4.0")
    try await repository.checkout("main")
    let manifest = ReleaseFixture.manifest(
      ["SHOP-1"], version: "2.4.0-with-a-name-that-is-longer-than-any-line-that-people-read")
    try await repository.commit(
      "SHOP-900 Plan another",
      files: ["releases/2.4.0-with-a-name-that-is-longer-than-any-line-that-people-read.json": manifest])
    try await repository.git("push", "--quiet", "origin", "main")
    try await repository.git("checkout", "--quiet", "--detach", "release/2.4.0")
    try await repository.installHook("pre-push")
    let push = try await repository.run(["push", "--quiet", "--force", "origin"] + refspecs)
    #expect(push.status != 0)
    let shown = try await run(try command(in: push), in: repository)
    #expect(shown.status == 1, "\(push)\n\(shown)")
    #expect(shown.output.contains("SHOP-9"), "\(shown)")
  }

  @Test func `after a server refused, whatever the names are here`() async throws {
    let repository = try await GitRepository.mismatched()
    let server = try await repository.addServer()
    try await server.installHook("pre-receive")
    try await repository.git("branch", "--quiet", "--move", "release/2.4.0", "elsewhere")
    try await repository.git("branch", "release/2.4.0", "main")
    let push = try await repository.push("elsewhere:refs/heads/release/2.4.0")
    #expect(push.status != 0)
    let shown = try await run(try command(in: push, prefix: "remote: "), in: repository)
    #expect(shown.status == 1, "\(push)\n\(shown)")
    #expect(shown.output.contains("SHOP-9"), "\(shown)")
  }
}
