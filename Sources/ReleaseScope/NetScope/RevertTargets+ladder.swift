/// The steps by which the target of a claim is looked for, in order.
extension RevertTargets {
  mutating func findReverted(_ claim: RevertClaim, _ position: CommitPosition, _ found: inout Found) {
    if claim.isPartial { return findPart(claim, position, &found) }
    var missing: [String] = []
    for id in claim.ids {
      switch named(id, before: position) {
      case .here(let target, let match): add(target, position, match, &found)
      case .outside(let known): addOutside(known, position, .id, &found)
      case .part(let part, let squash):
        found.parts[squash, default: []].insert(part)
        found.by.insert(.id)
      case .unknown: missing.append(id.digits)
      case .pending:
        found.isPending = true
        return
      }
    }
    for run in claim.runs {
      var targets = positions(of: run, before: position)
      if targets.isEmpty { targets = positions(of: .init(first: run.last, last: run.first), before: position) }
      if targets.isEmpty { missing.append("\(run.first)^..\(run.last)") } else { found.add(targets, .id) }
    }
    let hasIDs = !claim.ids.isEmpty || !claim.runs.isEmpty
    if hasIDs, missing.isEmpty { return }
    if claim.isCertain || hasIDs, findByRequests(claim, position, &found) { return }
    if claim.isCertain, !claim.requests.isEmpty, claim.titles.isEmpty,
      addListed([], of: claim, position, &found) || found.isPending
    {
      return
    }
    if claim.source == .item, !claim.requests.isEmpty,
      findByNumberAndWords(claim, position, &found) || found.isPending
    {
      return
    }
    if findByReviews(claim, position, &found) { return }
    if claim.isCertain, let only = onlyTitled(claim, position), !found.targets.contains(only) {
      if findEarlierByRequest(claim, insteadOf: only, position, &found) { return }
      if findMergedSince(claim, only, position, &found) || found.isPending { return }
      return addTitled(only, position, &found)
    }
    if findByInverse(position, &found) || found.isPending { return }
    if claim.isCertain, findByTitles(claim, position, &found) || found.isPending { return }
    if claim.isCertain, findByBareTitles(claim, position, &found) || found.isPending { return }
    if claim.isCertain, !hasIDs, claim.titles.isEmpty, findByKeys(claim, position, &found) || found.isPending { return }
    if claim.isCertain, findEarlier(claim, position, &found) || found.isPending { return }
    let keys = claim.keys + ticketsElsewhere(claim)
    if findByContents(keys, position, isCertain: claim.isCertain, &found) || found.isPending { return }
    if findOlderInverse(position, &found) { return }
    guard claim.isCertain else { return }
    let reverts = claim.ids.compactMap { answers.named[$0] ?? nil }.filter(\.takesBack)
    if !reverts.isEmpty || claim.titles.first.map({ !$0.depth.isMultiple(of: 2) }) == true {
      // What takes a revert back brings work: without that revert it is work like any other.
      var known = reverts.isEmpty ? answers.earlier[commits.id(position)]?.described ?? [] : reverts
      if known.isEmpty { known = copied(by: position, &found) }
      found.redone = (found.redone ?? []) + known
      return
    }
    if isDoneOnItsBranch(claim, position, &found) { return }
    found.unresolved += missing.isEmpty ? claim.words : missing
    found.doubted.formUnion(claim.keys)
  }

  /// The tickets of work elsewhere that ids name: the side may have done it in another commit.
  private func ticketsElsewhere(_ claim: RevertClaim) -> [TicketKey] {
    let named = claim.ids.compactMap { answers.named[$0] ?? nil }
    return named.filter { !$0.isMerge && $0.facts.reverts.isEmpty }.flatMap { $0.facts.implements.map(\.key) }
  }

  /// What a commit says to be a copy of; asks where that is not known.
  private mutating func copied(by position: CommitPosition, _ found: inout Found) -> [ScopeAnswers.Known] {
    guard asking.includesCommon else { return [] }
    return commits.pickedFrom(position).compactMap { id in
      if answers.named[id] == nil {
        questions.named[id, default: []].formUnion(hasManyRoots ? [commits.id(position)] : [])
        found.isPending = true
      }
      return answers.named[id] ?? nil
    }
  }

