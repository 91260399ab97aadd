import Testing

@testable import ReleaseScope

/// What is left of commits where it is looked at.
struct RemainsAtTipsTests {
  private static let tips = NetScope.Tips(
    release: Story.id("release"), base: Story.id("base"), mergeBases: [Story.id("fork")])

  /// What is left in the release of `a`, of `b`, which goes on from it, and of `c`, which goes on from that.
  @Test(arguments: [
    ([Remains.replaced, .all, .none], [Remains.all, .all, .none]),
    ([.replaced, .replaced, .all], [.all, .all, .all]),
    ([.none, .replaced, .replaced], [.none, .none, .none]),
    ([.none, .replaced, .all], [.none, .all, .all]),
    ([.some, .replaced, .some], [.some, .replaced, .some]),
    ([.all, .replaced, .none], [.all, .replaced, .none]),
    ([.none, .some, .replaced], [.none, .some, .replaced]),
  ])
  func `tells what something came in the place of by what goes on from it, or it goes on from`(
    read: [Remains], told: [Remains]
  ) {
    let names = ["a", "b", "c"]
    var remains: [ScopeAnswers.CommitInTree: Remains] = [:]
    for (name, left) in zip(names, read) { remains[.init(of: Story.id(name), in: Self.tips.release)] = left }
    for name in names { remains[.init(of: Story.id(name), in: Self.tips.base)] = .replaced }
    let left = RemainsAtTips(
      remains, alike: [],
      overwritten: [Story.id("b"): [Story.id("a")], Story.id("c"): [Story.id("b")]], Self.tips)
    #expect(names.map { left.inRelease(Story.id($0)) } == told)
    #expect(names.map { left.onBase(Story.id($0)) } == [.replaced, .replaced, .replaced])
    let apart = RemainsAtTips(remains, alike: [], overwritten: [:], Self.tips)
    #expect(names.map { apart.inRelease(Story.id($0)) } == read)
  }

  @Test(
    arguments: [
      (.replaced, .replaced, true), (.replaced, .moved, true), (.moved, .replaced, true), (.moved, .moved, true),
      (.all, .moved, false), (.replaced, .all, false), (.none, .replaced, false), (.moved, .none, false),
    ] as [(Remains, Remains, Bool)])
  func `leaves open what both sides have something else for`(inRelease: Remains, onBase: Remains, isOpen: Bool) {
    let left = RemainsAtTips.Left(inRelease: inRelease, onBase: onBase, atMergeBase: Remains.none)
    #expect(left.isOpen == isOpen)
  }

