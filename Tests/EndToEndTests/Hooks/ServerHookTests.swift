import Foundation
import TestSupport
import Testing

/// What a server takes, by real pushes to a bare repository.
struct ServerHookTests {
  @Test(arguments: ["pre-receive", "update"], [true, false])
  func `judges a release branch before it is accepted`(hook: String, isRight: Bool) async throws {
    let gated = try await GatedRepository(isRight: isRight)
    try await gated.installOnServer(hook)
    let push = try await gated.git("push", "origin", "release/2.4.0")
    #expect((push.status == 0) == isRight, "\(push)")
    let remote = push.errors.split(separator: "\n").filter { $0.hasPrefix("remote: ") }
    #expect(remote.contains { $0.contains("unplanned-ticket: SHOP-9") } == !isRight)
    // git fills its lines up with blanks.
    #expect(remote.allSatisfy { String($0).trimmingCharacters(in: .whitespaces).count < 80 }, "\(push)")
  }

  @Test(arguments: ["pre-receive", "update"], [true, false])
  func `judges a merge into the base with everything`(hook: String, isRight: Bool) async throws {
    let gated = try await GatedRepository(isRight: isRight)
    try await gated.installOnServer(hook)
    try await gated.clone.checkout("main")
    try await gated.clone.commit("SHOP-50 Ordinary work", files: ["z": "z"])
    #expect(try await gated.git("push", "origin", "main", "HEAD:refs/heads/feature/x").status == 0)
    try await gated.clone.merge("release/2.4.0", message: "Merge branch 'release/2.4.0'")
    let push = try await gated.git("push", "origin", "main")
    #expect((push.status == 0) == isRight, "\(push)")
    #expect(push.errors.contains("missing-ticket: PAY-2") == !isRight)
  }

  @Test(arguments: [("pre-receive", false), ("update", true)])
  func `takes all refs or none, or each by itself`(hook: String, takesTheOther: Bool) async throws {
    let gated = try await GatedRepository(isRight: false)
    try await gated.installOnServer(hook)
    let push = try await gated.git("push", "origin", "main:refs/heads/feature/x", "release/2.4.0")
    #expect(push.status != 0)
    #expect(try await gated.server.git("for-each-ref", "refs/heads/feature/x").isEmpty == !takesTheOther)
    #expect(try await gated.server.git("for-each-ref", "refs/heads/release").isEmpty)
  }

  @Test func `takes no release that it has no manifest for`() async throws {
    let gated = try await GatedRepository(isRight: true)
    try await gated.installOnServer("pre-receive")
    let push = try await gated.git("push", "origin", "HEAD:refs/heads/release/9.9.9")
    #expect(push.status != 0)
    #expect(push.errors.contains("releases/9.9.9.json"), "\(push)")
  }

  @Test func `takes the first history of an empty server`() async throws {
    let gated = try await GatedRepository(isRight: false)
    let empty = try await GitRepository(bare: true)
    let result = try await Relscope(for: empty).run(["hooks", "install", "--server"], in: empty.path)
    #expect(result.status == 0, "\(result)")
    #expect(try await gated.git("push", empty.path, "main").status == 0)
    #expect(try await gated.git("push", empty.path, "release/2.4.0").status != 0)
  }
}
