import Testing

@testable import ReleaseScope

/// What was left of a commit where both sides come from, where that are several commits.
struct MergeBaseRemainsTests {
  /// Nothing of it, which is not the same as `nil`.
  private static let gone = Remains.none

  /// What two merge bases have, and where these come from; nothing known is `nil`.
  @Test(
    arguments: [
      (.all, .all, nil, .all), (.all, gone, nil, nil), (.all, gone, gone, .all), (gone, .all, gone, .all),
      (.all, gone, .all, gone), (.all, gone, .some, nil), (.some, gone, gone, .some), (.all, nil, .all, nil),
      (nil, nil, .all, nil), (.all, nil, nil, nil),
    ] as [(Remains?, Remains?, Remains?, Remains?)])
  func `takes what one of them changed`(one: Remains?, other: Remains?, before: Remains?, merged: Remains?) {
    let commit = Story.id("a")
    for hasOrigin in [true, false] {
      let tips = NetScope.Tips(
        release: Story.id("release"), base: Story.id("main"), mergeBases: [Story.id("one"), Story.id("other")],
        origin: hasOrigin ? Story.id("fork") : nil)
      var remains: [ScopeAnswers.CommitInTree: Remains] = [:]
      for (place, left) in [("one", one), ("other", other), ("fork", before)] {
        remains[.init(of: commit, in: Story.id(place))] = left
      }
      let isKnown = hasOrigin || one == other
      #expect(RemainsAtTips(remains, alike: [], overwritten: [:], tips).atMergeBase(commit) == (isKnown ? merged : nil))
    }
  }
}
