import Fuzzing
import ReleaseScope

/// A step of a random history, drawn from a number of its own: to leave one out leaves the others as they are.
enum Operation: CaseIterable {
  case commit
  case startTopic
  case commitOnTopic
  case mergeTopic
  case squashTopic
  case rebaseTopic
  case revert
  case undoRevert
  case revertMerge
  case pick
  case pickMerge
  case mergeRelease
  case mergeMain
  // What is rare.
  case mergeBatch
  case mergeWithChanges
  case revertNothing
  // Of branches for several tickets.
  case workOfAnother
  case revertPart

  private func isDone(in mode: HistoryMode) -> Bool {
    switch self {
    case .mergeBatch, .mergeWithChanges, .revertNothing: mode == .wide
    case .workOfAnother, .revertPart: mode == .parts
    default: true
    }
  }

  /// How often it is drawn, beside the others.
  private var weight: Int {
    switch self {
    case .commit, .revert, .revertPart: 5
    case .undoRevert, .pick, .mergeTopic: 4
    case .startTopic, .commitOnTopic, .workOfAnother: 3
    case .squashTopic, .revertMerge: 2
    case .rebaseTopic, .pickMerge, .mergeRelease, .mergeMain, .mergeBatch, .mergeWithChanges, .revertNothing: 1
    }
  }

  init(_ mode: HistoryMode, _ random: inout RandomNumbers) {
    let bag = Self.allCases.filter { $0.isDone(in: mode) }.flatMap { Array(repeating: $0, count: $0.weight) }
    self = bag[Int.random(in: bag.indices, using: &random)]
  }
}

extension HistoryDraft {
  static let main = 0
  static let release = 1

  /// Does one step, if it can be done: not if nothing would change, or a conflict would be left to somebody.
  mutating func perform(_ seed: UInt64) {
    guard !isFull else { return }
    var random = RandomNumbers(seed: seed)
    let operation = Operation(mode, &random)
    let count = nodes.count
    let started = branches.count
    let what = perform(operation, &random)
    guard let what, nodes.count > count || branches.count > started else { return }
    let made = nodes[count...].map { $0.id.abbreviated.prefix(7) }.joined(separator: " ")
    tell(made.isEmpty ? what : "\(what): \(made)")
  }

  /// - Returns: What was done, in words; `nil` for nothing.
  private mutating func perform(_ operation: Operation, _ random: inout RandomNumbers) -> String? {
    switch operation {
    case .commit: return commitWork(on: random.line(), &random)
    case .startTopic: return startTopic(&random)
    case .commitOnTopic:
      guard let topic = topic(&random) else { return startTopic(&random) }
      return commitWork(on: topic, &random)
    case .mergeTopic:
      guard let topic = topic(&random) else { return startTopic(&random) }
      return merge(topic, into: random.line(), &random)
    case .squashTopic:
      guard let topic = topic(&random) else { return startTopic(&random) }
      return squash(topic, into: random.line(), &random)
    case .rebaseTopic:
      guard let topic = topic(&random) else { return startTopic(&random) }
      return rebase(topic, onto: random.line(), &random)
    case .revert: return revert(on: branch(&random), &random) { !$0.isMerge }
    case .undoRevert:
      return revert(on: branch(&random), &random) {
        if case .revert = $0.kind { true } else { false }
      }
    case .revertMerge: return revert(on: random.line(), &random) { $0.isMerge }
    case .pick: return pick(onto: branch(&random), &random) { !$0.isMerge }
    case .pickMerge: return pick(onto: random.line(), &random) { $0.isMerge }
    case .mergeRelease: return merge(Self.release, into: Self.main, &random)
    case .mergeMain: return merge(Self.main, into: Self.release, &random)
    case .mergeBatch: return mergeBatch(into: random.line(), &random)
    case .mergeWithChanges:
      guard let topic = topic(&random) else { return startTopic(&random) }
      return mergeWithChanges(topic, into: random.line(), &random)
    case .revertNothing: return revertNothing(on: random.line(), &random)
    case .workOfAnother:
      guard let topic = topic(&random) else { return startTopic(&random) }
      return commitWork(on: topic, of: Int.random(in: world.tickets.indices, using: &random), &random)
    case .revertPart: return revertPart(on: random.line(), &random)
    }
  }

  private func topic(_ random: inout RandomNumbers) -> Int? {
    branches.indices.filter { branches[$0].isTopic }.randomElement(using: &random)
  }

  /// Mostly one of the two lines.
  private func branch(_ random: inout RandomNumbers) -> Int {
    Int.random(in: 0..<5, using: &random) == 0 ? topic(&random) ?? random.line() : random.line()
  }
}

extension RandomNumbers {
  /// `main`, or more often the release.
  fileprivate mutating func line() -> Int {
    Int.random(in: 0..<5, using: &self) < 2 ? HistoryDraft.main : HistoryDraft.release
  }

  /// Whether something that happens once in `count` times happens.
  mutating func isOne(in count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }
}
