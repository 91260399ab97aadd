/// A net scope that is being made: it asks until it has no question left.
///
///     var draft = NetScope.Draft(range)
///     while let questions = draft.questions { draft.answer(...) }
///     let scope = NetScope(draft)
extension NetScope {
  package struct Draft: Sendable {
    package let range: CommitRange
    /// What git notes add, by commit.
    package var notes: [ObjectID: [MessageFacts.KeyUse]] = [:]
    /// The present key of a ticket that was moved, by its former one.
    package var aliases: [TicketKey: TicketKey] = [:]
    package private(set) var answers = ScopeAnswers()
    let graph: RangeGraph
    let baseGraph: RangeGraph
    var merged: MergedCommits
    private var mergedOnBase: MergedCommits
    private var indexes: SideIndexes
    private var indexesOfBase: SideIndexes
    private(set) var reverts: RevertResolution
    private(set) var revertsOfBase: RevertResolution
    private(set) var comparison: BaseComparison
    private var counterparts: Set<ObjectID> = []

    /// - Complexity: Linear in both sides of the range, but for merges and reverts, which cost the distance that they
    ///   span.
    package init(_ range: CommitRange) {
      self.range = range
      graph = RangeGraph(range.commits)
      baseGraph = RangeGraph(range.baseOnly)
      merged = MergedCommits(graph)
      mergedOnBase = MergedCommits(baseGraph)
      indexes = SideIndexes(range.commits)
      indexesOfBase = SideIndexes(range.baseOnly)
      reverts = RevertResolution(
        graph, elsewhere: baseGraph, indexes: &indexes, merged: &merged, mergeBases: range.mergeBases, answers: answers,
        asking: .everything)
      revertsOfBase = RevertResolution(
        baseGraph, indexes: &indexesOfBase, merged: &mergedOnBase, mergeBases: range.mergeBases, answers: answers,
        asking: .nothing)
      comparison = BaseComparison(
        range, .init(graph: graph, reverts: reverts), .init(graph: baseGraph, reverts: revertsOfBase), answers: answers)
      if questionsOfRange.isEmpty { resolveBase() }
    }

    /// What the repository has to answer; `nil` when all is known.
    package var questions: ScopeQuestions? {
      var questions = questionsOfRange
      // What matters of the base depends on what is there.
      if questions.isEmpty { questions.base = revertsOfBase.questions }
      return questions.isEmpty ? nil : questions
    }

    private var questionsOfRange: ScopeQuestions {
      var questions = ScopeQuestions()
      questions.range = reverts.questions
      // What is taken back without a word changes nothing of the rest that is to be asked.
      let reversals = questions.range.reversals
      questions.range.reversals = nil
      // What is on the base depends on what is in effect.
      if questions.isEmpty { questions.range.remains = comparison.remains }
      if questions.isEmpty { (questions.patches, questions.squashes) = (comparison.patches, comparison.squashes) }
      questions.range.reversals = reversals
      return questions
    }

    /// Takes the answers to ``questions`` besides those that it has.
    package mutating func answer(_ more: ScopeAnswers) {
      answers.add(more)
      if !reverts.questions.isEmpty {
        reverts = RevertResolution(
          graph, elsewhere: baseGraph, indexes: &indexes, merged: &merged, mergeBases: range.mergeBases,
          answers: answers, asking: .everything)
      }
      compare()
      if questionsOfRange.isEmpty { resolveBase() }
    }

    private mutating func compare() {
      comparison = BaseComparison(
        range, .init(graph: graph, reverts: reverts), .init(graph: baseGraph, reverts: revertsOfBase), answers: answers)
    }

    /// Asks of the base what can change the answer.
    private mutating func resolveBase() {
      let takesOut = reverts.reverts.contains { !$0.outside.isEmpty }
      // One that the base turns out to have taken back is none any more, and has to be looked at all the same.
      counterparts.formUnion(comparison.counterparts)
      guard takesOut || !counterparts.isEmpty else { return }
      revertsOfBase = RevertResolution(
        baseGraph, indexes: &indexesOfBase, merged: &mergedOnBase, mergeBases: range.mergeBases, answers: answers,
        asking: .about(counterparts, common: takesOut))
      compare()
    }
  }
}

extension ScopeAnswers {
  fileprivate mutating func add(_ more: ScopeAnswers) {
    named.merge(more.named) { _, new in new }
    samePatch.merge(more.samePatch) { _, new in new }
    inverses.merge(more.inverses) { _, new in new }
    exact.merge(more.exact) { known, new in known.merging(new) { _, new in new } }
    brought.merge(more.brought) { _, new in new }
    lists.merge(more.lists) { _, new in new }
    changes.merge(more.changes) { _, new in new }
    earlier.merge(more.earlier) { _, new in new }
    reversals.merge(more.reversals) { _, new in new }
    gone.merge(more.gone) { known, new in known.merging(new) { _, new in new } }
    goneInPart.merge(more.goneInPart) { $0.union($1) }
    olderInverses.merge(more.olderInverses) { _, new in new }
    remains.merge(more.remains) { _, new in new }
    patches = more.patches ?? patches
    squashes = more.squashes ?? squashes
  }
}
