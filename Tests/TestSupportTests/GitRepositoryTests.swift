import TestSupport
import Testing

struct GitRepositoryTests {
  /// A history with everything that the builder makes; the names of all refs and the ids of all commits.
  private func history() async throws -> String {
    let repository = try await GitRepository()
    let first = try await repository.commit("SHOP-1 Add the cart\n\nWith a body.", files: ["cart/cart.txt": "1\n"])
    try await repository.checkout(new: "release/2.4.0")
    try await repository.checkout(new: "feature/SHOP-2")
    let second = try await repository.commit("Sort the cart", files: ["sort.txt": "1\n"], author: .milan)
    try await repository.checkout("release/2.4.0")
    try await repository.merge("feature/SHOP-2")
    try await repository.revert(second)
    try await repository.commit(bytes: Array("SHOP-3 caf".utf8) + [0xE9, 0x00, 0x21], encoding: "ISO-8859-1")
    try await repository.checkout("main")
    try await repository.cherryPick(second, recordOrigin: true)
    try await repository.commit("SHOP-4 Remove the cart", removing: ["cart/cart.txt"], date: "2001-02-03T04:05:06Z")
    try await repository.tag("v2.3.0", at: first, message: "2.3.0")
    return try await repository.git("for-each-ref", "--format=%(refname) %(objectname)")
  }

  @Test func `makes the same object ids at each run`() async throws {
    let once = try await history()
    let again = try await history()
    #expect(once == again)
    expectGolden(once + "\n", named: "refs.txt")
  }

  @Test func `dates each commit one minute after the one before it`() async throws {
    let repository = try await GitRepository()
    for number in 1...3 { try await repository.commit("SHOP-\(number)") }
    let dates = try await repository.git("log", "--reverse", "--format=%aI %cI")
    #expect(
      dates == """
        2026-11-02T09:00:00+00:00 2026-11-02T09:00:00+00:00
        2026-11-02T09:01:00+00:00 2026-11-02T09:01:00+00:00
        2026-11-02T09:02:00+00:00 2026-11-02T09:02:00+00:00
        """)
  }

  @Test func `keeps the bytes of a message`() async throws {
    let repository = try await GitRepository()
    let message = Array("SHOP-1 caf".utf8) + [0xE9, 0x00, 0xFF]
    let id = try await repository.commit(bytes: message, encoding: "ISO-8859-1")
    let object = try await repository.run(["cat-file", "commit", id])
    #expect(Array(object.outputBytes.suffix(message.count)) == message)
    #expect(object.output.contains("\nencoding ISO-8859-1\n\n"))
  }

  @Test func `does not see the variables of a hook`() async throws {
    let repository = try await GitRepository(
      cleaning: CleanEnvironment(home: "/nowhere").variables.merging(
        ["GIT_DIR": "/nowhere", "GIT_INDEX_FILE": "/nowhere/index", "GIT_AUTHOR_NAME": "Somebody"]) { $1 })
    try await repository.commit("SHOP-1 Add the cart", files: ["a.txt": "a\n"])
    let author = try await repository.git("log", "--format=%an")
    #expect(author == "Dana Weber")
    let inherited = repository.environment.variables.keys.filter { $0.hasPrefix("GIT_") }.sorted()
    #expect(inherited == ["GIT_CONFIG_NOSYSTEM", "GIT_TERMINAL_PROMPT"])
  }

  @Test func `says why git failed`() async throws {
    let repository = try await GitRepository()
    let failure = await #expect(throws: ProgramFailure.self) { try await repository.git("checkout", "nowhere") }
    #expect(failure?.errors == "error: pathspec 'nowhere' did not match any file(s) known to git\n")
    let result = try await repository.run(["checkout", "nowhere"])
    #expect(result.status == 1)
  }

  @Test func `makes every kind of copy`() async throws {
    let repository = try await GitRepository(name: "web shop")
    for number in 1...3 { try await repository.commit("SHOP-\(number)", files: ["\(number).txt": "\(number)\n"]) }
    try await repository.git("branch", "release/2.4.0")
    let shallow = try await repository.clone(depth: 1)
    #expect(try await shallow.git("rev-list", "--count", "HEAD") == "1")
    #expect(try await repository.clone(bare: true).git("rev-parse", "--is-bare-repository") == "true")
    let partial = try await repository.clone(filter: "tree:0")
    #expect(try await partial.git("rev-list", "--objects", "--missing=print", "--all").contains("\n?"))
    let sharing = try await repository.clone(shared: true)
    #expect(try await sharing.git("count-objects", "-v").contains("alternate: "))
    let worktree = try await repository.addWorktree("release/2.4.0")
    #expect(try await worktree.git("branch", "--show-current") == "release/2.4.0")
  }
}
