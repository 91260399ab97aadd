/// Resolves the claims of one side, oldest first. The article *ReleaseScope* has the order in which a target is looked
/// for.
struct RevertTargets {
  let graph: RangeGraph
  let commits: CommitList
  let answers: ScopeAnswers
  var questions = ScopeQuestions.Side()
  private(set) var effects: RevertEffects
  private(set) var resolved: [RevertResolution.Resolved] = []
  private(set) var idle: Set<CommitPosition> = []
  private(set) var redone: [CommitPosition: [ScopeAnswers.Known]] = [:]
  var indexes: SideIndexes
  lazy var listedWork = ListIndex(commits, answers)
  /// By position, those that the commit takes back exactly, whatever it says; by position.
  var reversals: [CommitPosition: [CommitPosition]] = [:]
  let knownAncestors: KnownAncestors
  private let mergeBases: [ObjectID: ObjectID]
  /// The other side.
  let elsewhere: RangeGraph?
  lazy var mergesElsewhere = Self.merges(of: elsewhere)
  let asking: Asking
  /// Whether there is more than one commit from which the side set out: then what both sides have may be no ancestor.
  lazy var hasManyRoots = graph.parentsElsewhere(of: commits.indices).count > 1

  /// What it pays to ask: of the base, only what can change what is said of the release.
  enum Asking {
    case everything
    /// What takes back one of these; and what takes back work that both sides have, if that matters.
    case about(Set<ObjectID>, common: Bool)

    static let nothing = Asking.about([], common: false)

    var includesCommon: Bool {
      switch self {
      case .everything: true
      case .about(_, let common): common
      }
    }

    func worthwhile(_ candidates: [ObjectID]) -> [ObjectID] {
      switch self {
      case .everything: candidates
      case .about(let commits, _): candidates.filter(commits.contains)
      }
    }

    /// Whether it pays to ask what an id names: what both sides have may be a counterpart, too.
    func includes(_ id: WrittenID) -> Bool {
      switch self {
      case .everything: true
      case .about(let commits, let common):
        common || id.whole.map(commits.contains) ?? commits.contains(where: id.names)
      }
    }
  }

  /// What was found for the claims of one commit.
  struct Found {
    var targets: Set<CommitPosition> = []
    var restored: Set<CommitPosition> = []
    var outside: [ScopeAnswers.Known] = []
    /// What both sides have of work that the range did again before it took it back.
    var older: [ScopeAnswers.Known] = []
    /// What it takes back of squashes, by position.
    var parts: [CommitPosition: Set<WrittenID>] = [:]
    /// The same, by its place in what the message of the squash lists.
    var listed: [CommitPosition: Set<Int>] = [:]
    /// The squashes of whose ``parts`` all are in ``listed``.
    var located: Set<CommitPosition> = []
    var unresolved: [String] = []
    /// The tickets that the claims name which are unresolved.
    var doubted: Set<TicketKey> = []
    var by: Set<RevertMatch> = []
    /// Whether an answer is missing: what else was found does not count yet.
    var isPending = false
    /// What is done again that nothing of the range took back; `nil` if nothing is.
    var redone: [ScopeAnswers.Known]?

    /// Whether nothing is taken back or brought back.
    var changesNothing: Bool {
      targets.isEmpty && restored.isEmpty && outside.isEmpty && parts.isEmpty && listed.isEmpty
    }
    var isEmpty: Bool { changesNothing && unresolved.isEmpty }

    mutating func add(_ positions: some Sequence<CommitPosition>, _ match: RevertMatch) {
      targets.formUnion(positions)
      by.insert(match)
    }
  }

  init(
    _ graph: RangeGraph, _ indexes: SideIndexes, elsewhere: RangeGraph?, mergeBases: [CommitRange.MergeBase],
    answers: ScopeAnswers, asking: Asking
  ) {
    self.graph = graph
    knownAncestors = KnownAncestors(graph)
    self.indexes = indexes
    self.elsewhere = elsewhere
    commits = graph.commits
    self.answers = answers
    self.asking = asking
    effects = RevertEffects(count: graph.commits.count)
    self.mergeBases = Dictionary(mergeBases.map { ($0.id, $0.tree) }) { first, _ in first }
  }

