import ReleaseScope

/// What the range is about and does not have itself.
extension RangeReading {
  /// Looks for what messages describe among the newest commits that both sides have.
  func answerEarlier(
    _ asked: [ObjectID: ScopeQuestions.Description], _ commits: CommitList, _ answers: inout ScopeAnswers
  ) throws {
    guard !asked.isEmpty else { return }
    let roots = commits.roots
    var open = asked
    let asksForTitles = asked.values.contains { !$0.titles.isEmpty }
    for id in asked.keys { answers.earlier[id] = .init() }
    var earlier = try EarlierCommits(repository, from: roots, reach: EarlierWork<Repository>.reach)
    let titles = Set(asked.values.flatMap(\.titles))
    let numbersAsked = Set(asked.values.flatMap { $0.requests + $0.keys.map(\.number) })
    while let commit = try earlier.next() {
      guard reader.mayHave(titles: titles, numbers: numbersAsked, in: commit.message) else { continue }
      let facts = reader.facts(of: commit)
      let title = TitleText.title(of: facts)
      let bareTitles = asksForTitles ? TitleText.bare(title) : []
      let numbers = RequestNumbers.find(inTitle: facts.subjectBytes) + facts.requests
      for (id, description) in open {
        let isDescribed =
          description.titles.contains { $0 == title || bareTitles.contains($0) }
          || description.requests.contains { numbers.last == $0 }
          || description.reviews.contains { $0.isOf(facts) }
        let isWork =
          !commit.isMerge && facts.reverts.isEmpty && facts.implements.contains { description.keys.contains($0.key) }
        guard isDescribed || isWork, try roots.count == 1 || repository.isAncestor(commit.id, of: id) else { continue }
        let known = try known(commit, isCommon: true, descendants: [id])
        if isDescribed {
          answers.earlier[id]?.described.append(known)
          open[id]?.titles.removeAll { $0 == title || bareTitles.contains($0) }
          open[id]?.reviews.removeAll { $0.isOf(facts) }
          open[id]?.requests.removeAll { $0 == numbers.last }
        } else {
          answers.earlier[id]?.work.append(known)
        }
      }
    }
  }

  func known(_ commit: Commit, isCommon: Bool, descendants: Set<ObjectID>) throws -> ScopeAnswers.Known {
    try known(
      commit.id, reader.facts(of: commit), isMerge: commit.isMerge, isCommon: isCommon, descendants: descendants)
  }

  func known(
    _ id: ObjectID, _ facts: MessageFacts, isMerge: Bool, isCommon: Bool, descendants: Set<ObjectID>
  ) throws -> ScopeAnswers.Known {
    let targets = try targets(of: facts, of: id)
    var isOfRevert: Bool?
    for target in targets.reversed() { isOfRevert = target.takesBack(revert: isOfRevert) }
    return .init(
      id: id, isMerge: isMerge, facts: facts, isCommon: isCommon, descendants: descendants,
      keysOfTargets: keysOfTargets(facts, targets), isOfRevert: isOfRevert)
  }

  /// The tickets of what a revert takes back that names none itself.
  private func keysOfTargets(_ facts: MessageFacts, _ targets: [MessageFacts]) -> [TicketKey] {
    var (facts, keys) = (facts, [TicketKey]())
    for target in targets where facts.isWithoutKeys {
      (facts, keys) = (target, target.implements.map(\.key) + target.reverts.flatMap(\.keys))
    }
    return keys
  }

  /// What a revert takes back, what that takes back in turn, and so on, as far as an id leads, or the title of what names
  /// no ticket.
  private func targets(of facts: MessageFacts, of id: ObjectID) throws -> [MessageFacts] {
    var (facts, start, targets) = (facts, id, [MessageFacts]())
    while targets.count < Self.mostReverts, let claim = facts.mainClaim, facts.isWithoutKeys || !claim.ids.isEmpty,
      let target = try target(of: claim, before: start)
    {
      (facts, start) = (reader.facts(of: target), target.id)
      targets.append(facts)
    }
    return targets
  }

  private static var mostReverts: Int { 8 }

  private func target(of claim: RevertClaim, before id: ObjectID) throws -> Commit? {
    for written in claim.ids {
      if let commit = try repository.commit(withPrefix: written.digits) { return commit }
    }
    guard !claim.titles.isEmpty, let parents = try repository.commit(id)?.parents else { return nil }
    var earlier = try EarlierCommits(repository, from: parents, reach: EarlierWork<Repository>.reach)
    while let commit = try earlier.next() {
      if claim.titles.contains(TitleText.title(of: reader.facts(of: commit))) { return commit }
    }
    return nil
  }
}

extension MessageFacts {
  /// Whether it names no ticket, neither for itself nor for what it takes back.
  fileprivate var isWithoutKeys: Bool { implements.isEmpty && mainClaim?.keys.isEmpty != false }
}
