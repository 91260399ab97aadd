import TestSupport
import Testing

/// Two people with keys of their own, two clones and a server.
struct ApprovalTests {
  private typealias Answer = ApprovedRelease.Answer

  @Test func `two approvals that were pushed let a release pass, wherever they are fetched`() async throws {
    let release = try await ApprovedRelease()
    let before = try await release.answer()
    #expect(before.status == 1, "\(before)")
    #expect(before.words == ["tech-lead missing", "release-developer missing"])
    #expect(before.rules == ["approval-missing"])
    try await release.approveAndPush()
    try await release.update(.lead)
    try await release.update(.dev)
    for someone in ApprovedRelease.Someone.allCases {
      let answer = try await release.answer(someone)
      #expect(answer.status == 0, "\(answer)")
      #expect(answer.words == Answer.held)
    }
  }

  @Test func `two people may approve at once, and neither approval is lost`() async throws {
    let release = try await ApprovedRelease()
    try await release.approve(.lead)
    try await release.approve(.dev, "--push")
    try await release.approve(.lead, "--push")
    try await release.update(.dev)
    let answer = try await release.answer()
    #expect(answer.words == Answer.held, "\(answer)")
  }

  @Test func `the hook before a merge asks for approvals of what is merged`() async throws {
    let release = try await ApprovedRelease()
    let lead = try release.clone(of: .lead)
    let installed = try await release.run("hooks", "install", "pre-merge-commit", as: .lead)
    #expect(installed.status == 0, "\(installed)")
    try await lead.checkout("main")
    let refused = try await lead.run(["merge", "--no-ff", "--no-edit", "origin/\(ApprovedRelease.branch)"])
    #expect(refused.status != 0, "\(refused)")
    #expect(refused.errors.contains("approval-missing"), "\(refused)")
    try await lead.git("merge", "--abort")
    try await lead.checkout(ApprovedRelease.branch)
    try await release.approveAndPush()
    try await release.update(.lead)
    try await lead.checkout("main")
    let merged = try await lead.run(["merge", "--no-ff", "--no-edit", "origin/\(ApprovedRelease.branch)"])
    #expect(merged.status == 0, "\(merged)")
  }

  @Test(arguments: ["merge", "squash"])
  func `a server takes a merge with approvals that come in the same push`(_ way: String) async throws {
    let release = try await ApprovedRelease()
    let lead = try release.clone(of: .lead)
    let hook = try await Relscope(for: release.server).run(
      ["hooks", "install", "--server", "pre-receive"], in: release.server.path)
    #expect(hook.status == 0, "\(hook)")
    try await release.approve(.dev, "--push")
    try await release.approve(.lead)
    try await lead.checkout("main")
    if way == "merge" {
      try await lead.merge("origin/\(ApprovedRelease.branch)", message: "Merge branch 'release/2.4.0'")
    } else {
      try await lead.git("merge", "--quiet", "--squash", "origin/\(ApprovedRelease.branch)")
      try await lead.git("commit", "--quiet", "-m", "SHOP-1 Release 2.4.0")
    }
    let alone = try await lead.run(["push", "origin", "main"])
    if way == "merge" {
      #expect(alone.status != 0, "\(alone)")
      #expect(alone.errors.contains("approval-missing"), "\(alone)")
    }
    try await lead.git("fetch", "--quiet", "origin", "+refs/notes/relscope-*:refs/notes/origin/relscope-*")
    try await lead.git(
      "notes", "--ref=relscope-approvals", "merge", "--quiet", "-s", "cat_sort_uniq",
      "refs/notes/origin/relscope-approvals")
    let both = try await lead.run(["push", "--atomic", "origin", "main", ApprovedRelease.notes])
    #expect(both.status == 0, "\(both)")
  }

  @Test(arguments: ["commit", "amend", "rebase"])
  func `an approval does not follow a head that moves`(_ event: String) async throws {
    let release = try await ApprovedRelease()
    try await release.approveAndPush()
    try await release.update(.dev)
    let dev = try release.clone(of: .dev)
    switch event {
    case "commit": try await dev.commit("SHOP-1 One more", files: ["more.js": "more\n"])
    case "amend": try await dev.git("commit", "--quiet", "--amend", "-m", "SHOP-1 Keep the cart of guests")
    default:
      try await dev.checkout("main")
      try await dev.commit("SHOP-1 On main", files: ["main.js": "main\n"])
      try await dev.checkout(ApprovedRelease.branch)
      try await dev.git(["-c", "notes.rewriteRef=refs/notes/*", "rebase", "--quiet", "main"])
    }
    let answer = try await release.answer()
    #expect(answer.status == 1, "\(answer)")
    #expect(answer.words.isDisjoint(with: Answer.held), "\(answer)")
    guard event == "commit" else { return }
    #expect(answer.words == ["tech-lead void head", "release-developer void head"], "\(answer)")
    let message = try #require(answer.messages.first { $0.hasPrefix("tech-lead: lead@example.com approved ") })
    #expect(message.hasSuffix("(1 commit later: SHOP-1 One more)"), "\(message)")
  }