  /// - Parameter returned: What the commit takes back by returning to an earlier tree.
  mutating func resolve(
    _ position: CommitPosition, _ claims: [RevertClaim], returningTo returned: TreeReturns.Question,
    _ merged: inout MergedCommits
  ) {
    guard let changes = changesAnything(position) else { return }
    guard changes else {
      idle.insert(position)
      return
    }
    var found = Found()
    for claim in claims {
      switch claim.action {
      case .revert: findReverted(claim, position, &found)
      case .reland: findRelanded(claim, position, &found)
      }
      if found.isPending { return }
    }
    completeSquashes(&found)
    readLists(&found)
    completeLists(position, &found)
    doubtParts(claims, &found)
    addMerged(position, &found, &merged)
    addSquashed(position, &found)
    if found.isPending { return }
    // Whatever a revert names, the files are as they were before.
    let isOpen = found.restored.isEmpty && found.outside.isEmpty && found.redone == nil
    if claims.contains(where: \.isCertain), isOpen, let returned = returned.taken {
      let taken = takenBack(returned, at: position, &found)
      if found.isPending { return }
      if !taken.allSatisfy({ commits.isMerge($0) || found.targets.contains($0) }) {
        found.add(taken, .tree)
        (found.unresolved, found.doubted) = ([], [])
      }
    }
    if found.isEmpty, found.redone == nil { return resolveByFiles(position, returningTo: nil, &merged) }
    if found.isEmpty { redone[position] = found.redone }
    guard !found.isEmpty, let isOnlyRevert = isOnlyRevert(position, claims, found) else { return }
    add(found, of: position, isOnlyRevert: isOnlyRevert)
  }

  mutating func add(_ found: Found, of position: CommitPosition, isOnlyRevert: Bool) {
    let (targets, restored) = (found.targets.sorted(), found.restored.sorted())
    effects.add(position, undoing: targets, restoring: restored)
    resolved.append(
      .init(
        revert: position, targets: targets, restored: restored, outside: found.outside, older: found.older,
        parts: found.parts, listed: found.listed,
        untold: Set(found.parts.keys).subtracting(found.located), unresolved: found.unresolved, doubted: found.doubted,
        by: RevertMatch.allCases.filter(found.by.contains),
        isOnlyRevert: isOnlyRevert))
  }

  /// Whether the commit is no work of the tickets that it takes back. A revert below a subject that opens with a key is
  /// work, too, unless it is the exact inverse; so is a squash that lists one.
  ///
  /// - Returns: `nil` if that has to be asked first.
  private mutating func isOnlyRevert(_ position: CommitPosition, _ claims: [RevertClaim], _ found: Found) -> Bool? {
    if claims.contains(where: { $0.source == .subject || $0.source == .onlyItems }) { return true }
    let isBody = claims.contains { $0.source == .body }
    let leads = commits.kept(position) { $0.uses($1).first?.place == .subject }
    if isBody, !leads || ClaimSigns(in: commits.subject(position).span).contains(.revert) { return true }
    guard let inverses = inverses(of: position, among: found.targets.map(commits.id).sorted()) else { return nil }
    guard inverses.isEmpty, case .everything = asking else { return !inverses.isEmpty }
    // What was answered of the side's own work says nothing of this.
    var asked = Found()
    let inverted = exact(found.outside.map(\.id), position, &asked)
    return asked.isPending ? nil : !inverted.isEmpty
  }

  /// A merge stands for all that it brought, which both sides may have.
  private mutating func addMerged(_ position: CommitPosition, _ found: inout Found, _ merged: inout MergedCommits) {
    for target in found.targets where commits.isMerge(target) {
      if let kept = laterParent(of: target, keptBy: position) {
        found.targets.remove(target)
        found.targets.formUnion(merged.joined(by: target, with: kept))
        continue
      }
      let brought = merged.brought(by: target)
      found.targets.formUnion(brought)
      if !graph.parentsFromElsewhere(of: target, bringing: brought).isEmpty {
        addBrought(commits.id(target), position, &found)
      }
    }
    for target in found.restored where commits.isMerge(target) { found.restored.formUnion(merged.brought(by: target)) }
    for known in found.outside where known.isMerge { addBrought(known.id, position, &found) }
    if commits.reverts(position).allSatisfy({ $0.source == .item }) { dropSpentMerges(position, &found) }
  }

