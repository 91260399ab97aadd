import Testing

@testable import ReleaseScope

/// Reverts of a part of a squash, as its message lists it.
struct ListedPartTests {
  private static let ids = """
    SHOP-1 Cart

    Squashed commit of the following:

    commit \(Story.id("y"))
    Author: Dana <dana@example.com>

        SHOP-2 Search

    commit \(Story.id("x"))
    Author: Dana <dana@example.com>

        SHOP-1 Mend the total
    """
  private static let bullets = "SHOP-1 Cart (#7)\n\n* SHOP-1 Mend the total\n\n* SHOP-2 Search\n"
  private static let dashes = "Merged PR 7: SHOP-1 Cart\n\n- SHOP-1 Mend the total\n- SHOP-2 Search\n"
  private static let keyless = "SHOP-1 Cart (#7)\n\n* Mend the total\n\n* SHOP-2 Search\n\n* Add vouchers\n"

  private static let numbered = "SHOP-1 Cart (#7)\n\n* SHOP-1 Mend the total (#11)\n\n* SHOP-2 Search (#12)\n"
  private static let trailing = bullets + "\nTicket: SHOP-3\n"

  private func story(_ squash: String, _ revert: String) -> Story {
    var story = Story()
    story.commit("q", squash)
    story.commit("r", revert)
    story.answers.remains[.init(of: Story.id("q"), in: Story.id("r"))] = .some
    return story
  }

  struct Case: Sendable {
    let squash: String
    let revert: String
    let states: [String: String]
  }

  private static let second = ["SHOP-1": "delivered", "SHOP-2": "reverted"]

  @Test(arguments: [
    Case(squash: bullets, revert: "Revert \"SHOP-2 Search\"", states: second),
    Case(squash: dashes, revert: "Revert 'SHOP-2 Search'", states: second),
    Case(squash: ids, revert: "Revert \"SHOP-2 Search\"", states: second),
    Case(squash: ids, revert: "Backed out changeset \(Story.id("y"))", states: second),
    Case(squash: ids, revert: "It is slow\n\n\(Story.reverts("y"))", states: second),
    Case(
      squash: bullets, revert: "Undo \"SHOP-1 Mend the total\"", states: ["SHOP-1": "reverted", "SHOP-2": "delivered"]),
    // What names no ticket is the work of the subject's, which may be in the rest as well.
    Case(
      squash: keyless, revert: "Revert \"Mend the total\"",
      states: ["SHOP-1": "partly-reverted", "SHOP-2": "delivered"]),
    Case(squash: keyless, revert: "Revert \"SHOP-2 Search\"", states: second),
    Case(squash: numbered, revert: "Revert \"SHOP-2 Search\"", states: second),
    Case(squash: ids, revert: "Revert \"SHOP-2 Search\"\n\n\(Story.reverts("y"))", states: second),
    // Of a ticket that stands below the list, nobody can tell which part is its work.
    Case(
      squash: trailing, revert: "Revert \"SHOP-2 Search\"",
      states: ["SHOP-1": "delivered", "SHOP-2": "reverted", "SHOP-3": "partly-reverted"]),
  ])
  func `takes out the ticket of the part alone`(_ example: Case) {
    let story = story(example.squash, example.revert)
    #expect(story.taken("r")?.inPart == ["q"], "\(example)")
    #expect(story.taken("r")?.unresolved == [], "\(example)")
    #expect(story.states == example.states, "\(example)")
  }

  @Test func `restores the part with a revert of the revert`() {
    var story = story(Self.bullets, "Revert \"SHOP-2 Search\"")
    story.commit("s", "Reapply \"SHOP-2 Search\"\n\n\(Story.reverts("r"))")
    #expect(story.states == ["SHOP-1": "delivered", "SHOP-2": "delivered"])
    #expect(story.scope.tickets.values.allSatisfy { $0.lackingOthers.isEmpty })
  }

