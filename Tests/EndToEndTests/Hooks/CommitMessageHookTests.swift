import TestSupport
import Testing

/// Messages of commits through the hook commit-msg.
struct CommitMessageHookTests {
  /// A repository that plans SHOP-12, with the hook, on a branch that starts at main.
  private func repository(on branch: String) async throws -> GitRepository {
    let repository = try await GitRepository.planning(["SHOP-12"])
    if branch != "release/2.4.0" { try await repository.checkout(new: branch, at: "main") }
    try await repository.installHook("commit-msg")
    return repository
  }

  private func commit(
    _ message: String, in repository: GitRepository, _ options: String...
  ) async throws -> ProgramResult {
    try await repository.run(["commit", "--quiet", "--allow-empty", "--message", message] + options)
  }

  @Test(arguments: ["feature/SHOP-12-cart", "release/2.4.0"])
  func `refuses a message without a key`(branch: String) async throws {
    let repository = try await repository(on: branch)
    let head = try await repository.id(of: "HEAD")
    let commit = try await commit("Keep the cart", in: repository)
    #expect(commit.status != 0)
    #expect(!commit.errors.isEmpty)
    #expect(try await repository.id(of: "HEAD") == head)
  }

  /// Options of git, then of the commit, whose message is `#SHOP-12 Keep the cart` and a line more.
  @Test(arguments: [
    ([String](), ["--file", "message"], true), ([], ["--edit", "--file", "message"], false),
    (["-c", "commit.cleanup=strip"], ["--file", "message"], false),
    (["-c", "commit.cleanup=scissors"], ["--edit", "--file", "message"], true),
    (["-c", "core.commentChar=;"], ["--edit", "--file", "message"], true),
    (["-c", "core.commentChar=auto"], ["--edit", "--file", "message"], true),
    (["-c", "include.path=/COMMENTS"], ["--edit", "--file", "message"], true),
  ])
  func `sees the lines that git records`(options: [String], of commit: [String], passes: Bool) async throws {
    let repository = try await repository(on: "feature/SHOP-12-cart")
    let included = try repository.folder.write("comments", "[core]\n\tcommentChar = %\n")
    try repository.write("message", "#SHOP-12 Keep the cart\n\nFor a guest.\n")
    let options = options.map { $0.replacing("/COMMENTS", with: included) }
    let result = try await repository.run(options + ["commit", "--quiet", "--allow-empty"] + commit)
    #expect((result.status == 0) == passes, "\(result)")
    let subject = try await repository.git("log", "-1", "--format=%s")
    #expect((subject == "#SHOP-12 Keep the cart") == passes)
  }

