import Testing

@testable import Commits
@testable import ReleaseScope

/// Which commit a revert means when its target was taken back before, or brought older work back.
struct StandingWorkTests {
  /// What came after the first revert, and what the second one takes back that names the same commit.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let undoes: [String]
    let tell: @Sendable (inout Story) -> Void
  }

  static let cases = [
    Case(testDescription: "the work done again", undoes: ["s"]) { $0.commit("s", "SHOP-1 Cart") },
    Case(testDescription: "a commit with another title", undoes: ["q"]) { $0.commit("s", "SHOP-1 Cart, anew") },
    Case(testDescription: "a merge with the title", undoes: ["q"]) {
      $0.commit("s", "SHOP-1 Cart", on: ["r", "elsewhere"])
    },
    Case(testDescription: "the work done again and taken back", undoes: ["q"]) {
      $0.commit("s", "SHOP-1 Cart")
      $0.commit("u", "Take it back once more")
      $0.claims["u"] = [.made(ids: ["s"])]
    },
  ]

  @Test(arguments: cases) func `takes back what does the work of its target now`(example: Case) {
    var story = Story()
    story.commit("q", "SHOP-1 Cart")
    story.commit("r", "Take it back")
    example.tell(&story)
    story.commit("t", "Take it back again")
    story.claims["r"] = [.made(ids: ["q"])]
    story.claims["t"] = [.made(ids: ["q"])]
    #expect(story.taken("t")?.undoes == example.undoes)
  }

  @Test func `says by what it found a squash that has no more than its target`() {
    var story = Story()
    story.commit("q", "SHOP-1 Cart\n\n\(Story.picked("o"))")
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(ids: ["o"])]
    story.said["q"] = { $0.squashOf = ["x", "y"].map { WrittenID(Story.id($0)) } }
    #expect(story.taken("r") == .init(undoes: ["q"], by: [.trailer]))
  }

  /// A commit of the range that takes back `gone`, by which both sides had taken `old` back.
  private static func returned(_ tell: (inout Story) -> Void) -> [String]? {
    var story = Story()
    story.outside = [("gone", "Take it back"), ("old", "SHOP-1 Cart")]
    story.commit("a", "SHOP-2 Search")
    story.commit("b", "Do it again", on: ["a"])
    story.claims = ["gone": [.made(ids: ["old"])], "b": [.made(ids: ["gone"])]]
    tell(&story)
    story.commit("s", "Take it back once more", on: story.claims["c"] == nil ? ["a"] : nil)
    story.claims["s"] = [.made(ids: ["old"])]
    return story.taken("s")?.undoes
  }

  @Test func `takes back what brought older work back only where that is in effect, and nothing else`() {
    func undone(_ tell: (inout Story) -> Void) -> [String]? {
      Self.returned {
        $0.commit("c", "Step")
        $0.claims["c"] = []
        tell(&$0)
      }
    }
    #expect(undone { _ in } == ["b"])
    #expect(undone { $0.claims["c"] = [.made(ids: ["b"])] } == [])
    #expect(undone { $0.claims["b"] = [.made(ids: ["gone", "a"])] } == [])
    #expect(undone { $0.claims["b"] = [.made(ids: ["other"])] } == [])
    // On another branch it was not brought back.
    #expect(Self.returned { _ in } == [])
  }

  @Test func `knows no undoer of what was restored`() {
    var effects = RevertEffects(count: 4)
    let positions = (0..<4).map { CommitPosition($0) }
    effects.add(positions[2], undoing: [positions[3]], restoring: [])
    #expect(effects.undoer(of: positions[3]) == positions[2])
    effects.add(positions[1], undoing: [], restoring: [positions[3]])
    #expect(effects.undoer(of: positions[3]) == nil)
    effects.add(positions[0], undoing: [positions[1]], restoring: [])
    #expect(effects.undoer(of: positions[3]) == positions[2])
  }

  /// A commit that says to take something back, and what of it is known.
  @Test(arguments: [
    (RevertClaim.made(.reland, titles: ["wish list"]), ["b"] as [String]?), (.made(ids: ["a"]), nil),
  ])
  func `takes back without a word what did no more than say that it takes back`(claim: RevertClaim, undoes: [String]?) {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("b", "SHOP-2 Do it")
    story.commit("c", "SHOP-3 Tidy up")
    story.claims["b"] = [claim]
    story.answers.reversals = [Story.id("b"): [Story.id("c")]]
    #expect(story.taken("c")?.undoes == undoes)
  }

  @Test func `knows by its subject what takes other work back below it`() {
    var story = Story()
    story.commit("b", "SHOP-2 Search")
    story.commit("r", "Take it back")
    story.claims = ["b": [.made(in: .body, titles: ["cart"])], "r": [.made(titles: ["shop-2 search"])]]
    #expect(story.taken("r") == .init(undoes: ["b"], by: [.subject]))
  }
}
