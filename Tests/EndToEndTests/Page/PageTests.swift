import TestSupport
import Testing

/// The HTML report in a real browser.
@Suite(.enabled(if: Browser.isInstalled, "no browser; run: scripts/install-browser"))
struct PageTests {
  private static let policy =
    ReleaseFixture.policy
    + "links: {ticket: \"https://jira.example.com/browse/{key}\", commit: \"https://git.example.com/c/{id}\"}\n"

  /// A release of SHOP-1, PAY-2 and SHOP-4 that has SHOP-9, a revert and a commit without a ticket, and lacks SHOP-4.
  private func release() async throws -> GitRepository {
    let repository = try await GitRepository.planning(["SHOP-1", "PAY-2", "SHOP-4"], policy: Self.policy)
    try await repository.commit("SHOP-1 Keep the cart", files: ["cart.js": "keep\n"])
    let refund = try await repository.commit("PAY-2 Refund in parts", files: ["pay.js": "refund\n"])
    try await repository.commit("SHOP-9 Accept two vouchers", files: ["voucher.js": "2\n"])
    try await repository.commit("Tidy up", files: ["tidy.js": "1\n"])
    try await repository.revert(refund)
    return repository
  }

  private func page(of repository: GitRepository, status: Int32) async throws -> String {
    let file = repository.folder.path + "/report.html"
    let relscope = try Relscope(for: repository)
    let arguments = ["check", "--repo", repository.path, "--base", "main", "--release", "release/2.4.0"]
    let result = try await relscope.run(arguments + ["--format", "html", "--output", file])
    try #require(result.status == status, "\(result)")
    return file
  }

  private static let keys = "[...document.querySelectorAll('#tickets tbody:not([hidden])')].map(body => body.id)"