  @Test func `shows planned tickets with their summaries, how many more there are, and the way on`() async throws {
    let repository = try await GitRepository.planning((1...11).map { "SHOP-\($0)" })
    try await repository.installHook("commit-msg")
    let refused = try await commit("Keep the cart", in: repository)
    #expect(refused.status != 0)
    #expect(
      refused.errors.contains("  planned: SHOP-1  Work on SHOP-1\n           SHOP-2  Work on SHOP-2\n"), "\(refused)")
    #expect(!refused.errors.contains("Work on SHOP-9"))
    let more = try #require(refused.errors.firstMatch(of: /and 3 more: (git show .*)/)).1
    let relscope = try Relscope(for: repository)
    let shown = try await relscope.run(shell: String(more), in: repository.path)
    #expect(shown.status == 0 && shown.output.contains("Work on SHOP-11"), "\(shown)")
    let command = try #require(refused.errors.firstMatch(of: /to go on with it, run: (git commit --edit --file .*)/)).1
    let editor = "sed -i '1s/^/SHOP-3 /'"
    let names = ["GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"]
    let setting = Dictionary(uniqueKeysWithValues: names.map { ($0, "d@example.com") })
      .merging(["GIT_EDITOR": editor]) { $1 }
    let run = try await relscope.run(shell: command + " --allow-empty", in: repository.path, setting: setting)
    #expect(run.status == 0, "\(run)")
    #expect(try await repository.git("log", "-1", "--format=%s") == "SHOP-3 Keep the cart")
  }

  @Test func `names the line to add`() async throws {
    let repository = try await repository(on: "feature/SHOP-12-cart")
    let commit = try await commit("Keep the cart", in: repository)
    #expect(commit.status != 0)
    #expect(commit.errors.contains("SHOP-12"), "\(commit)")
    #expect(commit.output.isEmpty, "\(commit)")
  }

  @Test(arguments: ["feature/SHOP-12-cart", "release/2.4.0"])
  func `says nothing about a message with a key`(branch: String) async throws {
    let repository = try await repository(on: branch)
    let messages = [
      "SHOP-12 Keep the cart", "Keep the cart\n\nTicket: SHOP-12", "Keep the cart\n\n- SHOP-12 and more",
    ]
    for message in messages {
      let commit = try await commit(message, in: repository)
      #expect(commit.status == 0)
      #expect(commit.errors.isEmpty, "\(commit)")
    }
  }

  @Test(arguments: ["main", "develop", "feature/search"])
  func `asks no key on other branches`(branch: String) async throws {
    let repository = try await repository(on: "develop")
    try await repository.git("checkout", "--quiet", "-B", branch)
    let commit = try await commit("Keep the cart", in: repository)
    #expect(commit.status == 0)
    #expect(commit.errors.isEmpty, "\(commit)")
  }

  @Test func `asks no key of a detached head`() async throws {
    let repository = try await repository(on: "feature/SHOP-12-cart")
    try await repository.git("checkout", "--quiet", "--detach")
    let commit = try await commit("Keep the cart", in: repository)
    #expect(commit.status == 0, "\(commit)")
  }

  @Test(arguments: ["feature/SHOP-12-cart", "release/2.4.0"])
  func `passes messages that git takes up again`(branch: String) async throws {
    let repository = try await repository(on: branch)
    for message in ["fixup! Keep the cart", "squash! Keep the cart", "squash! Keep the cart\n\nAnd more"] {
      let commit = try await commit(message, in: repository)
      #expect(commit.status == 0, "\(commit)")
    }
    try await repository.commit("SHOP-12 Keep the cart")
    try await repository.git("commit", "--quiet", "--allow-empty", "--fixup", "HEAD")
    #expect(try await repository.git("log", "-1", "--format=%s") == "fixup! SHOP-12 Keep the cart")
  }

  @Test(arguments: ["feature/SHOP-12-cart", "release/2.4.0"])
  func `passes reverts and merges`(branch: String) async throws {
    let repository = try await repository(on: branch)
    let id = try await repository.commit("SHOP-12 Keep the cart", files: ["cart.js": "keep\n"])
    let revert = try await commit("Revert \"Keep the cart\"\n\nThis reverts commit \(id).", in: repository)
    #expect(revert.status == 0, "\(revert)")
    try await repository.revert(id)
    try await repository.checkout(new: "topic", at: "main")
    try await repository.commit("Try a thing", files: ["try.js": "try\n"])
    try await repository.checkout(branch)
    let merge = try await repository.run(["merge", "--quiet", "--no-ff", "--no-edit", "topic"])
    #expect(merge.status == 0, "\(merge)")
  }

  @Test func `passes the commit that ends a conflict`() async throws {
    let repository = try await repository(on: "feature/SHOP-12-cart")
    try await repository.commit("SHOP-12 Describe the cart", files: ["README.md": "# Shop with carts\n"])
    try await repository.checkout(new: "topic", at: "main")
    try await repository.commit("Describe the shop", files: ["README.md": "# A shop\n"])
    try await repository.checkout("feature/SHOP-12-cart")
    let merge = try await repository.run(["merge", "--no-edit", "topic"])
    #expect(merge.output.contains("CONFLICT"), "\(merge)")
    try repository.write("README.md", "# A shop with carts\n")
    try await repository.git("add", "README.md")
    let commit = try await repository.run(["commit", "--quiet", "--message", "Bring the topic in"])
    #expect(commit.status == 0, "\(commit)")
  }

  @Test func `does not take comments for text`() async throws {
    let repository = try await repository(on: "feature/SHOP-12-cart")
    // Git itself writes "# On branch feature/SHOP-12-cart" for the editor.
    for message in ["Keep the cart", "Keep the cart\n\n# SHOP-12 is what this is for"] {
      let commit = try await commit(message, in: repository, "--edit")
      #expect(commit.status != 0, "\(commit)")
    }
    let keyed = try await commit("Keep the cart\n\n# What for:\nSHOP-12", in: repository, "--edit")
    #expect(keyed.status == 0, "\(keyed)")
  }

  @Test func `does not take comments in another character for text`() async throws {
    let repository = try await repository(on: "feature/SHOP-12-cart")
    try await repository.git("config", "core.commentChar", ";")
    let commit = try await commit("Keep the cart\n\n; SHOP-12 is what this is for", in: repository, "--edit")
    #expect(commit.status != 0, "\(commit)")
  }

  @Test func `does not take the diff below the scissors for text`() async throws {
    let repository = try await repository(on: "feature/SHOP-12-cart")
    try repository.write("notes.txt", "- SHOP-12\n\nSHOP-12\n")
    try await repository.git("add", "notes.txt")
    let commit = try await commit("Keep the cart", in: repository, "--edit", "--verbose")
    #expect(commit.status != 0, "\(commit)")
  }

  @Test(arguments: ["SHPO-12 Keep the cart", "Keep the shop-12 cart", "SHOP 12 Keep the cart"])
  func `suggests the ticket that was meant`(message: String) async throws {
    let repository = try await repository(on: "release/2.4.0")
    let commit = try await commit(message, in: repository)
    #expect(commit.status != 0)
    #expect(commit.errors.contains("SHOP-12"), "\(commit)")
  }

  @Test func `is skipped by --no-verify`() async throws {
    let repository = try await repository(on: "feature/SHOP-12-cart")
    let commit = try await commit("Keep the cart", in: repository, "--no-verify")
    #expect(commit.status == 0, "\(commit)")
  }

  @Test func `judges a commit in a linked worktree, and one that is amended`() async throws {
    let repository = try await repository(on: "feature/SHOP-12-cart")
    try await repository.checkout("main")
    let worktree = try await repository.addWorktree("feature/SHOP-12-cart")
    let refused = try await commit("Keep the cart", in: worktree)
    #expect(refused.status != 0)
    #expect(refused.errors.contains("SHOP-12"), "\(refused)")
    let passed = try await commit("SHOP-12 Keep the cart", in: worktree)
    #expect(passed.status == 0, "\(passed)")
    let amended = try await commit("Keep the cart", in: worktree, "--amend")
    #expect(amended.status != 0, "\(amended)")
  }
}