  /// A squash of which nothing is left in effect is taken back.
  private func completeSquashes(_ found: inout Found) {
    for (squash, ids) in found.parts where !ids.isEmpty {
      let earlier = resolved.filter { !effects.isUndone[$0.revert] }.flatMap { $0.parts[squash] ?? [] }
      let isGone = commits.squashOf(squash).allSatisfy { part in
        ids.contains { $0.isSame(as: part) } || earlier.contains { $0.isSame(as: part) }
      }
      guard isGone else { continue }
      found.parts[squash] = nil
      found.add([squash], .id)
    }
  }

  /// A squash stands for the commits that it is made of, where both sides have these as well. What became of those of
  /// the range, the files tell.
  private mutating func addSquashed(_ position: CommitPosition, _ found: inout Found) {
    for target in found.targets {
      for id in commits.squashOf(target) {
        guard graph.positions(withPrefix: id.digits).isEmpty, asking.includesCommon else { continue }
        guard let answer = answers.named[id] else {
          questions.named[id, default: []].formUnion(hasManyRoots ? [commits.id(position)] : [])
          found.isPending = true
          continue
        }
        guard let known = answer, known.isCommon, !found.outside.contains(where: { $0.id == known.id }),
          !hasManyRoots || known.descendants.contains(commits.id(position))
        else { continue }
        found.outside.append(known)
      }
    }
  }

  private mutating func addBrought(_ merge: ObjectID, _ position: CommitPosition, _ found: inout Found) {
    guard let brought = answers.brought[merge] else {
      guard asking.includesCommon else { return }
      questions.brought.insert(merge)
      found.isPending = true
      return
    }
    let known = Set(found.outside.map(\.id))
    for work in brought.inEffect
    where work.isCommon && !known.contains(work.id) && !commits.contains(work.id) {
      if mayTakeBack(work.id, position, &found) { found.outside.append(work) }
    }
  }

  /// Whether files may lose some work with a commit: not where they have all of it before and after, or nothing, or
  /// something else in its place. A file that was renamed may lose it. Asks where that is not known.
  mutating func mayTakeBack(_ work: ObjectID, _ position: CommitPosition, _ found: inout Found) -> Bool {
    guard let parent = commits.parentIDs(position).first else { return true }
    let before = left(of: work, in: parent, &found)
    guard let now = left(of: work, in: commits.id(position), &found), let before else { return false }
    return before != now || now == .some || now == .moved
  }

  /// The tree of a commit of the side, or of a merge base.
  func tree(of commit: ObjectID) -> ObjectID? {
    commits.position(of: commit).flatMap(commits.tree) ?? mergeBases[commit]
  }

  private mutating func changesAnything(_ position: CommitPosition) -> Bool? {
    guard let parent = commits.parentIDs(position).first else { return true }
    if let before = tree(of: parent) { return commits.tree(position) != before }
    let id = commits.id(position)
    if let answer = answers.changes[id] { return answer }
    guard case .everything = asking else { return true }
    questions.changes.insert(id)
    return nil
  }

  /// The positions of those of `candidates` that a commit takes back exactly.
  ///
  /// - Returns: `nil` if that has to be asked first.
  mutating func inverses(of position: CommitPosition, among candidates: [ObjectID]) -> [ObjectID]? {
    let candidates = asking.worthwhile(candidates)
    guard !candidates.isEmpty else { return [] }
    let id = commits.id(position)
    guard let answer = answers.inverses[id] else {
      questions.inverses[id] = candidates
      return nil
    }
    return answer
  }

  /// The newest of `candidates` that is an ancestor of `position` and in effect there.
  func latest(_ candidates: some Sequence<CommitPosition>, before position: CommitPosition) -> CommitPosition? {
    let earlier = candidates.filter { $0 > position && isInEffect($0, at: position) }
    return graph.firstAncestor(of: position, among: earlier.sorted())
  }

  /// Whether a commit does not only say that it takes something back, and nothing that `position` builds on took it
  /// back.
  func isInEffect(_ candidate: CommitPosition, at position: CommitPosition) -> Bool {
    !idle.contains(candidate) && !isUndone(candidate, at: position)
  }

  /// Whether something that `position` builds on took a commit back.
  func isUndone(_ candidate: CommitPosition, at position: CommitPosition) -> Bool {
    effects.undoer(of: candidate).map { knownAncestors.isAncestor($0, of: position) } ?? false
  }

  /// Those of `candidates` that are ancestors of `position`.
  func ancestors(of position: CommitPosition, among candidates: some Sequence<CommitPosition>) -> [CommitPosition] {
    candidates.filter { knownAncestors.isAncestor($0, of: position) }
  }
}
