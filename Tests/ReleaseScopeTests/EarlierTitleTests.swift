import ReleaseScope
import Testing

/// What a revert takes back whose quoted title more than one commit may be meant by, some older than the range.
struct EarlierTitleTests {
  /// A quoted title that older work has, and work of the range behind its ticket.
  @Test(
    arguments: [
      ("Vouchers", false, .init(outside: ["o"], by: [.subject])),
      ("Vouchers", true, .init(undoes: ["a"], by: [.subject])),
      ("SHOP-9 Vouchers", false, .init(undoes: ["a"], by: [.subject])),
      (nil, false, .init(undoes: ["a"], by: [.subject])),
    ] as [(String?, Bool, Story.Taken)])
  func `takes older work of the very title rather than what only ends so and is still there`(
    older: String?, isGone: Bool, expected: Story.Taken
  ) {
    var story = Story()
    story.commit("a", "SHOP-1 Vouchers")
    story.commit("r", "Revert \"Vouchers\"")
    story.answers.gone = [Story.id("r"): [Story.id("a"): isGone]]
    var earlier = ScopeAnswers.Earlier()
    earlier.described = [older].compactMap(\.self).map {
      .init(id: Story.id("o"), isMerge: false, facts: facts($0), isCommon: true, descendants: [Story.id("r")])
    }
    story.answers.earlier = [Story.id("r"): earlier]
    #expect(story.taken("r") == expected)
  }

  @Test func `looks for nothing older where what ends so is gone`() {
    var story = Story()
    story.commit("a", "SHOP-1 Vouchers")
    story.commit("r", "Revert \"Vouchers\"")
    story.answers.gone = [Story.id("r"): [Story.id("a"): true]]
    #expect(story.taken("r") == .init(undoes: ["a"], by: [.subject]))
    #expect(story.questions.allSatisfy { $0.range.earlier.isEmpty })
  }

  @Test func `takes older work by its number where nothing of the range has its title`() {
    var story = Story()
    story.commit("a", "SHOP-1 Cart")
    story.commit("r", "Take it back")
    story.claims["r"] = [.made(requests: [7], titles: ["vouchers"])]
    var earlier = ScopeAnswers.Earlier()
    earlier.described = [
      .init(id: Story.id("o"), isMerge: false, facts: facts("Vouchers (#7)"), isCommon: true, descendants: [])
    ]
    story.answers.earlier = [Story.id("r"): earlier]
    #expect(story.taken("r") == .init(outside: ["o"], by: [.request]))
  }
}
