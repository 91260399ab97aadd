import ReleaseScope

/// What the range is about and does not have itself.
extension RangeReading {
  /// Looks for what messages describe among the newest commits that both sides have.
  mutating func answerEarlier(
    _ asked: [ObjectID: ScopeQuestions.Description], _ commits: CommitList, _ answers: inout ScopeAnswers
  ) throws {
    guard !asked.isEmpty else { return }
    let roots = commits.roots
    var open = asked
    let asksForTitles = asked.values.contains { !$0.titles.isEmpty }
    for id in asked.keys { answers.earlier[id] = .init() }
    var earlier = try EarlierCommits(repository, from: roots, reach: EarlierWork<Repository>.reach)
    let titles = Set(asked.values.flatMap(\.titles))
    let asksForIDs = asked.values.contains { !$0.ids.isEmpty }
    let numbersAsked = Set(asked.values.flatMap { $0.requests + $0.keys.map(\.number) })
    // What is listed by a title is meant where nothing has the title itself.
    var listedByTitle: [(id: ObjectID, title: RevertClaim.Title, known: ScopeAnswers.Known)] = []
    while let commit = try earlier.next() {
      let mayBeCopy = asksForIDs && reader.mayBeCopy(commit.message)
      guard mayBeCopy || reader.mayHave(titles: titles, numbers: numbersAsked, in: commit.message) else { continue }
      let facts = reader.facts(of: commit)
      let title = TitleText.title(of: facts)
      let bareTitles = asksForTitles ? TitleText.bare(title) : []
      let request = facts.request
      let list = facts.hasList && !commit.isMerge ? reader.listedWork(in: commit.message) : []
      for (id, description) in open {
        let listed = list.filter { work in
          work.id.map { id in description.ids.contains { $0.isSame(as: id) } } ?? false
        }
        for work in list where description.titles.contains(work.title) {
          guard try roots.count == 1 || repository.isAncestor(commit.id, of: id), try loses(commit.id, with: id) else {
            continue
          }
          let known = try known(
            commit.id, facts.narrowed(to: [work]), isMerge: false, isCommon: true, descendants: [id])
          listedByTitle.append((id, work.title, known))
        }
        let isTold =
          description.titles.contains { $0 == title || bareTitles.contains($0) }
          || description.requests.contains { request == $0 }
          || description.reviews.contains { $0.isOf(facts) }
        let isDescribed =
          isTold || !listed.isEmpty
          || description.ids.contains { id in (facts.squashOf + facts.pickedFrom).contains { $0.isSame(as: id) } }
        let isWork =
          !commit.isMerge && facts.reverts.isEmpty && facts.implements.contains { description.keys.contains($0.key) }
        // What takes something back and changes nothing is nobody's target.
        if isDescribed, !commit.isMerge, !facts.reverts.isEmpty, try !changesAnything(commit.id) { continue }
        let isMerge = commit.isMerge && facts.implements.contains { description.keys.contains($0.key) }
        guard isDescribed || isWork || isMerge, try roots.count == 1 || repository.isAncestor(commit.id, of: id) else {
          continue
        }
        if isMerge { answers.earlier[id]?.hasMerges = true }
        guard isDescribed || isWork else { continue }
        // Of what it lists, only that is meant which is described.
        let meant = isDescribed ? listed : list.filter { $0.keys.contains(where: description.keys.contains) }
        let known = try known(
          commit.id, isTold ? facts : facts.narrowed(to: meant), isMerge: commit.isMerge, isCommon: true,
          descendants: [id])
        if isDescribed {
          answers.earlier[id]?.described.append(known)
          open[id]?.titles.removeAll { $0 == title || bareTitles.contains($0) }
          open[id]?.reviews.removeAll { $0.isOf(facts) }
          open[id]?.requests.removeAll { $0 == request }
        } else {
          answers.earlier[id]?.work.append(known)
        }
      }
    }
    for (id, title, known) in listedByTitle where open[id]?.titles.contains(title) == true {
      answers.earlier[id]?.described.append(known)
      open[id]?.titles.removeAll { $0 == title }
    }
  }

