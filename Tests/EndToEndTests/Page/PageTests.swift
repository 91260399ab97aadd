import TestSupport
import Testing

/// The HTML report in a real browser.
@Suite(.enabled(if: Browser.isInstalled, "no browser; run: scripts/install-browser"))
struct PageTests {
  private static let keys =
    "[...document.querySelectorAll('.t')].filter(row => row.checkVisibility()).map(row => row.id)"
  private static let all: Browser.Value = ["SHOP-4", "SHOP-9", "PAY-2", "SHOP-1"]

  @Test func `says in its head what is wrong, with project, version and dates`() async throws {
    let repository = try await PageRelease.repository()
    let answer = try await Browser().drive(
      PageRelease.page(of: repository, status: 1),
      [["text", ".badge"], ["text", "h1"], ["value", "document.title"], ["text", ".about"]], for: repository)
    let about = "projects PAY and SHOP · planned for 2026-11-30 · release/2.4.0 into main · "
    let day = try await repository.git("log", "-1", "--format=%as")
    #expect(
      answer.values == [
        "✗ FAIL", "Release 2.4.0: 1 ticket missing, 1 too many, 1 taken back, 1 commit without a ticket",
        "FAIL: Release 2.4.0: 1 ticket missing, 1 too many, 1 taken back, 1 commit without a ticket",
        .text("\(about)5 commits of \(day)"),
      ])
    #expect(answer.problems.isEmpty)
  }

  @Test func `has numbers that add up and show what they count`() async throws {
    let repository = try await PageRelease.repository()
    func number(_ label: String) -> String { "xpath=//dt[text()='\(label)']/..//a" }
    let answer = try await Browser().drive(
      PageRelease.page(of: repository, status: 1),
      [
        ["value", "Number(document.querySelector('.sum dd').textContent)"],
        ["value", "[...document.querySelectorAll('.part dd')].reduce((sum, dd) => sum + Number(dd.textContent), 0)"],
        ["click", number("missing")], ["value", Self.keys], ["value", "location.hash"],
        ["click", number("planned")], ["value", Self.keys],
        ["click", number("too many")], ["value", Self.keys],
        ["click", number("commit without a ticket")], ["value", "location.hash"],
        ["text", "#rule-untracked-commit li"],
      ], for: repository)
    let untracked = try await repository.id(of: "HEAD~1").prefix(10)
    #expect(
      answer.values == [
        3, 3, ["SHOP-4"], "#show=missing", ["SHOP-4", "PAY-2", "SHOP-1"], ["SHOP-9"], "#rule-untracked-commit",
        .text("\(untracked) Tidy up\nthe commit names no ticket"),
      ])
    #expect(answer.problems.isEmpty)
  }

  @Test func `shows findings first, and tickets that nobody planned by what their commit says`() async throws {
    let repository = try await PageRelease.repository()
    let answer = try await Browser().drive(
      PageRelease.page(of: repository, status: 1),
      [
        ["value", "[...document.querySelectorAll('h2')].map(head => head.textContent)"],
        ["text", "#rule-unplanned-ticket li a"], ["text", "#rule-unplanned-ticket li"], ["text", "#SHOP-9 .s"],
      ], for: repository)
    #expect(
      answer.values.first
        == ["What to look at", "Planned and delivered", "The branch", "What was compared"])
    #expect(answer.values.dropFirst().first == "SHOP-9")
    let line = try #require(answer.values.dropFirst(2).first)
    guard case .text(let text) = line else { throw WrongKind() }
    #expect(text.hasPrefix("SHOP-9 Accept two vouchers\n"))
    #expect(answer.values.last == "Accept two vouchers")
    #expect(answer.problems.isEmpty)
  }

  private struct WrongKind: Error {}

  @Test func `is filtered by text, outcome, rule and findings`() async throws {
    let repository = try await PageRelease.repository()
    let answer = try await Browser().drive(
      PageRelease.page(of: repository, status: 1),
      [
        ["value", Self.keys], ["text", "#shown"],
        ["fill", "#text", "VOUCHERS"], ["value", Self.keys], ["text", "#shown"],
        ["click", "#reset"], ["select", "#show", "missing"], ["value", Self.keys],
        ["click", "#reset"], ["select", "#rule", "reverted-ticket"], ["value", Self.keys],
        ["click", "#reset"], ["click", "#found"], ["value", Self.keys],
        ["click", "#reset"], ["value", Self.keys],
      ], for: repository)
    #expect(
      answer.values == [
        Self.all, "4 tickets", ["SHOP-9"], "1 of 4 tickets", ["SHOP-4"], ["PAY-2"], ["SHOP-4", "SHOP-9", "PAY-2"],
        Self.all,
      ])
    #expect(answer.problems.isEmpty)
  }

  @Test func `keeps the filter and the open ticket in the address`() async throws {
    let repository = try await PageRelease.repository()
    let page = try await PageRelease.page(of: repository, status: 1)
    let answer = try await Browser().drive(
      page,
      [
        ["fill", "#text", "cart & more"], ["value", "location.hash"], ["fill", "#text", "vouchers"],
        ["click", "#SHOP-9 > summary"], ["wait", "location.hash === '#text=vouchers&open=SHOP-9'"],
        ["click", "#reset"], ["value", "location.hash"],
        ["value", "(location.hash = '#text=vouchers&open=SHOP-9', true)"],
        ["wait", "document.getElementById('text').value === 'vouchers'"], ["value", Self.keys],
        ["value", "document.getElementById('SHOP-9').open"],
        ["value", "(location.hash = '#PAY-2', true)"], ["wait", "document.getElementById('PAY-2').open"],
        ["value", Self.keys], ["value", "(location.hash = '#text=%ff%&show=nothing', true)"],
        ["wait", "document.getElementById('text').value !== ''"], ["value", "document.getElementById('show').value"],
      ], for: repository)
    #expect(
      answer.values == [
        "#text=cart+%26+more", "#SHOP-9", true, ["SHOP-9"], true, true, Self.all, true, "",
      ])
    #expect(answer.problems.isEmpty)
    let opened = try await Browser(fragment: "#show=taken-back&open=PAY-2").drive(
      page, [["value", Self.keys], ["value", "document.getElementById('PAY-2').open"]], for: repository)
    #expect(opened.values == [["PAY-2"], true])
  }

  @Test func `is put in order within each group`() async throws {
    let planned = (1...3).map { "SHOP-\($0)" }
    let repository = try await GitRepository.planning(planned)
    try await repository.commit("SHOP-2 Begin")
    for (place, ticket) in [3, 1, 3, 2, 3].enumerated() {
      try await repository.commit("SHOP-\(ticket) Go on", files: ["\(place).js": "1\n"])
    }
    let answer = try await Browser().drive(
      PageRelease.page(of: repository, status: 0),
      [
        ["value", Self.keys], ["select", "#order", "commits"], ["value", Self.keys], ["value", "location.hash"],
        ["click", "#reset"], ["value", Self.keys],
      ], for: repository)
    #expect(
      answer.values == [
        ["SHOP-1", "SHOP-2", "SHOP-3"], ["SHOP-3", "SHOP-2", "SHOP-1"], "#order=commits",
        ["SHOP-1", "SHOP-2", "SHOP-3"],
      ])
    #expect(answer.problems.isEmpty)
  }

  @Test func `opens a ticket to its commits, reverts and links`() async throws {
    let repository = try await PageRelease.repository()
    let refund = try await repository.id(of: "HEAD~3")
    let revert = try await repository.id(of: "HEAD")
    let answer = try await Browser().drive(
      PageRelease.page(of: repository, status: 1),
      [
        ["visible", "#PAY-2 .lines"], ["click", "#PAY-2 > summary"], ["visible", "#PAY-2 .lines"],
        ["text", "#PAY-2 .note"], ["value", "document.querySelector('#PAY-2 .id').href"],
        ["value", "document.querySelector('#PAY-2 .lines a').href"],
        ["click", "#open"], ["visible", "#SHOP-1 .lines"], ["click", "#open"], ["visible", "#SHOP-1 .lines"],
        ["click", ".finding a[href='#SHOP-9']"], ["visible", "#SHOP-9 .lines"],
        ["value", "document.activeElement.querySelector('b').textContent"],
      ], for: repository)
    #expect(
      answer.values == [
        false, true, .text("undone by \(revert.prefix(10))"), .text("https://git.example.com/c/\(refund)"),
        "https://jira.example.com/browse/PAY-2", true, false, true, "SHOP-9",
      ])
    #expect(answer.problems.isEmpty)
  }

  @Test func `is used by the keyboard alone`() async throws {
    let repository = try await PageRelease.repository()
    let answer = try await Browser().drive(
      PageRelease.page(of: repository, status: 1),
      [
        ["press", "/"], ["value", "document.activeElement.id"], ["type", "cart"], ["value", Self.keys],
        ["press", "Escape"], ["value", Self.keys], ["value", "document.getElementById('text').value"],
        ["type", "cart/"], ["value", "document.getElementById('text').value"], ["press", "Escape"],
        ["value", "(document.querySelector('#PAY-2 > summary').focus(), true)"], ["press", "Enter"],
        ["visible", "#PAY-2 .lines"], ["press", "Tab", "Tab", "Tab", "Tab", "Tab"],
        ["value", "document.activeElement.parentElement.id"], ["press", "Space"], ["visible", "#SHOP-1 .lines"],
      ], for: repository)
    #expect(
      answer.values == [
        "text", ["SHOP-1"], Self.all, "", "cart/", true, true, "SHOP-1", true,
      ])
    #expect(answer.problems.isEmpty)
  }

  @Test(arguments: ["light", "dark"], [1200, 390])
  func `has no fault of accessibility`(scheme: String, width: Int) async throws {
    let repository = try await PageRelease.repository()
    let answer = try await Browser(width: width, scheme: scheme).drive(
      PageRelease.page(of: repository, status: 1),
      [["click", "#open"], ["click", ".terms summary"], ["axe"], ["media", "print"], ["axe"]], for: repository)
    #expect(answer.values == [.list([]), .list([])])
    #expect(answer.problems.isEmpty)
  }

  @Test(arguments: [1200, 390, 320])
  func `breaks no word, and is no wider than the window`(width: Int) async throws {
    let repository = try await PageRelease.repository()
    let answer = try await Browser(width: width).drive(
      PageRelease.page(of: repository, status: 1),
      [["click", "#open"], ["broken"], ["value", "document.documentElement.scrollWidth <= innerWidth"]],
      for: repository)
    #expect(answer.values == [.list([]), true])
  }

  @Test func `shows everything without scripts`() async throws {
    let repository = try await PageRelease.repository()
    let answer = try await Browser(runsScripts: false).drive(
      PageRelease.page(of: repository, status: 1),
      [
        ["visible", ".controls"], ["click", "#SHOP-1 > summary"], ["visible", "#SHOP-1 .lines"],
        ["click", ".finding a[href='#SHOP-9']"], ["visible", "#SHOP-9"], ["visible", "#branch svg"],
      ], for: repository)
    #expect(answer.values == [false, true, true, true])
  }

  @Test func `tells people from outside what its words mean`() async throws {
    let repository = try await PageRelease.repository()
    let answer = try await Browser().drive(
      PageRelease.page(of: repository, status: 1),
      [
        ["text", "#missing > summary .faint"], ["click", ".terms summary"],
        ["value", "[...document.querySelectorAll('.terms dt')].map(term => term.textContent)"],
      ], for: repository)
    #expect(
      answer.values == [
        "planned, and no commit of the release implements it",
        [
          "release", "planned", "missing", "too many", "taken back", "delivered", "error", "accepted", "PASS", "FAIL",
          "INCOMPLETE",
        ],
      ])
  }

  @Test func `lets no foreign text act`() async throws {
    let attack =
      "</title></style></script><script>alert(1)</script><img src=x onerror=alert(2)>{{sentence}}\" onclick=\"x"
    let manifest = ReleaseFixture.manifest(["SHOP-1", "SHOP-4"]).replacing(
      "Work on SHOP-4", with: "</td><svg onload=alert(3)>\\u202e{{{script}}}")
    let repository = try await GitRepository.planning(["SHOP-1"], policy: PageRelease.policy)
    try await repository.checkout("main")
    try await repository.commit("SHOP-900 Plan", files: ["releases/2.4.0.json": manifest])
    try await repository.checkout("release/2.4.0")
    try await repository.git("rebase", "--quiet", "main")
    try await repository.commit("SHOP-1 \(attack)", author: Person(name: "<b>Dana</b>", email: "d@example.com"))
    try await repository.commit(attack)
    let answer = try await Browser().drive(
      PageRelease.page(of: repository, status: 1),
      [
        ["click", "#open"], ["fill", "#text", attack], ["click", "#reset"], ["hover", "#branch svg a"],
        ["value", "document.scripts.length"], ["value", "document.images.length"],
        ["value", "document.querySelectorAll('p b, svg[onload], [onclick]').length"],
        ["value", "document.body.textContent.includes('\\u202e')"],
        ["value", "[...document.links].filter(link => !/^(https:|file:)/.test(link.href)).length"],
        ["value", "document.querySelector('#SHOP-1 .lines').textContent.includes('{{sentence}}')"],
        ["value", "document.getElementById('commit').textContent.includes('onerror=alert(2)')"],
      ], for: repository)
    #expect(answer.values == [1, 0, 0, false, 0, true, true])
    #expect(answer.problems.isEmpty)
  }
}
