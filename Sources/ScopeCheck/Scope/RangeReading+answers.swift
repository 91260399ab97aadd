import ReleaseScope

/// What the repository says to the questions of a net scope.
extension RangeReading {
  mutating func answers(to questions: ScopeQuestions, _ range: CommitRange) throws -> ScopeAnswers {
    var answers = ScopeAnswers()
    try answer(questions.range, range.commits, &answers)
    try answer(questions.base, range.baseOnly, &answers)
    if let patches = questions.patches {
      let answer = try repository.samePatches(patches.inRange, patches.onBase)
      note(unreadable: answer.unreadable)
      answers.patches = answer.same
    }
    if let squashes = questions.squashes {
      var found: [ObjectID: ObjectID] = [:]
      for line in squashes.lines {
        let answer = try repository.squashed(line.commits, since: line.start, in: squashes.commits)
        note(unreadable: answer.unreadable)
        found.merge(answer.squashed) { first, _ in first }
      }
      answers.squashes = found
    }
    return answers
  }

  private mutating func answer(
    _ questions: ScopeQuestions.Side, _ commits: CommitList, _ answers: inout ScopeAnswers
  ) throws {
    for (id, asking) in questions.named { answers.named[id] = .some(try known(id, asking.sorted())) }
    if !questions.samePatch.isEmpty {
      let asked = questions.samePatch.sorted()
      let answer = try repository.samePatches(asked, commits.indices.filter { !commits.isMerge($0) }.map(commits.id))
      note(unreadable: answer.unreadable)
      for id in asked { answers.samePatch[id] = answer.same[id] ?? [] }
    }
    answers.inverses.merge(try inverses(questions.inverses)) { _, new in new }
    for (id, exact) in try inverses(questions.exact.mapValues { $0.sorted() }) {
      for work in questions.exact[id] ?? [] { answers.exact[id, default: [:]][work] = exact.contains(work) }
    }
    try answerEarlier(questions.earlier, commits, &answers)
    if let asked = questions.reversals { try answerReversals(asked, &answers) }
    for (id, work) in questions.gone {
      let answer = try repository.takenBack(by: id, of: work)
      note(unreadable: answer.unreadable)
      let gone = Set(answer.gone)
      answers.goneInPart[id] = Set(answer.inPart)
      answers.gone[id] = Dictionary(work.map { ($0, gone.contains($0)) }) { first, _ in first }
    }
    if !questions.olderInverses.isEmpty { try answerOlderInverses(questions.olderInverses, commits, &answers) }
    for merge in questions.brought { answers.brought[merge] = try brought(by: merge) }
    for id in questions.lists {
      answers.lists[id] = try repository.commit(id).map { reader.listedWork(in: $0.message) } ?? []
    }
    for id in questions.changes { answers.changes[id] = try changesAnything(id) }
    for (commit, others) in questions.remains {
      let tree = try repository.commit(commit)?.tree ?? commit
      let answer = try repository.remains(of: others.sorted(), in: tree)
      note(unreadable: answer.unreadable)
      for other in others { answers.remains[.init(of: other, in: commit)] = answer.remains[other] ?? .some }
    }
  }

  private mutating func inverses(_ asked: [ObjectID: [ObjectID]]) throws -> [ObjectID: [ObjectID]] {
    guard !asked.isEmpty else { return [:] }
    let earlier = Set(asked.values.joined()).sorted()
    let (inverses, unreadable) = try repository.inverses(of: earlier, among: asked.keys.sorted())
    note(unreadable: unreadable)
    var found: [ObjectID: [ObjectID]] = [:]
    for (revert, candidates) in asked { found[revert] = (inverses[revert] ?? []).filter(Set(candidates).contains) }
    return found
  }

  private mutating func answerReversals(
    _ asked: ScopeQuestions.Reversals, _ answers: inout ScopeAnswers
  ) throws {
    let (inverses, unreadable) = try repository.inverses(of: asked.earlier, among: asked.by)
    note(unreadable: unreadable)
    for id in asked.earlier { answers.reversals[id] = [] }
    for reversal in asked.by {
      for earlier in inverses[reversal] ?? [] { answers.reversals[earlier]?.append(reversal) }
    }
  }

  /// Looks among the newest commits that both sides have for what others take back exactly.
  private mutating func answerOlderInverses(
    _ asked: Set<ObjectID>, _ commits: CommitList, _ answers: inout ScopeAnswers
  ) throws {
    for id in asked { answers.olderInverses[id] = [] }
    let (asked, unread) = try repository.changing(asked.sorted())
    note(unreadable: unread)
    guard !asked.isEmpty else { return }
    let roots = commits.roots
    var walk = try EarlierCommits(repository, from: roots, reach: EarlierWork<Repository>.reach)
    var earlier: [ObjectID] = []
    while let commit = try walk.next() { if !commit.isMerge { earlier.append(commit.id) } }
    let (inverses, unreadable) = try repository.inverses(of: earlier, among: asked)
    note(unreadable: unreadable)
    for id in asked {
      for found in inverses[id] ?? [] {
        guard let commit = try repository.commit(found), try roots.count == 1 || repository.isAncestor(found, of: id)
        else { continue }
        // The newest one in effect is meant; of the others nothing is left to take back.
        answers.olderInverses[id] = [try known(commit, isCommon: true, descendants: [id])]
        break
      }
    }
  }

  /// The commit that an id names, wherever it is.
  private func known(_ id: WrittenID, _ asking: [ObjectID]) throws -> ScopeAnswers.Known? {
    let common = try common(withPrefix: id.digits)
    let found = try common.map(repository.commit) ?? repository.commit(withPrefix: id.digits)
    guard let commit = found else { return nil }
    let descendants = try common == nil ? [] : Set(asking.filter { try repository.isAncestor(commit.id, of: $0) })
    return try known(commit, isCommon: common != nil, descendants: descendants)
  }

  /// The commits that a merge brought, without merges, and without reverts that change nothing.
  func brought(by merge: ObjectID) throws -> [ScopeAnswers.Known] {
    guard let commit = try repository.commit(merge), let first = commit.parents.first else { return [] }
    let history = try repository.history(base: first, releases: Array(commit.parents.dropFirst()), reader: reader)
    let commits = try history.range().commits
    let inherited = commits.inheritedKeys
    let own = reader.facts(of: commit).implements.map(\.key)
    return try zip(commits.indices, commits).compactMap { position, commit in
      if try commit.isMerge || (!commit.facts.reverts.isEmpty && !changesAnything(commit.id)) { return nil }
      var facts = commit.facts
      if facts.implements.isEmpty, facts.reverts.isEmpty {
        facts.implements = (inherited[position] ?? own).map { .init(key: $0, place: .mergeBranch) }
      }
      let isCommon = try common(withPrefix: commit.id.description) != nil
      return try known(commit.id, facts, isMerge: false, isCommon: isCommon, descendants: [], hasOriginals: false)
    }
  }

  func changesAnything(_ id: ObjectID) throws -> Bool {
    guard let commit = try repository.commit(id), let first = commit.parents.first,
      let parent = try repository.commit(first)
    else { return true }
    return commit.tree != parent.tree
  }
}
