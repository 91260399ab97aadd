import Foundation
import TestSupport
import Testing

/// A release behind the real hook managers, with relscope itself.
struct ManagedReleaseTests {
  private static let preCommit = """
    repos:
      - repo: local
        hooks:
          - {id: relscope-pre-push, name: release scope, entry: relscope hook pre-push, language: system,
             stages: [pre-push], always_run: true, pass_filenames: false}

    """
  private static let lefthook = """
    pre-push:
      scripts:
        "relscope-pre-push": {runner: sh, use_stdin: true}

    """

  @Test(
    .enabled(if: HookManagerProgram.isInstalled("pre-commit"), "no pre-commit; run: scripts/install-hook-managers"))
  func `pre-commit stops the push of a release with an unplanned ticket`() async throws {
    try await expectGate(
      manager: "pre-commit", install: ["install", "--hook-type", "pre-push"],
      files: [".pre-commit-config.yaml": Self.preCommit])
  }

  @Test(.enabled(if: HookManagerProgram.isInstalled("lefthook"), "no lefthook; run: scripts/install-hook-managers"))
  func `lefthook stops the push of a release with an unplanned ticket`() async throws {
    try await expectGate(
      manager: "lefthook", install: ["install"],
      files: [
        "lefthook.yml": Self.lefthook, ".lefthook/pre-push/relscope-pre-push": "exec relscope hook pre-push \"$@\"\n",
      ])
  }

  private func expectGate(manager: String, install: [String], files: [String: String]) async throws {
    let repository = try await GitRepository.passing(name: "shop with blanks")
    let server = try await repository.clone(bare: true, branch: "main")
    try await server.git("update-ref", "-d", "refs/heads/release/2.4.0")
    try await repository.git("remote", "add", "origin", server.path)
    try await repository.git("fetch", "--quiet", "origin")
    for (file, contents) in files { try repository.write(file, contents) }
    let programs = URL(fileURLWithPath: try BuiltProgram.path("relscope")).deletingLastPathComponent().path
    let search = [programs, HookManagerProgram.folder, repository.environment.variables["PATH"] ?? ""]
    let path: [String: String?] = ["PATH": search.joined(separator: ":")]
    let installed = try await Program(
      HookManagerProgram.folder + "/" + manager, environment: repository.environment.setting(path)
    ).run(install, in: repository.path)
    try #require(installed.status == 0, "\(installed)")

    let good = try await repository.run(["push", "origin", "release/2.4.0"], setting: path)
    #expect(good.status == 0, "\(good)")
    let pushed = try await server.id(of: "release/2.4.0")
    #expect(try await repository.id(of: "release/2.4.0") == pushed)

    try await repository.commit("SHOP-9 Accept two vouchers", files: ["voucher.js": "2\n"])
    let bad = try await repository.run(["push", "origin", "release/2.4.0"], setting: path)
    #expect(bad.status == 1, "\(bad)")
    #expect((bad.output + bad.errors).contains("SHOP-9"), "\(bad)")
    #expect(try await server.id(of: "release/2.4.0") == pushed)

    try await repository.checkout(new: "feature/SHOP-9")
    let ordinary = try await repository.run(["push", "origin", "feature/SHOP-9"], setting: path)
    #expect(ordinary.status == 0, "\(ordinary)")
  }
}
