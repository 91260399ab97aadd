/// Finds the commits of a range whose change reached the base by another road.
package struct BaseComparison: Sendable {
  /// By position in the range; each commit once, with the strongest evidence.
  package let matches: [BaseMatch]
  /// Work that is only on the base and that the range lacks by content too; newest first.
  package let lacking: [ObjectID]
  /// What is to be answered before the rest of this holds.
  let patches: PatchQuestion?
  let squashes: SquashQuestion?
  /// By commit of the range, those of whose changes something has to be left there.
  let remains: [ObjectID: Set<ObjectID>]
  /// The commits of the base that have work of the range.
  let counterparts: Set<ObjectID>

  /// The commits on both sides whose patches are worth comparing: no merges, and not told by other evidence.
  package struct PatchQuestion: Equatable, Sendable {
    package let inRange: [ObjectID]
    package let onBase: [ObjectID]
  }

  /// The lines of the range, and the commits of the base that may each have one of them as a whole.
  package struct SquashQuestion: Equatable, Sendable {
    package let lines: [ScopeQuestions.Line]
    package let commits: [ObjectID]
  }

  init(_ range: CommitRange, _ release: Side, _ base: Side, answers: ScopeAnswers) {
    var search = BaseSearch(range, release, base)
    if !range.baseOnly.isEmpty {
      search.readMarks()
      search.readTrees(answers)
    }
    let question = search.patchQuestion
    if let same = answers.patches {
      search.addPatches(same)
    }
    if answers.patches != nil || question == nil, !range.baseOnly.isEmpty { search.readAuthorship(answers) }
    let squashQuestion = answers.patches != nil ? search.squashQuestion : nil
    if let squashes = answers.squashes { search.addSquashes(squashes, answers) }
    search.readMerges()
    matches = search.matches.sorted { $0.key < $1.key }.map(\.value)
    lacking = search.lacking
    patches = answers.patches == nil ? question : nil
    squashes = answers.squashes == nil ? squashQuestion : nil
    remains = search.unansweredRemains
    counterparts = Set(search.matches.values.map(\.counterpart))
  }

  /// One side of the comparison: its graph, and what is in effect on it.
  struct Side {
    let graph: RangeGraph
    let reverts: RevertResolution

    func isUndone(_ position: CommitPosition) -> Bool { reverts.isUndone[position] }
  }
}
