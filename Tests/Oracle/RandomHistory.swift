import Fuzzing
package import InMemoryRepository
package import ReleaseScope

/// A history drawn from a seed, with the right answer.
package struct RandomHistory {
  package let seed: UInt64
  package let mode: HistoryMode
  /// The seeds of the steps, in order.
  package let steps: [UInt64]
  /// What was done, one line each.
  package let story: [String]
  /// `main`, `release/2.4.0` and the topics; HEAD is on the release.
  package let repository: InMemoryRepository
  package let truth: [TicketKey: TicketTruth]
  package let planned: Set<TicketKey>
  /// The tickets of reverts that nobody can tie to what they take back.
  let untold: Set<TicketKey>
  /// The merges of the range that have changes of their own.
  let changedMerges: Set<ObjectID>
  /// Whether the release and the base have the same files.
  let changesNothing: Bool

  package init(seed: UInt64, _ mode: HistoryMode, operations: Int) {
    var random = RandomNumbers(seed: seed)
    self.init(seed: seed, mode, steps: (0..<operations).map { _ in random.next() })
  }

  init(seed: UInt64, _ mode: HistoryMode, steps: [UInt64]) {
    var random = RandomNumbers(seed: ~seed)
    var draft = HistoryDraft(mode)
    draft.branches.append(Branch(name: "main", tip: 0, ticket: nil, start: 0, title: ""))
    draft.commit(.start, on: HistoryDraft.main, "Start\n", draft.world.start)
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      if let done = draft.commitWork(on: HistoryDraft.main, &random) { draft.tell("at first, \(done)") }
    }
    let tip = draft.branches[HistoryDraft.main].tip
    draft.branches.append(Branch(name: "release/2.4.0", tip: tip, ticket: nil, start: tip, title: ""))
    for step in steps { draft.perform(step) }
    let release = draft.tip(of: HistoryDraft.release)
    if draft.tip(of: HistoryDraft.main).reaches(draft.branches[HistoryDraft.release].tip) {
      // An empty range is another question.
      draft.commit(.start, on: HistoryDraft.release, "Bump the version\n", release.state)
    }
    self.seed = seed
    self.mode = mode
    self.steps = steps
    story = draft.story
    repository = draft.repository
    for branch in draft.branches { repository.references["refs/heads/\(branch.name)"] = draft.nodes[branch.tip].id }
    repository.symbolicReferences["HEAD"] = "refs/heads/release/2.4.0"
    let truth = Dictionary(uniqueKeysWithValues: zip(draft.world.tickets, draft.truth()))
    self.truth = truth
    planned = Self.plan(truth, &random)
    untold = draft.untold()
    changedMerges = draft.changedMerges()
    changesNothing = release.state == draft.tip(of: HistoryDraft.main).state
  }

  /// The tickets that the release brings; one too few or one too many now and then.
  private static func plan(_ truth: [TicketKey: TicketTruth], _ random: inout RandomNumbers) -> Set<TicketKey> {
    let brought: Set<TicketState> = [.delivered, .partlyReverted, .alreadyOnBase]
    var planned = Set(truth.filter { brought.isSuperset(of: $0.value.states) }.keys)
    let slip = Int.random(in: 0..<4, using: &random)
    if slip == 0, let one = planned.sorted().randomElement(using: &random) { planned.remove(one) }
    let others = truth.keys.filter { !planned.contains($0) }.sorted()
    if slip == 1 || planned.isEmpty, let one = others.randomElement(using: &random) { planned.insert(one) }
    return planned
  }
}