  @Test func `takes the whole squash for undone where all parts of it are, and its files`() {
    var story = story(Self.bullets, "Take both back\n\nRevert \"SHOP-2 Search\"")
    story.claims["r"] = [.made(titles: ["shop-1 mend the total"]), .made(titles: ["shop-2 search"])]
    #expect(story.taken("r")?.undoes == [])
    #expect(story.states == ["SHOP-1": "reverted", "SHOP-2": "reverted"])
    story.answers.remains[.init(of: Story.id("q"), in: Story.id("r"))] = Remains.none
    #expect(story.taken("r")?.undoes == ["q"])
    #expect(story.taken("r")?.by == [.subject, .contents])
  }

  /// The branch had it before, so that the squash has nothing of it.
  @Test func `leaves alone what lists the part and loses nothing`() {
    var story = story(Self.bullets, "Revert \"SHOP-2 Search\"")
    story.answers.remains[.init(of: Story.id("q"), in: Story.id("r"))] = .all
    #expect(story.taken("r")?.inPart == [])
    #expect(story.states["SHOP-1"] == "delivered")
  }

  @Test func `believes a title of a commit before one that a list has`() {
    var story = Story()
    story.commit("a", "SHOP-2 Search")
    story.commit("q", Self.bullets)
    story.commit("r", "Revert \"SHOP-2 Search\"")
    #expect(story.taken("r")?.undoes == ["a"])
    #expect(story.questions.allSatisfy { $0.range.lists.isEmpty })
  }

  @Test(arguments: [
    // The part of the newest of two squashes is out already.
    (
      "Other (#8)\n\n* SHOP-3 Prices\n\n* SHOP-2 Search\n", Self.bullets, ["SHOP-2 Search", "SHOP-2 Search"], "reverted"
    ),
    // A number tells which of two is meant.
    (
      "X", "C (#7)\n\n* SHOP-1 a\n\n* SHOP-2 Search (#12)\n\n* SHOP-2 Search (#13)\n", ["SHOP-2 Search (#12)"],
      "partly-reverted"
    ),
    ("X", "C (#7)\n\n* a\n\nTicket: SHOP-1\n\n* b\n\nTicket: SHOP-2\n\n* SHOP-4 c\n", ["b"], "reverted"),
    ("X", Self.bullets, [], "delivered"),
  ])
  func `takes out what each revert quotes`(first: String, second: String, quoted: [String], state: String) {
    var story = Story()
    story.commit("p", first)
    story.commit("q", second)
    for (number, title) in quoted.enumerated() {
      story.commit("r\(number)", "Revert \"\(title)\"")
      for squash in ["p", "q"] {
        story.answers.remains[.init(of: Story.id(squash), in: Story.id("r\(number)"))] = .some
      }
    }
    #expect(story.states["SHOP-2"] == state)
    #expect(story.states["SHOP-1"] == "delivered")
  }

  @Test func `takes a part of the squash back where two of its items look like what is quoted`() {
    let story = story("C (#7)\n\n* SHOP-1 a\n\n* SHOP-2 Search\n\n* SHOP-2 Search\n", "Revert \"SHOP-2 Search\"")
    #expect(story.taken("r")?.inPart == ["q"])
    #expect(story.states == ["SHOP-1": "partly-reverted", "SHOP-2": "partly-reverted"])
    #expect(story.scope.tickets[RuleStory.key("SHOP-2")]?.doubtedBy == [Story.id("r")])
  }

  @Test func `takes out what a squash lists with the number that a revert names`() {
    let squash = "Cart (#7)\n\n* SHOP-1 Mend the total (#11)\n\n* SHOP-2 Search (#12)\n"
    var story = story(squash, "It is slow\n\nReverts shop/web#12\n")
    #expect(story.taken("r")?.by == [.request])
    #expect(story.states == Self.second)
    #expect(story.questions.allSatisfy { $0.range.inverses.isEmpty })
    story.claims["r"] = [.made(isCertain: false, requests: [12])]
    #expect(story.taken("r") == nil)
  }

