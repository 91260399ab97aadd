import TestSupport
import Testing

/// Real pushes to a bare server through the hooks pre-receive and update.
struct ServerHookTests {
  static let hooks = ["pre-receive", "update"]

  /// The lines that the server sent, which have to fit in 80 columns.
  private func expectNarrow(_ push: ProgramResult, sourceLocation: SourceLocation = #_sourceLocation) {
    let lines = push.errors.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("remote:") }
    #expect(!lines.isEmpty, "\(push)", sourceLocation: sourceLocation)
    for line in lines {
      // Git fills each up with blanks.
      let width = line.reversed().drop { $0 == " " }.count
      #expect(width < 80, "\(line)", sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: hooks)
  func `rejects a release branch with a ticket too many`(hook: String) async throws {
    let repository = try await GitRepository.mismatched()
    let server = try await repository.addServer()
    try await server.installHook(hook)
    let push = try await repository.push("release/2.4.0")
    #expect(push.status != 0)
    #expect(push.errors.contains("SHOP-9"), "\(push)")
    expectNarrow(push)
    #expect(try await server.branches() == ["main"])
  }

  @Test(arguments: hooks)
  func `accepts a right release branch, and one that is not finished`(hook: String) async throws {
    for repository in [try await GitRepository.passing(), try await GitRepository.unfinished()] {
      let server = try await repository.addServer()
      try await server.installHook(hook)
      let push = try await repository.push("release/2.4.0")
      #expect(push.status == 0, "\(push)")
      #expect(try await server.id(of: "release/2.4.0") == repository.id(of: "release/2.4.0"))
    }
  }

  @Test(arguments: hooks)
  func `judges what a release branch becomes, also by force`(hook: String) async throws {
    let repository = try await GitRepository.passing()
    let server = try await repository.addServer()
    try await server.installHook(hook)
    let first = try await repository.push("HEAD~1:refs/heads/release/2.4.0")
    #expect(first.status == 0, "\(first)")
    let second = try await repository.push("release/2.4.0")
    #expect(second.status == 0, "\(second)")
    let right = try await repository.id(of: "HEAD")
    try await repository.git("commit", "--quiet", "--amend", "--message", "SHOP-9 Accept two vouchers")
    let forced = try await repository.push("--force", "release/2.4.0")
    #expect(forced.status != 0)
    #expect(forced.errors.contains("SHOP-9"), "\(forced)")
    #expect(try await server.id(of: "release/2.4.0") == right)
  }

  @Test(arguments: hooks)
  func `rejects a push of main that merges a release which lacks a ticket`(hook: String) async throws {
    let repository = try await GitRepository.unfinished()
    let server = try await repository.addServer()
    try await server.installHook(hook)
    try await repository.checkout("main")
    try await repository.merge("release/2.4.0")
    let push = try await repository.push("main")
    #expect(push.status != 0)
    #expect(push.errors.contains("SHOP-4"), "\(push)")
    expectNarrow(push)
    #expect(try await server.id(of: "main") == repository.id(of: "main^1"))
  }

  @Test(arguments: hooks)
  func `accepts a push of main that merges a right release`(hook: String) async throws {
    let repository = try await GitRepository.passing()
    let server = try await repository.addServer()
    try await server.installHook(hook)
    try await repository.checkout("main")
    try await repository.merge("release/2.4.0")
    let push = try await repository.push("main")
    #expect(push.status == 0, "\(push)")
    #expect(try await server.id(of: "main") == repository.id(of: "main"))
  }

  @Test(arguments: hooks)
  func `judges a release branch of the server that is pushed as main`(hook: String) async throws {
    for (repository, passes) in [(try await GitRepository.passing(), true), (try await .unfinished(), false)] {
      let server = try await repository.addServer()
      try await server.installHook(hook)
      let branch = try await repository.push("release/2.4.0")
      #expect(branch.status == 0, "\(branch)")
      let push = try await repository.push("release/2.4.0:main")
      #expect((push.status == 0) == passes, "\(push)")
      #expect(push.errors.contains("SHOP-4") == !passes, "\(push)")
    }
  }

  @Test(arguments: hooks)
  func `judges a release tag`(hook: String) async throws {
    for (repository, passes) in [(try await GitRepository.passing(), true), (try await .unfinished(), false)] {
      let server = try await repository.addServer()
      try await server.installHook(hook)
      try await repository.tag("v2.4.0", message: "Release 2.4.0")
      let push = try await repository.push("v2.4.0")
      #expect((push.status == 0) == passes, "\(push)")
      #expect(push.errors.contains("SHOP-4") == !passes, "\(push)")
    }
  }

  @Test(arguments: hooks)
  func `says nothing about feature branches, ordinary commits to main and deletions`(hook: String) async throws {
    let repository = try await GitRepository.mismatched()
    let server = try await repository.addServer()
    try await repository.git("push", "--quiet", "origin", "release/2.4.0")
    try await server.installHook(hook)
    try await repository.checkout("main")
    try await repository.commit("SHOP-50 Write down how to start", files: ["START.md": "make\n"])
    let pushes = [
      ["release/2.4.0:refs/heads/feature/SHOP-9-vouchers"], ["main"], [":release/2.4.0"], [":feature/SHOP-9-vouchers"],
    ]
    for refspecs in pushes {
      let push = try await repository.run(["push", "--quiet", "origin"] + refspecs)
      #expect(push.status == 0)
      #expect(push.errors.isEmpty, "\(push)")
    }
    #expect(try await server.branches() == ["main"])
  }

  @Test func `pre-receive rejects all for one that is bad`() async throws {
    let repository = try await GitRepository.mismatched()
    let server = try await repository.addServer()
    try await server.installHook("pre-receive")
    let push = try await repository.push("HEAD~1:refs/heads/feature/SHOP-1-cart", "release/2.4.0")
    #expect(push.status != 0)
    #expect(push.errors.contains("SHOP-9"), "\(push)")
    #expect(try await server.branches() == ["main"])
  }

  @Test func `update rejects only the one that is bad`() async throws {
    let repository = try await GitRepository.mismatched()
    let server = try await repository.addServer()
    try await server.installHook("update")
    let push = try await repository.push("HEAD~1:refs/heads/feature/SHOP-1-cart", "release/2.4.0")
    #expect(push.status != 0)
    #expect(push.errors.contains("SHOP-9"), "\(push)")
    #expect(try await server.branches() == ["feature/SHOP-1-cart", "main"])
  }

  @Test(arguments: hooks)
  func `goes by the policy and the manifest of the server's main`(hook: String) async throws {
    let repository = try await GitRepository.mismatched()
    let server = try await repository.addServer()
    try await server.installHook(hook)
    // The branch plans what it holds, and the main of the one who pushes does too.
    let manifest = ReleaseFixture.manifest(["SHOP-1", "SHOP-9"])
    for branch in ["main", "release/2.4.0"] {
      try await repository.checkout(branch)
      try await repository.commit("SHOP-900 Plan SHOP-9", files: ["releases/2.4.0.json": manifest])
    }
    let push = try await repository.push("release/2.4.0")
    #expect(push.status != 0)
    #expect(push.errors.contains("SHOP-9"), "\(push)")
    #expect(try await server.branches() == ["main"])
  }

  @Test(arguments: hooks)
  func `lets a new repository start`(hook: String) async throws {
    let repository = try await GitRepository.passing()
    let server = try await GitRepository(bare: true)
    try await server.installHook(hook)
    let push = try await repository.run(["push", "--quiet", server.path, "main"])
    #expect(push.status == 0, "\(push)")
    #expect(try await server.branches() == ["main"])
  }
}
