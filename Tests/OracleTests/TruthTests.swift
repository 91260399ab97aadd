import ReleaseScope
import Testing

@testable import Oracle

/// What the oracle says of histories whose answer everybody sees.
struct TruthTests {
  /// A step of a history with one ticket that owns two lines, `a` and `b`.
  enum Step: Sendable {
    case work(on: Int, [Int])
    /// Takes back what the commit with a number changed.
    case revert(Int, on: Int)
    case pick(Int, on: Int)
    case merge(Int, into: Int)
    /// Writes a line besides.
    case mergeWithChange(Int, into: Int, Int)
    /// Takes back what the commit with a number changed, and does not say so.
    case squash(Int, on: Int)
  }

  private static let (main, release, topic) = (HistoryDraft.main, HistoryDraft.release, 2)

  /// Commit 0 is the start, of both; each step makes one.
  private func truth(_ steps: [Step], olderWork: Bool = false) throws -> TicketTruth {
    var draft = HistoryDraft(.git)
    draft.branches.append(Branch(name: "main", tip: 0, ticket: nil, start: 0, title: ""))
    draft.commit(.start, on: Self.main, "Start\n", draft.world.start)
    let lines = draft.world.lines(of: 0)
    if olderWork { work(&draft, Self.main, [lines[0]]) }
    let tip = draft.branches[Self.main].tip
    for name in ["release/2.4.0", "topic"] {
      draft.branches.append(Branch(name: name, tip: tip, ticket: nil, start: tip, title: ""))
    }
    for step in steps {
      switch step {
      case .work(let branch, let places): work(&draft, branch, places.map { lines[$0] })
      case .revert(let node, let branch):
        let state = World.merge(draft.nodes[node].state, draft.tip(of: branch).state, draft.before(node))
        draft.commit(.revert(of: node), on: branch, "x\n", try #require(state))
      case .pick(let node, let branch):
        let state = World.merge(draft.before(node), draft.tip(of: branch).state, draft.nodes[node].state)
        draft.commit(.pick(of: node), on: branch, "x\n", try #require(state))
      case .squash(let node, let branch):
        let state = World.merge(draft.nodes[node].state, draft.tip(of: branch).state, draft.before(node))
        draft.commit(.squash(of: []), on: branch, "x\n", try #require(state))
      case .merge(let other, let branch): try merge(&draft, other, into: branch)
      case .mergeWithChange(let other, let branch, let place):
        try merge(&draft, other, into: branch, writing: lines[place])
      }
    }
    return draft.truth()[0]
  }

  private func merge(_ draft: inout HistoryDraft, _ other: Int, into branch: Int, writing line: Int? = nil) throws {
    let base = try #require(draft.mergeBase(draft.tip(of: other).ancestors, draft.tip(of: branch).ancestors))
    var state = try #require(World.merge(base, draft.tip(of: branch).state, draft.tip(of: other).state))
    if let line { draft.world.write(line, in: &state) }
    draft.commit(.merge, on: branch, "x\n", state, merging: [draft.branches[other].tip])
  }

  private func work(_ draft: inout HistoryDraft, _ branch: Int, _ lines: [Int]) {
    var state = draft.tip(of: branch).state
    for line in lines { draft.world.write(line, in: &state) }
    draft.commit(.work, on: branch, "x\n", state)
  }

  static let certain: [([Step], TicketState)] = [
    ([.work(on: release, [0])], .delivered),
    ([.work(on: release, [0]), .work(on: release, [0])], .delivered),
    ([.work(on: release, [0]), .revert(1, on: release)], .reverted),
    ([.work(on: release, [0]), .work(on: release, [1]), .revert(1, on: release)], .partlyReverted),
    ([.work(on: release, [0]), .work(on: release, [0]), .revert(2, on: release)], .partlyReverted),
    ([.work(on: release, [0]), .revert(1, on: release), .revert(2, on: release)], .delivered),
    ([.work(on: release, [0]), .pick(1, on: main)], .alreadyOnBase),
    ([.work(on: main, [0]), .pick(1, on: release)], .alreadyOnBase),
    ([.work(on: main, [0]), .pick(1, on: release), .merge(main, into: release)], .alreadyOnBase),
    ([.work(on: release, [0]), .pick(1, on: main), .revert(2, on: main)], .delivered),
    ([.work(on: release, [0]), .pick(1, on: main), .revert(1, on: release)], .reverted),
    ([.work(on: release, [0]), .merge(release, into: main), .revert(1, on: release)], .removed),
  ]

  @Test(arguments: certain) func `says what merging would do`(_ steps: [Step], _ state: TicketState) throws {
    let truth = try truth(steps)
    #expect(truth == TicketTruth(states: [state], doubt: nil))
  }

  @Test func `says that older work is taken out`() throws {
    let removed = try truth([.revert(1, on: Self.release)], olderWork: true)
    #expect(removed == TicketTruth(states: [.removed], doubt: nil))
  }

  static let nothing: [[Step]] = [
    [], [.work(on: main, [1])], [.revert(1, on: main)], [.revert(1, on: main), .revert(1, on: release)],
  ]

  @Test(arguments: nothing) func `has nothing to say where nothing would change`(_ steps: [Step]) throws {
    let truth = try truth(steps, olderWork: true)
    #expect(truth == TicketTruth(states: [.absent, .mentioned], doubt: nil))
  }

  static let doubtful: [([Step], Doubt)] = [
    ([.revert(1, on: release), .revert(2, on: release)], .backAndForth),
    ([.revert(1, on: release), .work(on: release, [1])], .olderOutNewerIn),
    (
      [
        .work(on: main, [1]), .mergeWithChange(main, into: release, 1), .merge(release, into: main),
        .squash(1, on: main), .merge(main, into: release), .revert(5, on: release),
      ], .hiddenInASquash
    ),
  ]

  @Test(arguments: doubtful) func `says why several answers are right`(_ steps: [Step], _ doubt: Doubt) throws {
    let truth = try truth(steps, olderWork: true)
    #expect(truth.doubt == doubt)
    #expect(truth.states.count > 1)
  }

  /// A topic's work that both sides have, and of which the topic takes it back.
  @Test(arguments: [(0, true), (1, false)]) func `cannot say what a merge did that wrote over what it takes out`(
    place: Int, mayBeRemoved: Bool
  ) throws {
    let (topic, release) = (Self.topic, Self.release)
    let truth = try truth([
      .work(on: topic, [0]), .pick(1, on: release), .merge(topic, into: Self.main), .revert(1, on: topic),
      .merge(release, into: Self.main), .mergeWithChange(topic, into: release, place),
    ])
    #expect(truth.doubt == .changedInAMerge)
    #expect(truth.states.contains(.removed) == mayBeRemoved)
  }
}