  /// What has both the number and the words of an item that may mean something else, and is gone with the commit:
  /// `Back out vouchers (#7)`.
  private mutating func findByNumberAndWords(
    _ claim: RevertClaim, _ position: CommitPosition, _ found: inout Found
  ) -> Bool {
    func isMeant(_ title: RevertClaim.Title) -> Bool {
      claim.titles.contains { TitleText.has(title, words: $0.text) }
    }
    let numbered = claim.requests.compactMap { latest(indexes.requests.positions(of: $0), before: position) }
    let targets = gone(numbered.filter { isMeant(TitleIndex.title(of: $0, in: commits)) }, with: position, &found)
    if !targets.isEmpty {
      found.add(targets, .request)
      return true
    }
    guard let earlier = earlier(claim, position, &found) else { return false }
    let named = earlier.described.filter {
      $0.facts.request.map(claim.requests.contains) == true && isMeant(TitleText.title(of: $0.facts))
    }
    for known in named { addOutside(known, position, .request, &found) }
    return !named.isEmpty
  }

  /// What is older than the range and is the pull request that a claim names, where what has its title is not: as it
  /// has another number, or none. Where it has none, a number alone, which may be of something else, is not enough.
  private mutating func findEarlierByRequest(
    _ claim: RevertClaim, insteadOf titled: CommitPosition, _ position: CommitPosition, _ found: inout Found
  ) -> Bool {
    let numbers = RequestNumbers.find(inTitle: commits.subject(titled)) + commits.requestsOfBody(titled)
    guard !claim.requests.isEmpty, Set(numbers).isDisjoint(with: claim.requests),
      let earlier = earlier(claim, position, &found)
    else { return false }
    let named = earlier.described.filter { known in
      known.facts.request.map(claim.requests.contains) == true
        && (!numbers.isEmpty || claim.titles.contains(TitleText.title(of: known.facts)))
    }
    for known in named { addOutside(known, position, .request, &found) }
    return !named.isEmpty
  }

  /// The target, where one title is quoted and one commit in effect has it.
  private mutating func onlyTitled(_ claim: RevertClaim, _ position: CommitPosition) -> CommitPosition? {
    let works = claim.works
    guard works.count == 1 else { return nil }
    let candidates = Set(works[0].flatMap { indexes.titles.positions(of: $0) }).sorted().filter {
      isInEffect($0, at: position)
    }
    let earlier = ancestors(of: position, among: candidates.prefix(64))
    return earlier.count == 1 && candidates.count <= 64 ? earlier.first : nil
  }

  /// Adds what a title alone names. Of a squash, that may be a part, which the files tell.
  private mutating func addTitled(_ target: CommitPosition, _ position: CommitPosition, _ found: inout Found) {
    if commits.squashOf(target).count > 1, gone([target], with: position, &found).isEmpty,
      answers.goneInPart[commits.id(position)]?.contains(commits.id(target)) == true
    {
      found.parts[target, default: []] = []
      found.by.insert(.contents)
    } else {
      found.add([target], .subject)
    }
  }

  mutating func findByInverse(_ position: CommitPosition, _ found: inout Found) -> Bool {
    let earlier = earlierWork(before: position)
    guard let inverses = inverses(of: position, among: earlier) else {
      found.isPending = true
      return false
    }
    guard let target = latest(inverses.compactMap(commits.position(of:)), before: position) else { return false }
    found.add([target], .inversePatch)
    return true
  }

  /// How far back an inverse is looked for. A revert usually follows soon.
  private static let reach = 10_000

  private func earlierWork(before position: CommitPosition) -> [ObjectID] {
    let reached = commits.indices(after: position).prefix(Self.reach)
    return reached.filter { !commits.isMerge($0) && !isUndone($0, at: position) }.map(commits.id)
  }

  /// What a review tool names: of its copies, the newest.
  private mutating func findByReviews(_ claim: RevertClaim, _ position: CommitPosition, _ found: inout Found) -> Bool {
    var targets: [CommitPosition] = []
    for review in claim.reviews {
      let named = commits.indices(after: position).filter {
        !commits.isMerge($0) && review.isOf(changeID: commits.changeID($0), differential: commits.differential($0))
      }
      if let target = latest(named, before: position) { targets.append(target) }
    }
    if !targets.isEmpty { found.add(targets, .request) }
    return !targets.isEmpty
  }