  /// Whether files have less of some work with a commit than before it, or may have, where they cannot be read.
  private mutating func loses(_ work: ObjectID, with id: ObjectID) throws -> Bool {
    guard let commit = try repository.commit(id), let parent = commit.parents.first else { return true }
    let before = try repository.remains(of: [work], in: parent)
    let after = try repository.remains(of: [work], in: commit.tree)
    note(unreadable: before.unreadable + after.unreadable)
    return !before.unreadable.isEmpty || !after.unreadable.isEmpty || before.remains[work] != after.remains[work]
      || after.remains[work] == .some
  }

  func known(_ commit: Commit, isCommon: Bool, descendants: Set<ObjectID>) throws -> ScopeAnswers.Known {
    try known(
      commit.id, reader.facts(of: commit), isMerge: commit.isMerge, isCommon: isCommon, descendants: descendants)
  }

  func known(
    _ id: ObjectID, _ facts: MessageFacts, isMerge: Bool, isCommon: Bool, descendants: Set<ObjectID>,
    hasOriginals: Bool = true
  ) throws -> ScopeAnswers.Known {
    var facts = facts
    if !isMerge, !facts.reverts.isEmpty, try !changesAnything(id) {
      // What says that it takes something back and changes nothing is about nothing.
      (facts.reverts, facts.implements) = ([], [])
    }
    let targets = try targets(of: facts, of: id, byTitle: hasOriginals)
    var isOfRevert: Bool?
    for target in targets.reversed() { isOfRevert = target.facts.takesBack(revert: isOfRevert) }
    var originals: [ScopeAnswers.Known] = []
    if hasOriginals, let last = targets.last, last.isMerge {
      originals = try brought(by: last.id)
    }
    return .init(
      id: id, isMerge: isMerge, facts: facts, isCommon: isCommon, descendants: descendants,
      keysOfTargets: keysOfTargets(facts, targets.map(\.facts)), isOfRevert: isOfRevert, originals: originals)
  }

  private typealias Target = (id: ObjectID, isMerge: Bool, facts: MessageFacts)

  /// The tickets of what a revert takes back that names none itself.
  private func keysOfTargets(_ facts: MessageFacts, _ targets: [MessageFacts]) -> [TicketKey] {
    var (facts, keys) = (facts, [TicketKey]())
    for target in targets where facts.isWithoutKeys {
      (facts, keys) = (target, target.implements.map(\.key) + target.reverts.flatMap(\.keys))
    }
    return keys
  }

  /// What a revert takes back, what that takes back in turn, and so on, as far as an id leads, or the title of what
  /// names no ticket.
  ///
  /// - Parameter byTitle: Whether a title leads to what names tickets, too.
  private func targets(of facts: MessageFacts, of id: ObjectID, byTitle: Bool) throws -> [Target] {
    var (facts, start, targets) = (facts, id, [Target]())
    while targets.count < Self.mostReverts, let claim = facts.mainClaim,
      byTitle || facts.isWithoutKeys || !claim.ids.isEmpty, let target = try target(of: claim, before: start)
    {
      (facts, start) = (target.facts, target.id)
      targets.append(target)
    }
    return targets
  }

  private static var mostReverts: Int { 8 }

  private func target(of claim: RevertClaim, before id: ObjectID) throws -> Target? {
    for written in claim.ids {
      if let commit = try repository.commit(withPrefix: written.digits) {
        return (commit.id, commit.isMerge, reader.facts(of: commit))
      }
    }
    guard !claim.titles.isEmpty || !claim.requests.isEmpty, let parents = try repository.commit(id)?.parents else {
      return nil
    }
    var earlier = try EarlierCommits(repository, from: parents, reach: EarlierWork<Repository>.reach)
    let (titles, requests) = (Set(claim.titles), Set(claim.requests))
    var listed: Target?
    while let commit = try earlier.next() {
      guard reader.mayHave(titles: titles, numbers: requests, in: commit.message) else { continue }
      let facts = reader.facts(of: commit)
      if facts.request.map(requests.contains) == true || titles.contains(TitleText.title(of: facts)) {
        return (commit.id, commit.isMerge, facts)
      }
      guard listed == nil, facts.hasList, !commit.isMerge else { continue }
      let works = reader.listedWork(in: commit.message).filter { titles.contains($0.title) }
      if !works.isEmpty { listed = (commit.id, false, facts.narrowed(to: works)) }
    }
    return listed
  }
}

extension MessageFacts {
  /// Whether it names no ticket, neither for itself nor for what it takes back.
  fileprivate var isWithoutKeys: Bool { implements.isEmpty && mainClaim?.keys.isEmpty != false }
}