  @Test(arguments: [(Remains.all as Remains?, true), (Remains.none, false), (nil, false)])
  func `believes merge bases only where they agree`(other: Remains?, isKnown: Bool) {
    let tips = NetScope.Tips(
      release: Story.id("release"), base: Story.id("base"), mergeBases: [Story.id("fork"), Story.id("other")])
    var remains: [ScopeAnswers.CommitInTree: Remains] = [.init(of: Story.id("a"), in: Story.id("fork")): .all]
    remains[.init(of: Story.id("a"), in: Story.id("other"))] = other
    #expect(
      RemainsAtTips(remains, alike: [], overwritten: [:], tips).atMergeBase(Story.id("a"))
        == (isKnown ? .all : nil))
  }

  /// What is left of the paths of `a`, in the release, on the base and where both come from.
  @Test(arguments: [
    (
      [[.all, Remains.none], [Remains.none, .all], [Remains.none, .all]] as [[Remains?]],
      [(Remains.all, Remains.none, Remains.none), (.none, .all, .all)] as [(Remains, Remains, Remains)]
    ),
    (
      [[.all, .replaced], [.all, .all], [Remains.none, Remains.none]], [(.all, .all, .none), (.replaced, .all, .none)]
    ),
    (
      [[Remains.none, .replaced], [.all, .all], [Remains.none, Remains.none]],
      [(.none, .all, .none), (.replaced, .all, .none)]
    ),
    ([[.all, .all], [Remains.none, Remains.none], [Remains.none, Remains.none]], [(.all, .none, .none)]),
    ([[.all, nil], [Remains.none, Remains.none], [Remains.none, Remains.none]], [(.some, .none, .none)]),
    ([[.all, Remains.none], [Remains.none], [Remains.none, Remains.none]], [(.some, .none, .none)]),
  ])
  func `tells the paths of a commit apart where they went other ways`(
    read: [[Remains?]], told: [(Remains, Remains, Remains)]
  ) {
    var remains: [ScopeAnswers.CommitInTree: [Remains?]] = [:]
    for (tip, left) in zip(["release", "base", "fork"], read) {
      remains[.init(of: Story.id("a"), in: Story.id(tip))] = left
    }
    let parts = RemainsAtTips(remains, alike: [], overwritten: [:], Self.tips).parts(of: Story.id("a"))
    #expect(parts == Set(told.map { RemainsAtTips.Left(inRelease: $0.0, onBase: $0.1, atMergeBase: $0.2) }))
  }

  @Test(arguments: [
    (Remains.replaced, Remains.all, Remains.none), (.replaced, .some, .replaced), (.some, .all, .some),
    (.all, .all, .all),
  ])
  func `is gone where a revert is that took its lines away`(left: Remains, revert: Remains, told: Remains) {
    let places = [Story.id("a"), Story.id("r")].map { ScopeAnswers.CommitInTree(of: $0, in: Self.tips.release) }
    let remains = Dictionary(zip(places, [[left], [revert]])) { first, _ in first }
    let found = RemainsAtTips(
      remains, alike: [], overwritten: [:], takenAway: [Story.id("r"): [Story.id("a")]], Self.tips
    ).inRelease(Story.id("a"))
    #expect(found == told)
  }

  @Test func `tells a commit of one path as a whole, where another tells what was read of it`() {
    #expect(Self.told([.some], [.replaced]) == [.init(inRelease: .some, onBase: .none, atMergeBase: Remains.none)])
  }

  @Test func `tells the paths of a commit as one where another tells of all of them`() {
    let all: [Remains?] = [.all, .all]
    #expect(
      Self.told(all, [.replaced, .replaced]) == [.init(inRelease: .all, onBase: .none, atMergeBase: Remains.none)])
  }

  /// The parts of `a`, whose lines `r` takes away on the base, and of which both come from nothing.
  private static func told(_ ours: [Remains?], _ theirs: [Remains?]) -> Set<RemainsAtTips.Left>? {
    let before = ours.map { _ in Remains.none as Remains? }
    let remains: [ScopeAnswers.CommitInTree: [Remains?]] = [
      .init(of: Story.id("a"), in: tips.release): ours, .init(of: Story.id("a"), in: tips.base): theirs,
      .init(of: Story.id("a"), in: tips.mergeBases[0]): before, .init(of: Story.id("r"), in: tips.base): [.all],
    ]
    return RemainsAtTips(
      remains, alike: [], overwritten: [:], takenAway: [Story.id("r"): [Story.id("a")]], tips
    ).parts(of: Story.id("a"))
  }

  /// Of two files of work, one of which other work goes on from.
  @Test(arguments: [([Remains.replaced, .replaced], Remains.all), ([Remains.none, .replaced], .replaced)])
  func `is not there by what goes on from a part of it where the other is gone`(files: [Remains], left: Remains) {
    let release = SettledTicket.tips.release
    let remains: [ScopeAnswers.CommitInTree: [Remains?]] = [
      .init(of: Story.id("a"), in: release): files, .init(of: Story.id("b"), in: release): [.all],
    ]
    let told = RemainsAtTips(
      remains, alike: [], overwritten: [Story.id("b"): [Story.id("a")]], SettledTicket.tips)
    #expect(told.inRelease(Story.id("a")) == left)
  }

  @Test func `is gone with what it goes on from, though a part of it was gone before`() {
    let release = SettledTicket.tips.release
    let remains: [ScopeAnswers.CommitInTree: [Remains?]] = [
      .init(of: Story.id("a"), in: release): [Remains.none],
      .init(of: Story.id("b"), in: release): [Remains.none, .replaced],
    ]
    let told = RemainsAtTips(
      remains, alike: [], overwritten: [Story.id("b"): [Story.id("a")]], SettledTicket.tips)
    #expect(told.inRelease(Story.id("b")) == Remains.none)
  }
}