  /// A title may be quoted without the ticket that opens it: then one commit only may have it.
  private mutating func findByBareTitles(_ claim: RevertClaim, _ position: CommitPosition, _ found: inout Found) -> Bool
  {
    let candidates = Set(claim.titles.flatMap { indexes.titles.barePositions(of: $0) }).filter {
      isInEffect($0, at: position)
    }
    let earlier = ancestors(of: position, among: candidates.sorted().prefix(64))
    guard candidates.count <= 64, !earlier.isEmpty else { return false }
    let gone = gone(earlier, with: position, &found)
    if found.isPending { return false }
    if gone.isEmpty, findEarlierTitled(claim, position, &found) { return true }
    let targets = gone.isEmpty ? earlier : gone
    guard targets.count == 1 else { return false }
    found.add(targets, .subject)
    return true
  }

  /// What is older than the range and has a title as it is quoted.
  private mutating func findEarlierTitled(
    _ claim: RevertClaim, _ position: CommitPosition, _ found: inout Found
  ) -> Bool {
    guard let earlier = earlier(claim, position, &found) else { return false }
    let titled = earlier.described.filter { claim.titles.contains(TitleText.title(of: $0.facts)) }
    for known in titled { addOutside(known, position, .subject, &found) }
    return !titled.isEmpty
  }

  /// A ticket alone tells the target where one commit only can be meant.
  private mutating func findByKeys(_ claim: RevertClaim, _ position: CommitPosition, _ found: inout Found) -> Bool {
    var targets: [CommitPosition] = []
    for key in claim.keys {
      let work = earlierWork(for: [key], before: position)
      guard work.count == 1 else { return false }
      targets += work
    }
    guard !targets.isEmpty else { return false }
    // What is all there may not be what is meant: older work may be taken back exactly.
    let gone = gone(targets, with: position, &found)
    if found.isPending { return false }
    if gone.isEmpty, findOlderInverse(position, &found) { return true }
    for target in targets where !addListed(for: claim.keys, of: target, position, &found) {
      found.add([target], .key)
    }
    return true
  }

  /// Work that is older than the range, as a message describes it.
  private mutating func findEarlier(_ claim: RevertClaim, _ position: CommitPosition, _ found: inout Found) -> Bool {
    guard let earlier = earlier(claim, position, &found) else { return false }
    let match: RevertMatch = claim.requests.isEmpty ? .subject : .request
    let originals = claim.originals
    // What takes back a revert that a squash lists brings work back, and takes nothing of the squash's own out.
    let reverts = claim.ids.filter { (answers.named[$0] ?? nil)?.takesBack == true }
    let described = earlier.described.filter { known in
      !originals.contains(TitleText.title(of: known.facts))
        && !known.facts.squashOf.contains { part in reverts.contains { $0.isSame(as: part) } }
    }
    if !described.isEmpty {
      for known in described { addOutside(known, position, match, &found) }
      return true
    }
    if earlier.work.count == 1, claim.titles.isEmpty, claim.ids.isEmpty {
      addOutside(earlier.work[0], position, .key, &found)
      return true
    }
    found.older += earlier.work
    return false
  }

  mutating func earlier(_ claim: RevertClaim, _ position: CommitPosition, _ found: inout Found) -> ScopeAnswers.Earlier?
  {
    let id = commits.id(position)
    if let answer = answers.earlier[id] { return answer }
    // An id may be of a commit that a squash lists.
    guard asking.includesCommon, !claim.describesNothing || claim.action == .revert && !claim.ids.isEmpty else {
      return nil
    }
    questions.earlier[id] = .init(
      titles: claim.titles + claim.originals, requests: claim.requests, reviews: claim.reviews, keys: claim.keys,
      ids: claim.ids)
    found.isPending = true
    return nil
  }

  /// The work in effect for some tickets that a commit builds on.
  mutating func earlierWork(for wanted: Set<TicketKey>, before position: CommitPosition) -> [CommitPosition] {
    let candidates = Set(wanted.flatMap { indexes.work.positions(of: $0).drop { $0 <= position } }).sorted()
    return ancestors(of: position, among: candidates.filter { !isUndone($0, at: position) })
  }
}