  @Test func `believes a title of a commit before a number that a list has`() {
    var story = Story()
    story.commit("a", "SHOP-3 Prices")
    story.commit("q", Self.numbered)
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(requests: [12], titles: ["shop-3 prices"])]
    story.answers.remains[.init(of: Story.id("q"), in: Story.id("r"))] = .some
    #expect(story.taken("r") == .init(undoes: ["a"], by: [.subject]))
  }

  @Test func `looks for nothing else before it knows what a squash lists`() {
    var story = Story()
    story.commit("a", "SHOP-3 Vouchers")
    story.commit("q", Self.keyless)
    story.commit("r", "Revert \"Vouchers\"")
    #expect(story.questions.contains { !$0.range.lists.isEmpty })
    #expect(story.questions.allSatisfy { $0.range.lists.isEmpty || $0.range.gone.isEmpty })
  }

  @Test func `takes out what a squash lists for a ticket that a revert names alone`() {
    let story = story(Self.bullets, "Revert SHOP-2")
    #expect(story.taken("r")?.by == [.key])
    #expect(story.states == Self.second)
  }

  /// Which part is gone, only the files tell, and not whose it is.
  @Test func `doubts a ticket whose part of a squash is named, and not found`() {
    var story = story("SHOP-1 Cart\n\nSHOP-1: Mend it\nSHOP-2: Search\n", "Revert \"SHOP-2 Searches\"")
    story.answers.goneInPart[Story.id("r")] = [Story.id("q")]
    #expect(story.taken("r")?.inPart == ["q"])
    #expect(story.taken("r")?.unresolved == ["shop-2 searches"])
    #expect(story.scope.tickets[RuleStory.key("SHOP-2")]?.doubtedBy == [Story.id("r")])
    #expect(story.scope.tickets[RuleStory.key("SHOP-1")]?.doubtedBy == [])
  }

  /// What brings older work back may do more than that.
  @Test(arguments: [(RevertClaim.Source.item, "partly-reverted" as String?), (.subject, nil)])
  func `takes back of what brought older work back that alone`(source: RevertClaim.Source, state: String?) {
    var story = Story()
    story.outside = [
      ("old", "SHOP-9 Old"), ("undo", "Revert \"SHOP-9 Old\"\n\n\(Story.reverts("old"))"),
    ]
    story.commit("q", source == .item ? Self.bullets : "Bring it back")
    story.claims["q"] = [.made(in: source, ids: ["undo"])]
    story.commit("r", "Take it back again")
    story.claims["r"] = [.made(ids: ["old"])]
    #expect(story.taken("r")?.inPart == (source == .item ? ["q"] : []))
    #expect(story.taken("r")?.undoes == (source == .item ? [] : ["q"]))
    #expect(story.states["SHOP-1"] == state)
  }

  @Test func `says of what the base took back of the same squash that the release brings it`() {
    var story = Story()
    story.commit("q", Self.bullets, tree: "both")
    story.onBase("p", Self.dashes, tree: "both")
    #expect(story.states == ["SHOP-1": "already-on-base", "SHOP-2": "already-on-base"])
    story.onBase("r", "Revert \"SHOP-2 Search\"")
    story.answers.remains[.init(of: Story.id("p"), in: Story.id("r"))] = .some
    #expect(story.states == ["SHOP-1": "already-on-base", "SHOP-2": "delivered"])
  }

  /// What has no list, or no item for the ticket, or work for no other, is taken back as a whole.
  @Test(arguments: [
    ("SHOP-1 SHOP-2 Both", false), ("SHOP-1 SHOP-2 Both\n\n- of them\n", true),
    ("SHOP-2 Search (#7)\n\n* SHOP-2 Search\n\n* SHOP-2 Find\n", false),
  ])
  func `takes a commit back as a whole for a ticket alone`(message: String, asks: Bool) {
    let story = story(message, "Revert SHOP-2")
    #expect(story.taken("r")?.undoes == ["q"])
    #expect(story.questions.contains { !$0.range.lists.isEmpty } == asks)
  }

  @Test func `takes back a part of no merge, and of nothing that is undone`() {
    var story = Story()
    story.commit("a", "SHOP-3 Prices")
    story.commit("b", "SHOP-4 Orders", on: ["base"])
    story.commit("m", "Merge branch 'b'\n\n* SHOP-2 Search\n", on: ["a", "b"])
    story.commit("q", Self.bullets)
    story.commit("s", "Revert \"SHOP-1 Cart (#7)\"\n\n\(Story.reverts("q"))")
    story.commit("r", "Revert \"SHOP-2 Search\"")
    for squash in ["m", "q"] { story.answers.remains[.init(of: Story.id(squash), in: Story.id("r"))] = .some }
    #expect(story.taken("r")?.inPart == [])
  }

  @Test func `takes a part back again that was brought back, or that another branch took back`() {
    var story = story(Self.bullets, "Revert \"SHOP-2 Search\"")
    story.commit("s", "Reapply \"SHOP-2 Search\"\n\n\(Story.reverts("r"))")
    story.commit("t", "Revert \"SHOP-2 Search\"")
    story.commit("u", "Revert \"SHOP-2 Search\"", on: ["q"])
    for revert in ["t", "u"] { story.answers.remains[.init(of: Story.id("q"), in: Story.id(revert))] = .some }
    #expect(story.taken("t")?.inPart == ["q"])
    #expect(story.taken("u")?.inPart == ["q"])
    #expect(story.taken("t")?.by == [.subject])
  }

  @Test func `believes the list and not the files where one part is quoted and all is gone`() {
    var story = story(Self.bullets, "Revert \"SHOP-2 Search\"")
    story.answers.remains[.init(of: Story.id("q"), in: Story.id("r"))] = Remains.none
    #expect(story.taken("r")?.inPart == ["q"])
  }

  @Test func `notes what lacks the work of others alone`() {
    let tickets = story(Self.bullets, "Revert \"SHOP-2 Search\"").scope.tickets
    #expect(tickets[RuleStory.key("SHOP-1")]?.lackingOthers == [Story.id("q")])
    #expect(tickets[RuleStory.key("SHOP-2")]?.lackingOthers == [])
  }

  @Test func `reads of the base only the lists of what the release has as well`() {
    var story = Story()
    story.commit("q", Self.bullets, tree: "both")
    story.onBase("o", "SHOP-5 Other\n\n* SHOP-2 Search\n")
    story.onBase("p", Self.dashes, tree: "both")
    story.onBase("r", "Revert \"SHOP-2 Search\"")
    #expect(story.questions.reduce(into: Set()) { $0.formUnion($1.base.lists) } == [Story.id("p")])
  }

  /// The last merge on the branch that the base merged.
  @Test(arguments: ["Merge branch 'main' into cart", "Merge branch 'SHOP-2-search' into cart"])
  func `says of what the base took back of a merge that the release brings it`(inner: String) {
    var story = Story()
    story.commit("q", Self.bullets, tree: "both")
    story.onBase("x", "SHOP-1 Mend the total")
    story.onBase("y", "SHOP-2 Search")
    story.onBase("z", "Tidy", parents: ["base"])
    story.onBase("n", inner, parents: ["y", "z"])
    story.onBase("m", "Merge branch 'cart'", tree: "both", parents: ["base", "n"])
    #expect(story.states == ["SHOP-1": "already-on-base", "SHOP-2": "already-on-base"])
    story.onBase("r", "Revert \"SHOP-2 Search\"\n\n\(Story.reverts("y"))")
    #expect(story.states == ["SHOP-1": "already-on-base", "SHOP-2": "delivered"])
  }
}
