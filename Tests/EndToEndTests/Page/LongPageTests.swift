import TestSupport
import Testing

/// The HTML report of a large release in a real browser.
@Suite(.enabled(if: Browser.isInstalled, "no browser; run: scripts/install-browser"))
struct LongPageTests {
  /// A release of `count` tickets of which all but SHOP-3 are delivered, by one commit.
  private func release(of count: Int) async throws -> GitRepository {
    // Without the release ticket, which needs no work.
    let planned = (1...count + 1).filter { $0 != 900 }.map { "SHOP-\($0)" }
    let repository = try await GitRepository.planning(planned)
    let delivered = planned.filter { $0 != "SHOP-3" }
    let items = delivered.map { "* \($0) Deliver" }.joined(separator: "\n")
    try await repository.commit("\(delivered[0]) Deliver\n\n\(items)", files: ["shop.js": "1\n"])
    return repository
  }

  @Test func `is read on a phone with 2,000 tickets: what is as planned is closed at first`() async throws {
    let repository = try await release(of: 2_000)
    let answer = try await Browser(width: 390).drive(
      PageRelease.page(of: repository, status: 1),
      [
        ["value", "document.querySelectorAll('.t').length"], ["visible", "#SHOP-3"], ["visible", "#SHOP-4"],
        ["value", "document.documentElement.scrollHeight < 5000"],
        ["value", "document.documentElement.scrollWidth <= innerWidth"],
        // Of what is in the page whatever the release, and of what a ticket adds to it.
        ["value", "document.querySelectorAll('*').length < 300 + 11 * 2000"],
        ["fill", "#text", "shop-199"], ["text", "#shown"], ["visible", "#SHOP-1990"],
        ["click", "#reset"], ["visible", "#SHOP-1990"], ["click", "#delivered > summary"], ["visible", "#SHOP-1"],
        ["value", "document.querySelectorAll('.t[hidden]').length"], ["broken"],
      ], for: repository)
    #expect(
      answer.values == [
        2_000, true, false, true, true, true, "11 of 2000 tickets", true, false, true, 0, .list([]),
      ])
    #expect(answer.problems.isEmpty)
  }

  @Test func `is printed on few pages with a head on each`() async throws {
    let repository = try await release(of: 400)
    let answer = try await Browser().drive(
      PageRelease.page(of: repository, status: 1), [["print"]], for: repository)
    guard case .list(let pages) = try #require(answer.values.first) else { return }
    #expect((3...8).contains(pages.count))
    let heads = Set(pages)
    #expect(heads == ["FAIL \u{2013} Release 2.4.0: 1 ticket missing"])
  }

  @Test func `shows the process of a release on the page of its scope`() async throws {
    let repository = try await PageRelease.repository()
    let page = repository.folder.path + "/process.html"
    let relscope = try Relscope(for: repository)
    let result = try await relscope.run([
      "process", "2.4.0", "--repo", repository.path, "--base", "main", "--release", "release/2.4.0", "--output", page,
    ])
    try #require(result.status == 0, "\(result)")
    let answer = try await Browser().drive(
      page,
      [
        ["value", "[...document.querySelectorAll('h2')].map(head => head.textContent)"],
        ["value", "document.querySelectorAll('.process details').length"], ["click", "a[href='#process']"],
        ["value", "location.hash"], ["click", "a[data-show='missing']"], ["visible", "#SHOP-4"],
        ["visible", "#SHOP-1"],
        ["axe"],
      ], for: repository)
    #expect(
      answer.values == [
        ["What to look at", "The fourteen steps", "Planned and delivered", "The branch", "What was compared"], 14,
        "#process", true, false, .list([]),
      ])
    #expect(answer.problems.isEmpty)
  }
}
