import Foundation
import TestSupport
import Testing

/// What `pre-push` lets out, by real pushes.
struct PushHookTests {
  @Test(arguments: [true, false])
  func `judges a release branch by what should not be there`(isRight: Bool) async throws {
    let gated = try await GatedRepository(isRight: isRight)
    try await gated.install("pre-push")
    let push = try await gated.git("push", "origin", "release/2.4.0")
    #expect((push.status == 0) == isRight, "\(push)")
    #expect(push.errors.contains("unplanned-ticket: SHOP-9") == !isRight)
    #expect(!push.errors.contains("missing-ticket"))
    #expect(push.errors.contains("relscope check --base origin/main --release release/2.4.0") == !isRight)
  }

  @Test(arguments: [
    ["HEAD:refs/heads/release/2.4.0"], ["HEAD~0:refs/heads/release/2.4.0"], ["--force", "release/2.4.0"],
    ["--dry-run", "release/2.4.0"], ["main", "release/2.4.0"], ["release/2.4.0:refs/heads/hotfix/2.4.0"],
  ])
  func `judges by the remote name, in every form of a push`(arguments: [String]) async throws {
    let gated = try await GatedRepository(isRight: false)
    try await gated.install("pre-push")
    let push = try await gated.clone.run(["push", "origin"] + arguments)
    #expect(push.status != 0, "\(push)")
    #expect(push.errors.contains("unplanned-ticket: SHOP-9"), "\(push)")
    #expect(try await gated.server.git("for-each-ref", "refs/heads/release", "refs/heads/hotfix").isEmpty)
  }

  @Test func `lets a push of several good refs out, and none when one is bad`() async throws {
    let gated = try await GatedRepository(isRight: true)
    try await gated.install("pre-push")
    try await gated.clone.git("branch", "feature/SHOP-1")
    #expect(try await gated.git("push", "origin", "feature/SHOP-1", "release/2.4.0").status == 0)
    try await gated.clone.commit("Tidy up", files: ["x": "y"])
    try await gated.clone.git("branch", "feature/SHOP-3")
    let push = try await gated.git("push", "origin", "feature/SHOP-3", "release/2.4.0")
    #expect(push.status != 0)
    #expect(push.errors.contains("untracked-commit"))
    #expect(try await gated.server.git("for-each-ref", "refs/heads/feature/SHOP-3").isEmpty)
  }

  @Test func `does not touch other branches, deletions and a push of nothing`() async throws {
    let gated = try await GatedRepository(isRight: false)
    #expect(try await gated.git("push", "origin", "release/2.4.0").status == 0)
    try await gated.install("pre-push")
    for arguments in [
      ["HEAD:refs/heads/feature/x"], ["HEAD:refs/notes/x"], [":release/2.4.0"], ["main"], ["--tags"],
    ] {
      let push = try await gated.clone.run(["push", "origin"] + arguments)
      #expect(push.status == 0, "\(push)")
    }
  }

  @Test(arguments: [true, false])
  func `judges an annotated release tag as its commit, with everything that is missing`(isRight: Bool) async throws {
    let gated = try await GatedRepository(isRight: isRight)
    try await gated.install("pre-push")
    try await gated.clone.tag("v2.4.0", message: "Release 2.4.0")
    try await gated.clone.tag("nightly")
    #expect(try await gated.git("push", "origin", "nightly").status == 0)
    let push = try await gated.git("push", "origin", "v2.4.0")
    #expect((push.status == 0) == isRight, "\(push)")
    #expect(push.errors.contains("missing-ticket: PAY-2") == !isRight)
  }

  @Test(arguments: [true, false])
  func `judges a push to the base as the merge that it brings`(isRight: Bool) async throws {
    let gated = try await GatedRepository(isRight: isRight)
    try await gated.install("pre-push")
    try await gated.clone.checkout("main")
    try await gated.clone.commit("SHOP-50 Ordinary work", files: ["z": "z"])
    #expect(try await gated.git("push", "origin", "main").status == 0)
    try await gated.clone.merge("release/2.4.0", message: "Merge branch 'release/2.4.0'")
    let push = try await gated.git("push", "origin", "main")
    #expect((push.status == 0) == isRight, "\(push)")
    #expect(push.errors.contains("missing-ticket: PAY-2") == !isRight)
    // The same when the branch is gone, as after a merge by a forge.
    try await gated.clone.git("branch", "-D", "release/2.4.0")
    #expect((try await gated.git("push", "--force", "origin", "main").status == 0) == isRight)
  }

  @Test func `lets --no-verify and a reason pass, and keeps the reason`() async throws {
    let gated = try await GatedRepository(isRight: false)
    try await gated.install("pre-push")
    #expect(try await gated.git("push", "origin", "release/2.4.0", setting: ["RELSCOPE_SKIP": " "]).status != 0)
    let skipped = try await gated.git(
      "push", "origin", "release/2.4.0", setting: ["RELSCOPE_SKIP": "QA\nasked \u{1B}[31mfor it"])
    #expect(skipped.status == 0, "\(skipped)")
    #expect(skipped.errors.contains("relscope: pre-push skipped: QA"))
    let log = try String(contentsOfFile: gated.clone.path + "/.git/relscope/skips.log", encoding: .utf8)
    #expect(log.split(separator: "\n").count == 1)
    #expect(!log.contains("\u{1B}"))
    #expect(log.contains(" pre-push QA"))
    let status = try await Relscope(for: gated.clone).run(["hooks", "status"], in: gated.clone.path)
    #expect(status.output.contains("pre-push QA"))
    #expect(try await gated.git("push", "--no-verify", "origin", "release/2.4.0:refs/heads/release/2.4.1").status == 0)
  }

  @Test(arguments: ["warn", "block"])
  func `lets the policy decide about a release without a manifest`(choice: String) async throws {
    let gated = try await GatedRepository(isRight: true, policy: "hooks: {pre-push: {without-manifest: \(choice)}}\n")
    try await gated.install("pre-push")
    let push = try await gated.git("push", "origin", "HEAD:refs/heads/release/9.9.9")
    #expect((push.status == 0) == (choice == "warn"), "\(push)")
    #expect(push.errors.contains("releases/9.9.9.json"))
  }

  @Test func `lets nothing out when the program is gone or the policy is wrong`() async throws {
    let gated = try await GatedRepository(isRight: true)
    try await gated.install("pre-push")
    try await gated.clone.checkout("main")
    try await gated.clone.commit("SHOP-51 Break the policy", files: [".relscope.yml": "bass: main\n"])
    try await gated.clone.git("push", "--quiet", "origin", "main")
    let wrong = try await gated.git("push", "origin", "release/2.4.0")
    #expect(wrong.status != 0)
    #expect(wrong.errors.contains("did you mean 'base'?"), "\(wrong)")
    #expect(try await gated.git("push", "origin", "HEAD:refs/heads/feature/y").status == 0)

    let hook = gated.clone.path + "/.git/hooks/pre-push"
    let text = try String(contentsOfFile: hook, encoding: .utf8)
    try #require(text.contains("relscope='"))
    try TemporaryFolder.write(
      Data(text.replacing("relscope='", with: "relscope='/gone", maxReplacements: 1).utf8), to: hook)
    let gone = try await gated.git("push", "origin", "HEAD:refs/heads/feature/z")
    #expect(gone.status != 0)
    #expect(gone.errors.contains("cannot be run"), "\(gone)")
  }
}
