/// What the files tell where messages do not.
extension RevertTargets {
  /// For how many of a range's newest commits it is looked for what they take back without a word.
  private static let reach = 2_000

  /// Notes which commits take others back exactly, and asks where that is not known.
  ///
  /// Of the range, any commit may be taken back. Of the base, only those matter whose change is not there any more.
  mutating func readReversals() {
    let candidates: [CommitPosition]
    switch asking {
    case .everything:
      candidates = commits.indices.prefix(Self.reach).filter { !commits.isMerge($0) }
    case .about(let counterparts, _):
      candidates = counterparts.compactMap(commits.position(of:)).filter { !commits.isMerge($0) && isGone($0) }.sorted()
    }
    let open = candidates.filter { answers.reversals[commits.id($0)] == nil }
    if let last = open.last {
      let later = commits.indices.prefix(last.offset).filter { !commits.isMerge($0) }
      if !later.isEmpty { questions.reversals = .init(earlier: open.map(commits.id), by: later.map(commits.id)) }
    }
    for earlier in candidates {
      for reversal in answers.reversals[commits.id(earlier)] ?? [] {
        if let position = commits.position(of: reversal) { reversals[position, default: []].append(earlier) }
      }
    }
  }

  /// Whether the newest commit's files have nothing of a commit; asks where that is not known.
  private mutating func isGone(_ position: CommitPosition) -> Bool {
    guard position > commits.startIndex else { return false }
    let tip = commits.id(commits.startIndex)
    guard let left = answers.remains[.init(of: commits.id(position), in: tip)] else {
      questions.remains[tip, default: []].insert(commits.id(position))
      return false
    }
    return left == Remains.none
  }

  /// Finds what a commit takes back whose message names nothing.
  ///
  /// - Parameter returned: What it takes back by returning to an earlier tree, if it names a ticket of that.
  mutating func resolveByFiles(
    _ position: CommitPosition, returningTo returned: TreeReturns.Question?, _ merged: inout MergedCommits
  ) {
    var found = Found()
    var restores = false
    let exact = reversals[position].flatMap { latest($0, before: position) }
    if let exact {
      // What a message takes back, and another commit does again, is that commit's work.
      guard !takesBackByMessage(exact) else { return }
      restores = resolved.contains { $0.revert == exact && $0.isOnlyRevert }
      found.add([exact], .inversePatch)
    } else if commits.mayRevert(position) {
      _ = findByContents([], position, &found)
      let says = commits.saysRevert(position) || ClaimSigns(in: commits.subject(position).span).contains(.revert)
      if found.isEmpty, !found.isPending, says {
        _ = findOlderInverse(position, &found)
      }
    }
    if found.isEmpty, !found.isPending, let returned = returned.flatMap({ named(by: $0) }) {
      let taken = takenBack(returned, at: position, &found)
      if !found.isPending { found.add(taken, .tree) }
    }
    guard !found.isEmpty else { return }
    add(found, of: position, isOnlyRevert: !restores)
  }

  /// What a commit takes back by returning to an earlier tree, if it names a ticket of that.
  private mutating func named(by question: TreeReturns.Question) -> TreeReturns.Taken? {
    let position = question.position
    let keys = commits.kept(position) { columns, row in columns.uses(row).map { columns.keys[$0.key] } }
    let earlier = keys.map { indexes.work.positions(of: $0).drop { $0 <= position } }.filter { !$0.isEmpty }
    guard !earlier.isEmpty, let returned = question.taken else { return nil }
    return earlier.contains { work in returned.all.contains { work.hasSorted($0) } } ? returned : nil
  }

  private func takesBackByMessage(_ position: CommitPosition) -> Bool {
    !commits.reverts(position).isEmpty && resolved.contains { $0.revert == position }
  }

  /// The work of tickets that is gone from the files with a commit: of those that it names, wherever it does.
  ///
  /// - Parameters:
  ///   - others: What else may be meant.
  ///   - isCertain: Whether the message certainly takes something back: then it may be a part of some work.
  mutating func findByContents(
    _ claimed: [TicketKey], _ position: CommitPosition, and others: [CommitPosition] = [], isCertain: Bool = false,
    _ found: inout Found
  ) -> Bool {
    let named = commits.kept(position) { columns, row in columns.uses(row).map { columns.keys[$0.key] } }
    let candidates = Set(earlierWork(for: Set(claimed + named), before: position) + others).sorted()
    let earlier = candidates.filter { !found.targets.contains($0) }
    let targets = gone(earlier, with: position, &found)
    if !targets.isEmpty { found.add(targets, .contents) }
    guard targets.isEmpty, isCertain, let inPart = answers.goneInPart[commits.id(position)] else {
      return !targets.isEmpty
    }
    // Of a squash without a list, it may be one commit that a message means.
    for part in earlier where inPart.contains(commits.id(part)) { found.parts[part, default: []] = [] }
    if !found.parts.isEmpty { found.by.insert(.contents) }
    return !found.parts.isEmpty
  }

  /// Those of some work that are gone from the files with a commit; asks where that is not known.
  mutating func gone(_ work: [CommitPosition], with position: CommitPosition, _ found: inout Found) -> [CommitPosition]
  {
    let id = commits.id(position)
    let candidates = Set(asking.worthwhile(work.map(commits.id)))
    let known = answers.gone[id] ?? [:]
    let open = candidates.filter { known[$0] == nil }
    guard open.isEmpty else {
      questions.gone[id, default: []] += open.sorted()
      found.isPending = true
      return []
    }
    return work.filter { known[commits.id($0)] == true }
  }

  /// Those of some work that a commit takes back exactly; asks where that is not known.
  mutating func exact(_ work: [ObjectID], _ position: CommitPosition, _ found: inout Found) -> Set<ObjectID> {
    let id = commits.id(position)
    let known = answers.exact[id] ?? [:]
    let open = work.filter { known[$0] == nil }
    if !open.isEmpty {
      questions.exact[id, default: []].formUnion(open)
      found.isPending = true
    }
    return Set(work.filter { known[$0] == true })
  }

  /// What is older than the range and is taken back exactly.
  mutating func findOlderInverse(_ position: CommitPosition, _ found: inout Found) -> Bool {
    guard asking.includesCommon else { return false }
    guard let older = answers.olderInverses[commits.id(position)] else {
      questions.olderInverses.insert(commits.id(position))
      found.isPending = true
      return false
    }
    guard let newest = older.first else { return false }
    addOutside(newest, position, .inversePatch, &found)
    return true
  }
}

/// The work for tickets, without merges, with what merges with tickets brought.
struct TicketWork: Sendable {
  private var positions: [TicketKey: [CommitPosition]] = [:]

  /// - Complexity: Of ``CommitList/inheritedKeys``.
  init(_ commits: CommitList) {
    let inherited = commits.inheritedKeys
    for position in commits.indices where !commits.isMerge(position) {
      for key in inherited[position] ?? [] { positions[key, default: []].append(position) }
      commits.kept(position) { columns, row in
        for use in columns.uses(row) where use.place != nil {
          positions[columns.keys[use.key], default: []].append(position)
        }
      }
    }
  }

  /// By position.
  func positions(of key: TicketKey) -> [CommitPosition] { positions[key] ?? [] }
}

extension ArraySlice<CommitPosition> {
  /// Whether a position is among these, which are sorted.
  ///
  /// - Complexity: Logarithmic.
  fileprivate func hasSorted(_ position: CommitPosition) -> Bool {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < position { low = middle + 1 } else { high = middle }
    }
    return low < endIndex && self[low] == position
  }
}
