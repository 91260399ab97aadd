import TestSupport
import Testing

/// The picture of the branch in a real browser.
@Suite(.enabled(if: Browser.isInstalled, "no browser; run: scripts/install-browser"))
struct PictureTests {
  private static let titles = "[...document.querySelectorAll('#branch svg title')].map(title => title.textContent)"
  /// The heights at which commits stand, the branch's own last.
  private static let lanes =
    "new Set([...document.querySelectorAll('#branch svg circle')].map(circle => circle.cy.baseVal.value)).size"

  /// A release with a feature branch, a merge of main, and a revert of the feature.
  private func branching() async throws -> GitRepository {
    let repository = try await GitRepository.planning(["SHOP-1", "SHOP-2"], policy: PageRelease.policy)
    try await repository.commit("SHOP-1 Begin", files: ["begin.js": "1\n"])
    try await repository.checkout(new: "feature/SHOP-2-cart")
    try await repository.commit("SHOP-2 Add the cart", files: ["cart.js": "1\n"])
    try await repository.commit("SHOP-2 Test the cart", files: ["cart.test.js": "1\n"])
    try await repository.checkout("release/2.4.0")
    try await repository.commit("SHOP-1 Go on", files: ["begin.js": "2\n"])
    try await repository.merge("feature/SHOP-2-cart")
    try await repository.checkout("main")
    try await repository.commit("SHOP-77 Hurry", files: ["hurry.js": "1\n"])
    try await repository.checkout("release/2.4.0")
    try await repository.merge("main")
    try await repository.revert("HEAD~1", mainline: 1)
    return repository
  }

  @Test func `draws merges, the branches that they brought, and what a revert undoes`() async throws {
    let repository = try await branching()
    let answer = try await Browser().drive(
      PageRelease.page(of: repository, status: 1),
      [
        ["value", "\(Self.titles).map(title => title.replace(/^[0-9a-f]+ | \\(.*/g, ''))"], ["value", Self.lanes],
        ["value", "document.querySelectorAll('#branch path.revert').length"],
        ["value", "document.querySelectorAll('#branch figure > .scroll path.lane').length"],
        ["text", "#branch figcaption"],
      ], for: repository)
    #expect(
      answer.values.prefix(4) == [
        [
          "SHOP-1 Begin", "SHOP-1 Go on", "SHOP-2 Add the cart", "SHOP-2 Test the cart",
          "Merge branch 'feature/SHOP-2-cart' into release/2.4.0", "Merge branch 'main' into release/2.4.0",
          "Revert \"Merge branch 'feature/SHOP-2-cart' into release/2.4.0\"",
        ], 2, 1,
        // The base, the start, the branch, the feature's start and its merge, and the merge of the base.
        6,
      ])
    guard case .text(let caption) = try #require(answer.values.last) else { return }
    #expect(caption.hasPrefix("7 commits, oldest first."))
    #expect(answer.problems.isEmpty)
  }

  @Test func `says how many commits are left out, and where`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1"], policy: PageRelease.policy)
    for number in 1...5 { try await repository.commit("SHOP-1 Early \(number)") }
    try await repository.commit("SHOP-9 Not planned")
    for number in 1...60 { try await repository.commit("SHOP-1 Late \(number)") }
    let answer = try await Browser().drive(
      PageRelease.page(of: repository, status: 1),
      [
        ["value", "[...document.querySelectorAll('#branch svg .gap title')].map(title => title.textContent)"],
        ["value", "document.querySelectorAll('#branch .scroll .unplanned').length"],
        ["value", "document.querySelectorAll('#branch svg a').length"], ["text", "#branch figcaption"],
      ], for: repository)
    #expect(
      answer.values.prefix(3) == [
        ["5 commits not drawn: 5 for a planned ticket", "21 commits not drawn: 21 for a planned ticket"], 1, 42,
      ])
    guard case .text(let caption) = try #require(answer.values.last) else { return }
    #expect(caption.hasPrefix("40 of 66 commits, oldest first: the newest, and those to look at."))
  }

  @Test func `is read by the keyboard, and opens a ticket`() async throws {
    let repository = try await branching()
    let focus = "document.activeElement.querySelector('title').textContent.replace(/^[0-9a-f]+ | \\(.*/g, '')"
    let answer = try await Browser().drive(
      PageRelease.page(of: repository, status: 1),
      [
        ["value", "document.querySelectorAll('#branch svg a[tabindex=\"0\"]').length"],
        ["value", "(document.querySelector('#branch .scroll').focus(), true)"], ["press", "Tab"], ["press", "Home"],
        ["value", focus], ["press", "ArrowLeft", "ArrowRight", "ArrowRight"], ["value", focus],
        ["value", "document.getElementById('commit').textContent.includes('SHOP-2 Add the cart (')"],
        ["press", "Enter"], ["wait", "document.getElementById('SHOP-2').open"], ["value", "location.hash"],
        ["value", "(document.querySelector('#branch svg a[tabindex=\"0\"]').focus(), true)"], ["press", "End"],
        ["value", focus],
      ], for: repository)
    #expect(
      answer.values == [
        1, true, "SHOP-1 Begin", "SHOP-2 Add the cart", true, "#SHOP-2", true,
        "Revert \"Merge branch 'feature/SHOP-2-cart' into release/2.4.0\"",
      ])
    #expect(answer.problems.isEmpty)
  }

  @Test func `is read by a finger: the first tap tells, the second goes there`() async throws {
    let repository = try await branching()
    let answer = try await Browser(width: 390).drive(
      PageRelease.page(of: repository, status: 1),
      [
        ["tap", "#branch svg a[href='#SHOP-2']"], ["value", "location.hash"],
        ["value", "document.getElementById('commit').textContent.includes('SHOP-2 Add the cart (')"],
        ["tap", "#branch svg a[href='#SHOP-2']"], ["wait", "document.getElementById('SHOP-2').open"],
        [
          "value",
          "[...document.querySelectorAll('#branch .scroll a')].every(dot => dot.getBoundingClientRect().width >= 24)",
        ],
      ], for: repository)
    #expect(answer.values == ["", true, true])
    #expect(answer.problems.isEmpty)
  }

  @Test func `is left out where nobody knows how the commits are joined`() async throws {
    let repository = try await branching()
    let relscope = try Relscope(for: repository)
    let (report, page) = (repository.folder.path + "/report.json", repository.folder.path + "/merged.html")
    _ = try await relscope.run([
      "check", "--repo", repository.path, "--base", "main", "--release", "release/2.4.0", "--output", report,
    ])
    let result = try await relscope.run(["merge-reports", report, "--output", page])
    try #require(result.status == 1, "\(result)")
    let answer = try await Browser().drive(
      page, [["value", "document.getElementById('branch') === null"], ["text", "#reset"]], for: repository)
    #expect(answer.values == [true, "Show all"])
    #expect(answer.problems.isEmpty)
  }
}