  @Test func `is filtered by text, state, rule and findings`() async throws {
    let repository = try await release()
    let answer = try await Browser().drive(
      page(of: repository, status: 1),
      [
        ["text", ".badge"], ["value", Self.keys], ["text", "#shown"],
        ["fill", "#text", "VOUCHERS"], ["value", Self.keys], ["text", "#shown"],
        ["click", "#reset"], ["select", "#state", "absent"], ["value", Self.keys],
        ["click", "#reset"], ["select", "#rule", "reverted-ticket"], ["value", Self.keys],
        ["click", "#reset"], ["click", "#found"], ["value", Self.keys],
        ["click", "#reset"], ["value", Self.keys],
      ], for: repository)
    let all: Browser.Value = ["PAY-2", "SHOP-1", "SHOP-4", "SHOP-9"]
    #expect(
      answer.values == [
        "✗ FAIL", all, "4 tickets", ["SHOP-9"], "1 of 4 tickets", ["SHOP-4"], ["PAY-2"],
        ["PAY-2", "SHOP-4", "SHOP-9"], all,
      ])
    #expect(answer.problems.isEmpty)
  }

  @Test func `is sorted by each column, both ways`() async throws {
    let repository = try await release()
    let answer = try await Browser().drive(
      page(of: repository, status: 1),
      [
        ["click", "thead th:nth-child(1) button"], ["value", Self.keys],
        ["click", "thead th:nth-child(5) button"], ["value", Self.keys],
        ["value", "document.querySelector('thead th:nth-child(5)').getAttribute('aria-sort')"],
        ["click", "thead th:nth-child(6) button"], ["click", "thead th:nth-child(6) button"], ["value", Self.keys],
        ["click", "thead th:nth-child(4) button"], ["value", Self.keys],
        ["value", "document.querySelectorAll('[aria-sort]').length"],
      ], for: repository)
    #expect(
      answer.values == [
        ["SHOP-9", "SHOP-4", "SHOP-1", "PAY-2"], ["PAY-2", "SHOP-1", "SHOP-9", "SHOP-4"], "descending",
        ["SHOP-1", "PAY-2", "SHOP-4", "SHOP-9"], ["SHOP-4", "SHOP-1", "SHOP-9", "PAY-2"], 1,
      ])
    #expect(answer.problems.isEmpty)
  }

  @Test func `opens a ticket to its commits, reverts and links`() async throws {
    let repository = try await release()
    let refund = try await repository.id(of: "HEAD~3")
    let revert = try await repository.id(of: "HEAD")
    let answer = try await Browser().drive(
      page(of: repository, status: 1),
      [
        ["visible", "#about-PAY-2"], ["click", "#PAY-2 .key button"], ["visible", "#about-PAY-2"],
        ["value", "document.querySelector('#PAY-2 .key button').getAttribute('aria-expanded')"],
        ["text", "#about-PAY-2 .note"], ["value", "document.querySelector('#about-PAY-2 .id').href"],
        ["value", "document.querySelector('#about-PAY-2 a').href"],
        ["click", "#open"], ["visible", "#about-SHOP-1"], ["click", "#open"], ["visible", "#about-SHOP-1"],
        ["click", ".finding a[href='#SHOP-9']"], ["visible", "#about-SHOP-9"],
        ["value", "document.activeElement.textContent"],
        ["value", "document.querySelectorAll('svg .revert').length"],
      ], for: repository)
    #expect(
      answer.values == [
        false, true, "true", .text("undone by \(revert.prefix(10))"), .text("https://git.example.com/c/\(refund)"),
        "https://jira.example.com/browse/PAY-2", true, false, true, "SHOP-9", 1,
      ])
    #expect(answer.problems.isEmpty)
  }

  @Test func `is used by the keyboard alone`() async throws {
    let repository = try await release()
    let focus = "document.activeElement.id || document.activeElement.textContent"
    let answer = try await Browser().drive(
      page(of: repository, status: 1),
      [
        ["press", "/"], ["value", focus], ["type", "cart"], ["value", Self.keys],
        ["press", "Escape"], ["value", Self.keys], ["value", "document.getElementById('text').value"],
        ["type", "cart/"], ["value", "document.getElementById('text').value"], ["press", "Escape"],
        ["value", "(document.querySelector('#PAY-2 .key button').focus(), true)"], ["press", "Enter"],
        ["visible", "#about-PAY-2"], ["press", "Tab", "Tab", "Tab", "Tab"], ["value", focus], ["press", "Space"],
        ["visible", "#about-SHOP-1"],
      ], for: repository)
    #expect(
      answer.values == [
        "text", ["SHOP-1"], ["PAY-2", "SHOP-1", "SHOP-4", "SHOP-9"], "", "cart/", true, true, "SHOP-1", true,
      ])
    #expect(answer.problems.isEmpty)
  }

  @Test(arguments: ["light", "dark"], [1200, 400])
  func `has no fault of accessibility`(scheme: String, width: Int) async throws {
    let repository = try await release()
    let answer = try await Browser(width: width, scheme: scheme).drive(
      page(of: repository, status: 1), [["click", "#open"], ["axe"]], for: repository)
    #expect(answer.values == [.list([])])
    #expect(answer.problems.isEmpty)
  }

  @Test func `shows everything on paper and without scripts`() async throws {
    let repository = try await release()
    let file = try await page(of: repository, status: 1)
    let paper = try await Browser().drive(
      file, [["media", "print"], ["visible", ".controls"], ["visible", "#about-PAY-2"]], for: repository)
    #expect(paper.values == [false, true])
    let plain = try await Browser(runsScripts: false).drive(
      file, [["visible", ".controls"], ["visible", "#SHOP-1 .detail"]], for: repository)
    #expect(plain.values == [false, true])
  }

  @Test func `holds a release of 1,000 tickets`() async throws {
    // Without the release ticket, which needs no work.
    let planned = (1...1_001).filter { $0 != 900 }.map { "SHOP-\($0)" }
    let repository = try await GitRepository.planning(planned)
    try await repository.commit("SHOP-1 Keep the cart")
    let answer = try await Browser().drive(
      page(of: repository, status: 1),
      [
        ["value", "document.querySelectorAll('#tickets tbody').length"],
        ["fill", "#text", "shop-99"], ["text", "#shown"], ["click", "#reset"],
        ["click", "thead th:nth-child(1) button"], ["value", "document.querySelector('#tickets tbody').id"],
      ], for: repository)
    #expect(answer.values == [1_000, "11 of 1000 tickets", "SHOP-1001"])
    #expect(answer.problems.isEmpty)
  }

  @Test func `lets no foreign text act`() async throws {
    let attack =
      "</title></style></script><script>alert(1)</script><img src=x onerror=alert(2)>{{sentence}}\" onclick=\"x"
    let manifest = ReleaseFixture.manifest(["SHOP-1", "SHOP-4"]).replacing(
      "Work on SHOP-4", with: "</td><svg onload=alert(3)>\\u202e{{{script}}}")
    let repository = try await GitRepository.planning(["SHOP-1"], policy: Self.policy)
    try await repository.checkout("main")
    try await repository.commit("SHOP-900 Plan", files: ["releases/2.4.0.json": manifest])
    try await repository.checkout("release/2.4.0")
    try await repository.git("rebase", "--quiet", "main")
    try await repository.commit("SHOP-1 \(attack)", author: Person(name: "<b>Dana</b>", email: "d@example.com"))
    try await repository.commit(attack)
    let answer = try await Browser().drive(
      page(of: repository, status: 1),
      [
        ["click", "#open"], ["value", "document.scripts.length"], ["value", "document.images.length"],
        ["value", "document.querySelectorAll('b, svg[onload], [onclick]').length"],
        ["value", "document.title"], ["value", "document.body.textContent.includes('\\u202e')"],
        ["value", "[...document.links].filter(link => !/^(https:|file:)/.test(link.href)).length"],
        ["value", "document.querySelector('#SHOP-1 .evidence').textContent.includes('{{sentence}}')"],
      ], for: repository)
    #expect(answer.values == [1, 0, 0, "FAIL: release/2.4.0", false, 0, true])
    #expect(answer.problems.isEmpty)
  }
}
