import Foundation
import TestSupport
import Testing

/// A clone of a server, with hooks of relscope in it.
struct GatedRepository {
  let server: GitRepository
  let clone: GitRepository

  /// - Parameters:
  ///   - isRight: Whether the release branch, which is checked out, holds what its manifest says. Else it has a ticket
  ///     too many, SHOP-9, and lacks PAY-2.
  ///   - policy: Lines that follow the usual policy.
  init(isRight: Bool, policy: String = "") async throws {
    clone = try await GitRepository.planning(["SHOP-1", "PAY-2"], policy: ReleaseFixture.policy + policy)
    try await clone.commit("SHOP-1 Keep the cart", files: ["cart.js": "keep\n"])
    try await clone.commit("\(isRight ? "PAY-2" : "SHOP-9") Refund", files: ["pay.js": "refund\n"])
    server = try await clone.clone(bare: true)
    for branch in try await server.git("for-each-ref", "--format=%(refname:short)", "refs/heads").split(separator: "\n")
    where branch != "main" {
      try await server.git("update-ref", "-d", "refs/heads/\(branch)")
    }
    try await server.git("symbolic-ref", "HEAD", "refs/heads/main")
    try await clone.git("remote", "add", "origin", server.path)
    try await clone.git("fetch", "--quiet", "origin")
  }

  func install(_ hooks: String...) async throws {
    let result = try await Relscope(for: clone).run(["hooks", "install"] + hooks, in: clone.path)
    try #require(result.status == 0, "\(result)")
  }

  func installOnServer(_ hook: String) async throws {
    let result = try await Relscope(for: server).run(["hooks", "install", "--server", hook], in: server.path)
    try #require(result.status == 0, "\(result)")
  }

  func git(_ arguments: String..., setting: [String: String?] = [:]) async throws -> ProgramResult {
    try await clone.run(arguments, setting: setting)
  }

  func tip(_ branch: String) async throws -> String { try await clone.id(of: branch) }
}
