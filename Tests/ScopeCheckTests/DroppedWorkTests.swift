import ReleaseScope
import Testing

/// Work that its own ticket removes in words of its own: that it is gone, the files tell.
struct DroppedWorkTests {
  private typealias Files = [String: [String]]

  private static let old: Files = ["shop": ["door", "till"], "docs": ["shop"]]
  private static let cart: Files = ["shop": ["door", "cart", "till"], "docs": ["shop"], "cart": ["wheels"]]
  private static let priced: Files = [
    "shop": ["door", "cart", "price", "till"], "docs": ["shop"], "cart": ["wheels", "tag"],
  ]

  private static func searching(_ files: Files) -> Files {
    files.merging(["shop": (files["shop"] ?? []) + ["search"], "search": ["lens"]]) { _, new in new }
  }

  /// What the last commits say, what they leave, and what became of SHOP-1 and SHOP-2.
  struct Ending: Sendable {
    let commits: [(String, [String: [String]])]
    let states: [TicketState]
  }

  @Test(arguments: [
    Ending(commits: [("SHOP-1 Drop the cart", searching(old))], states: [.reverted, .delivered]),
    Ending(
      commits: [("SHOP-1 Remove prices", searching(cart)), ("SHOP-1 Remove the cart", searching(old))],
      states: [.reverted, .delivered]),
    Ending(commits: [("SHOP-1 Take no cart", searching(old))], states: [.delivered, .delivered]),
    Ending(commits: [("SHOP-1 Drop prices", searching(cart))], states: [.delivered, .delivered]),
    Ending(
      commits: [("SHOP-1 Drop the cart", searching(old).merging(["docs": ["shop", "no cart"]]) { _, new in new })],
      states: [.delivered, .delivered]),
    Ending(commits: [("SHOP-1 Drop the search", priced)], states: [.delivered, .reverted]),
    Ending(
      commits: [
        ("SHOP-1 Drop the door", searching(priced).merging(["shop": ["cart", "price", "till", "search"]]) { $1 })
      ],
      states: [.delivered, .delivered]),
    Ending(
      commits: [("SHOP-1 Drop the cart", searching(old)), ("SHOP-1 Add the cart", searching(cart))],
      states: [.delivered, .delivered]),
  ])
  func `is gone where files are as before and the ticket has nothing else`(ending: Ending) throws {
    var history = DrawnHistory()
    let base = history.commit("SHOP-9 Shop", lines: Self.old, on: [])
    var tip = base
    for (message, files) in [
      ("SHOP-1 Cart", Self.cart), ("SHOP-1 Prices", Self.priced), ("SHOP-2 Search", Self.searching(Self.priced)),
    ] + ending.commits {
      tip = history.commit(message, lines: files, on: [tip])
    }
    #expect(try history.states(["SHOP-1", "SHOP-2"], base: base, release: tip) == ending.states)
  }

  @Test func `is more where it removes what another ticket brought`() throws {
    var history = DrawnHistory()
    let base = history.commit("SHOP-9 Shop", lines: Self.old, on: [])
    let search = history.commit("SHOP-2 Search", lines: Self.searching(Self.old), on: [base])
    func shop(_ lens: [String], _ docs: String...) -> Files {
      Self.searching(Self.old).merging(["docs": docs, "lens": lens].filter { !$0.value.isEmpty }) { $1 }
    }
    var tip = history.commit("SHOP-2 Lens", lines: shop(["glass", "clear"], "shop"), on: [search])
    tip = history.commit("SHOP-1 Clearer", lines: shop(["glass", "clearer"], "shop"), on: [tip])
    tip = history.commit("SHOP-2 Find by name", lines: shop(["glass", "clearer"], "shop", "name"), on: [tip])
    tip = history.commit("SHOP-1 Remove the lens", lines: shop([], "shop", "name"), on: [tip])
    #expect(try history.states(["SHOP-1"], base: base, release: tip) == [.delivered])
  }

  /// What SHOP-1 makes of the shop, what SHOP-2 makes of that, and what is left when SHOP-1 removes its debug line.
  @Test(arguments: [
    (["door", "cart 1", "debug", "till"], ["door", "cart 2", "debug", "till"], ["door", "cart 2", "till"]),
    (["door", "till 19", "debug"], ["door", "till 20", "debug"], ["door", "till 20"]),
    (["door", "debug"], ["door", "debug", "search"], ["door", "search"]),
  ])
  func `is there where others went on from it, or its deletions stay`(
    cart: [String], search: [String], cleaned: [String]
  ) throws {
    var history = DrawnHistory()
    let base = history.commit("SHOP-9 Shop", lines: ["shop": ["door", "till"]], on: [])
    var tip = history.commit("SHOP-1 Cart", lines: ["shop": cart], on: [base])
    tip = history.commit("SHOP-2 Search", lines: ["shop": search], on: [tip])
    tip = history.commit("SHOP-1 Remove debug output", lines: ["shop": cleaned], on: [tip])
    #expect(try history.states(["SHOP-1"], base: base, release: tip) == [.delivered])
  }

  @Test func `is gone where the base was merged in between`() throws {
    var history = DrawnHistory()
    let start = history.commit("SHOP-9 Shop", lines: Self.old, on: [])
    let cart = history.commit("SHOP-1 Cart", lines: Self.cart, on: [start])
    let priced = history.commit("SHOP-1 Prices", lines: Self.priced, on: [cart])
    let base = history.commit("SHOP-9 More", lines: Self.old.merging(["more": ["x"]]) { $1 }, on: [start])
    let both = Self.priced.merging(["more": ["x"]]) { $1 }
    let merge = history.commit("Merge branch 'main'", lines: both, on: [priced, base])
    let search = history.commit("SHOP-2 Search", lines: Self.searching(both), on: [merge])
    let tip = history.commit(
      "SHOP-1 Drop the cart", lines: Self.searching(Self.old).merging(["more": ["x"]]) { $1 }, on: [search])
    #expect(try history.states(["SHOP-1", "SHOP-2"], base: base, release: tip) == [.reverted, .delivered])
  }

  @Test func `is gone where a merge brought it`() throws {
    var history = DrawnHistory()
    let base = history.commit("SHOP-9 Shop", lines: Self.old, on: [])
    let cart = history.commit("Cart", lines: Self.cart, on: [base])
    let priced = history.commit("Prices", lines: Self.priced, on: [cart])
    let search = history.commit("SHOP-2 Search", lines: Self.searching(Self.old), on: [base])
    let merge = history.commit(
      "Merge branch 'feature/SHOP-1-cart'", lines: Self.searching(Self.priced), on: [search, priced])
    let found = ["search": ["lens", "name"]]
    let later = history.commit(
      "SHOP-2 Find by name", lines: Self.searching(Self.priced).merging(found) { _, new in new }, on: [merge])
    let tip = history.commit(
      "SHOP-1 Drop the cart", lines: Self.searching(Self.old).merging(found) { _, new in new }, on: [later])
    #expect(try history.states(["SHOP-1", "SHOP-2"], base: base, release: tip) == [.reverted, .delivered])
  }
}
