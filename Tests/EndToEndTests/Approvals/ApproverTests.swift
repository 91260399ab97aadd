import TestSupport
import Testing

/// Who may approve, and what the commands say to those who may not.
struct ApproverTests {
  private typealias Answer = ApprovedRelease.Answer

  @Test func `the lead does not approve what he wrote`() async throws {
    let lead = Person(name: "Lead", email: "lead@Example.com")
    let release = try await ApprovedRelease(author: lead)
    try await release.approveAndPush()
    try await release.update(.dev)
    let answer = try await release.answer()
    #expect(answer.words == ["tech-lead void author", "release-developer held"], "\(answer)")
    #expect(answer.status == 1)
  }

  @Test func `one key under two names is one approval`() async throws {
    let release = try await ApprovedRelease { keys in
      ApprovedRelease.Someone.allCases.map { "\($0.email) \(keys[.lead] ?? "")\n" }.joined()
    }
    let lead = try release.clone(of: .lead)
    for role in ["tech-lead", "release-developer"] {
      let result = try await release.run("approve", "--yes", "--role", role, as: .lead)
      #expect(result.status == 0, "\(result)")
    }
    #expect(try await lead.git("notes", "--ref=relscope-approvals", "show", "HEAD").split(separator: "\n").count >= 2)
    let answer = try await release.answer(.lead)
    #expect(answer.words == ["tech-lead held", "release-developer void same-key"], "\(answer)")
    #expect(answer.status == 1)
  }

  @Test func `a signer whom the release itself brings approves nothing`() async throws {
    let release = try await ApprovedRelease { keys in "lead@example.com \(keys[.lead] ?? "")\n" }
    let dev = try release.clone(of: .dev)
    let refused = try await release.run("approve", "--yes", as: .dev)
    #expect(refused.status == 78, "\(refused)")
    #expect(refused.errors.contains("add to .relscope-signers on the base: dev@example.com"), "\(refused)")
    let line = try #require(refused.errors.split(separator: "\n").last { $0.contains(".relscope-signers") })
    let signer = try #require(line.split(separator: ": ", maxSplits: 1).last)
    try await dev.commit("SHOP-1 Add a signer", files: [".relscope-signers": "\(signer)\n"])
    let answer = try await release.answer()
    #expect(answer.rules.contains("untrusted-policy"), "\(answer)")
    let again = try await release.run("approve", "--yes", as: .dev)
    #expect(again.status == 78, "\(again)")
  }

  @Test func `an approval of the same commit in another repository is none here`() async throws {
    let release = try await ApprovedRelease()
    try await release.approveAndPush()
    let dev = try release.clone(of: .dev)
    try await dev.checkout("main")
    let policy = try await dev.git("show", "main:.relscope.yml")
    try await dev.commit(
      "SHOP-900 Be another repository",
      files: [".relscope.yml": policy.replacing("repository: web", with: "repository: shop") + "\n"])
    try await dev.git("push", "--quiet", "origin", "main")
    try await dev.checkout(ApprovedRelease.branch)
    try await release.update(.dev)
    let answer = try await release.answer()
    #expect(answer.words == ["tech-lead void repository", "release-developer void repository"], "\(answer)")
  }

  @Test func `approvals are shown with their reasons, and verified by the printed commands`() async throws {
    let release = try await ApprovedRelease()
    try await release.approve(.dev, "--push")
    let lacking = try await release.run("approvals", as: .dev)
    #expect(lacking.status == 1, "\(lacking)")
    #expect(lacking.output.contains("missing"), "\(lacking)")
    #expect(lacking.output.contains("relscope approve release/2.4.0 --role tech-lead --push"), "\(lacking)")
    try await release.approve(.lead, "--push")
    let shown = try await release.run("approvals", "--explain", as: .lead)
    #expect(shown.status == 0, "\(shown)")
    let script = try #require(shown.output.split(separator: "git show ", maxSplits: 1).last)
    let clone = try release.clone(of: .lead)
    let proof = try await Relscope(for: clone).run(shell: "git show \(script)", in: clone.path)
    for someone in ApprovedRelease.Someone.allCases {
      #expect(proof.output.contains("Good \"approval@relscope\" signature for \(someone.email)"), "\(proof)")
    }
  }

  @Test func `an old release is judged by the keys of its day`() async throws {
    let release = try await ApprovedRelease()
    try await release.approveAndPush()
    try await release.update(.lead)
    let lead = try release.clone(of: .lead)
    try await lead.checkout("main")
    try await lead.merge("origin/\(ApprovedRelease.branch)", message: "Merge branch 'release/2.4.0'")
    try await lead.tag("v2.4.0")
    try await lead.commit("SHOP-900 The lead has left", files: [".relscope-signers": "# nobody\n"])
    let now = try await release.run("approvals", "v2.4.0", "--version", "2.4.0", "--base", "main", as: .lead)
    #expect(now.status == 1, "\(now)")
    let then = try await release.run(
      "approvals", "--audit", "v2.4.0", "--version", "2.4.0", "--base", "main", as: .lead)
    #expect(then.status == 0, "\(then)")
  }

  @Test func `what was approved is known again where it was rebased onto the base`() async throws {
    let release = try await ApprovedRelease()
    try await release.approveAndPush()
    try await release.update(.lead)
    let lead = try release.clone(of: .lead)
    try await lead.git("checkout", "--quiet", "--detach", "origin/main")
    try await lead.cherryPick("origin/\(ApprovedRelease.branch)")
    try await lead.git(
      ["commit", "--quiet", "--amend", "--no-edit"], setting: ["GIT_COMMITTER_EMAIL": "lead@example.com"])
    try await lead.tag("v2.4.0")
    let rebased = try await release.run("approvals", "v2.4.0", "--version", "2.4.0", as: .lead)
    #expect(rebased.status == 0, "\(rebased)")
    try await lead.commit("SHOP-1 Slip this in", files: ["more.js": "more\n"])
    try await lead.git("tag", "--force", "v2.4.0")
    let changed = try await release.run("approvals", "v2.4.0", "--version", "2.4.0", as: .lead)
    #expect(changed.status == 1, "\(changed)")
  }

  @Test func `nobody approves what does not pass without a reason`() async throws {
    let release = try await ApprovedRelease()
    let dev = try release.clone(of: .dev)
    try await dev.commit("PAY-9 Not planned", files: ["pay.js": "pay\n"])
    let refused = try await release.run("approve", "--yes", as: .dev)
    #expect(refused.status == 64, "\(refused)")
    #expect(refused.errors.contains("--despite"), "\(refused)")
    let approved = try await release.run("approve", "--yes", "--despite", "QA knows PAY-9", as: .dev)
    #expect(approved.status == 0, "\(approved)")
    let answer = try await release.answer()
    #expect(answer.words == ["tech-lead missing", "release-developer held"], "\(answer)")
    #expect(answer.rules == ["approval-missing", "unplanned-ticket"])
    #expect(answer.description.contains("QA knows PAY-9"))
  }

  @Test func `nothing is signed where nobody can be asked`() async throws {
    let release = try await ApprovedRelease()
    let result = try await release.run("approve", as: .dev)
    #expect(result.status == 64, "\(result)")
    #expect(result.errors.contains("--yes"), "\(result)")
    let dev = try release.clone(of: .dev)
    let notes = try await dev.run(["notes", "--ref=relscope-approvals", "list"])
    #expect(notes.output.isEmpty)
  }
}