  @Test func `a note that is copied to another commit approves nothing`() async throws {
    let release = try await ApprovedRelease()
    try await release.approveAndPush()
    try await release.update(.dev)
    let dev = try release.clone(of: .dev)
    try await dev.git("notes", "--ref=relscope-approvals", "merge", "--quiet", "refs/notes/origin/relscope-approvals")
    try await dev.commit("SHOP-1 One more", files: ["more.js": "more\n"])
    try await dev.git("notes", "--ref=relscope-approvals", "copy", "--force", "HEAD~1", "HEAD")
    let answer = try await release.answer()
    #expect(answer.status == 1, "\(answer)")
    #expect(answer.words.contains("tech-lead void note"), "\(answer)")
    #expect(answer.words.isDisjoint(with: Answer.held), "\(answer)")
  }

  @Test(arguments: [("main.js", "main\n", true), ("both.txt", "1 of main\n2\n3\n4\n5\n", false)])
  func `a base that moves leaves approvals alone unless it changes what the release changes`(
    file: String, contents: String, isHeld: Bool
  ) async throws {
    let release = try await ApprovedRelease()
    try await release.approveAndPush()
    let dev = try release.clone(of: .dev)
    try await dev.checkout("main")
    try await dev.commit("SHOP-1 On main", files: [file: contents])
    try await dev.git("push", "--quiet", "origin", "main")
    try await dev.checkout(ApprovedRelease.branch)
    try await release.update(.dev)
    let answer = try await release.answer()
    #expect(answer.status == (isHeld ? 0 : 1), "\(answer)")
    #expect(
      answer.words == (isHeld ? Answer.held : ["tech-lead void base", "release-developer void base"]), "\(answer)")
  }

  @Test func `a scope that changes takes its approvals with it`() async throws {
    let release = try await ApprovedRelease()
    try await release.approveAndPush()
    let dev = try release.clone(of: .dev)
    try await dev.checkout("main")
    let waiver =
      "waivers: [{rule: missing-ticket, ticket: PAY-2, reason: later, approver: qa, expires: 2100-01-01}]\n"
    let policy = try await dev.git("show", "main:.relscope.yml")
    try await dev.commit(
      "SHOP-900 Plan more",
      files: [
        "releases/2.4.0.json": ReleaseFixture.manifest(["SHOP-1", "PAY-2"]), ".relscope.yml": policy + "\n" + waiver,
      ])
    try await dev.git("push", "--quiet", "origin", "main")
    try await dev.checkout(ApprovedRelease.branch)
    try await release.update(.dev)
    let answer = try await release.answer()
    #expect(answer.words == ["tech-lead void scope", "release-developer void scope"], "\(answer)")
    #expect(answer.rules == ["approval-void"], "\(answer)")
  }

  @Test func `without the ref of the notes nobody has approved`() async throws {
    let release = try await ApprovedRelease()
    try await release.approveAndPush()
    try await release.server.git("update-ref", "-d", ApprovedRelease.notes)
    let clone = try await release.server.clone(branch: ApprovedRelease.branch)
    let result = try await Relscope(for: clone).run(["check", "--format", "json"], in: clone.path)
    let answer = try Answer(CheckOutcome(result: result))
    #expect(answer.words == ["tech-lead missing", "release-developer missing"], "\(answer)")
    #expect(result.output.contains("+refs/notes/relscope-*:refs/notes/origin/relscope-*"), "\(result)")
  }

  @Test func `thousands of lines are not looked through, and nothing passes`() async throws {
    let release = try await ApprovedRelease()
    try await release.approveAndPush()
    try await release.update(.dev)
    let dev = try release.clone(of: .dev)
    let lines = (0..<5_000).map { "line \($0)\n" }.joined()
    try await dev.git("notes", "--ref=relscope-approvals", "add", "--force", "-F", "-", "HEAD", input: lines)
    let answer = try await release.answer()
    #expect(answer.status == 2, "\(answer)")
  }

  @Test func `what somebody approved he can take back`() async throws {
    let release = try await ApprovedRelease()
    try await release.approveAndPush()
    try await release.approve(.lead, "--revoke", "--push")
    try await release.update(.dev)
    let answer = try await release.answer()
    #expect(answer.words == ["tech-lead void revoked", "release-developer held"], "\(answer)")
    #expect(answer.status == 1)
  }
}
