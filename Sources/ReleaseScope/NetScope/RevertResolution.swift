/// What each revert of one side undoes, and what is in effect in the end.
package struct RevertResolution: Sendable {
  package struct Resolved: Sendable {
    /// The position of the revert.
    package let revert: CommitPosition
    /// The positions that it undoes; a merge stands with all that it brought. By position.
    package let targets: [CommitPosition]
    /// The positions that it puts in effect again.
    package let restored: [CommitPosition]
    /// What it undoes that both sides have.
    package let outside: [ScopeAnswers.Known]
    /// What both sides have of work that the range did again before this took it back.
    let older: [ScopeAnswers.Known]
    /// What it takes back of squashes that are in effect otherwise, by position.
    let parts: [CommitPosition: Set<WrittenID>]
    /// What it takes back of what their messages list, by position; by its place in the list.
    let listed: [CommitPosition: Set<Int>]
    /// Squashes of which it takes back more than ``listed`` tells.
    let untold: Set<CommitPosition>
    package let unresolved: [String]
    /// The tickets that it names with what is unresolved.
    let doubted: Set<TicketKey>
    package let by: [RevertMatch]
    /// Whether the commit is no work of the tickets that it takes back.
    let isOnlyRevert: Bool
  }

  /// Oldest first.
  package let reverts: [Resolved]
  /// For each position, whether a revert that is itself in effect targets the commit.
  package var isUndone: [Bool] { effects.isUndone }
  /// Reverts that change nothing, and so undo nothing.
  let idle: Set<CommitPosition>
  /// Commits that do work again which nothing of the range took back, with that work as far as it was found.
  let redone: [CommitPosition: [ScopeAnswers.Known]]
  /// What is to be answered before the rest of this holds.
  package let questions: ScopeQuestions.Side
  private let effects: RevertEffects
  /// What reverts in effect take back of what messages list, by position; by its place in the list.
  let takenOfLists: [CommitPosition: Set<Int>]
  /// The squashes of which reverts in effect take back more than that, nobody knows what.
  let untoldParts: Set<CommitPosition>

  /// - Parameters:
  ///   - elsewhere: The other side, where it can tell of this one.
  ///   - mergeBases: Where the side began.
  init(
    _ graph: RangeGraph, elsewhere: RangeGraph? = nil, indexes: inout SideIndexes, merged: inout MergedCommits,
    mergeBases: [CommitRange.MergeBase], answers: ScopeAnswers, asking: RevertTargets.Asking
  ) {
    let commits = graph.commits
    var targets = RevertTargets(
      graph, indexes, elsewhere: elsewhere, mergeBases: mergeBases, answers: answers, asking: asking)
    targets.readReversals()
    var returns = TreeReturns(graph, mergeBases: mergeBases)
    for position in commits.indices.reversed() {
      let earlier = returns.note(position)
      guard !commits.isMerge(position) else {
        targets.resolveOneSidedMerge(position, &merged)
        continue
      }
      let claims = commits.reverts(position)
      let returned = TreeReturns.Question(position: position, earlier: earlier, returns: returns)
      if claims.isEmpty {
        targets.resolveByFiles(position, returningTo: returned, &merged)
      } else {
        targets.resolve(position, claims, returningTo: returned, &merged)
      }
    }
    indexes = targets.indexes
    reverts = targets.resolved
    idle = targets.idle
    redone = targets.redone
    questions = targets.questions
    effects = targets.effects
    let standing = targets.resolved.filter { [effects] in !effects.isUndone[$0.revert] }
    takenOfLists = standing.reduce(into: [:]) { $0.merge($1.listed) { $0.union($1) } }
    untoldParts = standing.reduce(into: []) { $0.formUnion($1.untold) }
  }

  /// The positions of squashes of which reverts in effect take some of the commits back.
  var undoneInPart: Set<CommitPosition> {
    let parts = reverts.filter { !isUndone[$0.revert] }.flatMap { Array($0.parts.keys) + $0.listed.keys }
    return Set(parts.filter { !isUndone[$0] })
  }

  /// The position of the commit that undid another; `nil` for one that is in effect.
  func undoer(of position: CommitPosition) -> CommitPosition? { effects.undoer(of: position) }

  /// The positions of what is undone as far as `tip` has it: by itself and by its ancestors.
  ///
  /// - Complexity: Linear in the range and in the reverts.
  func undone(at tip: CommitPosition, in graph: RangeGraph) -> Set<CommitPosition> {
    guard !reverts.isEmpty else { return [] }
    let reached = Set(graph.ancestors(of: tip, besides: nil) + [tip])
    // The newest one that is in effect decides.
    var isUndone: [CommitPosition: Bool] = [:]
    for revert in reverts.reversed() where reached.contains(revert.revert) && isUndone[revert.revert] != true {
      for target in revert.targets where isUndone[target] == nil { isUndone[target] = true }
      for target in revert.restored where isUndone[target] == nil { isUndone[target] = false }
    }
    return Set(isUndone.filter(\.value).keys)
  }
}
