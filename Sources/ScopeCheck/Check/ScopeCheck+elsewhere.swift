import Documents
import ReleaseScope

/// What a check looks for outside of the range.
extension ScopeCheck {
  /// Takes what the base took back of a merged release for what it is.
  func takeBackLater(
    _ scope: inout NetScope, _ sides: Sides<Repository.History>, _ subject: CheckSubject,
    _ reading: inout RangeReading<Repository>
  ) throws -> [String] {
    guard let entry = sides.entry else { return [] }
    let later = LaterReverts(repository: repository, reader: subject.reader, aliases: subject.aliases)
    var unseen = UnseenParts()
    let evidence = scope.tickets.values.flatMap(\.evidence).filter { piece in
      piece.state != .undone && sides.range.commits[piece.commit]?.isMerge == false
    }
    let now = try later.find(
      entry.merges, of: Set(evidence.map(\.commit)),
      inEffect: Set(evidence.lazy.filter { $0.state == .inEffect }.map(\.commit)), on: entry.seenAt, noting: &unseen)
    reading.add(unseen)
    guard let now else { return [] }
    let (tickets, reverts) = scope.takeBack(by: now.scope, gone: now.gone)
    guard !tickets.isEmpty else { return [] }
    let keys = tickets.map(\.description).joined(separator: ", ")
    let undoers = (reverts + now.dropping).map(\.abbreviated).joined(separator: ", ")
    let by = undoers.isEmpty ? "" : " by \(undoers)"
    let what =
      reverts.isEmpty && !now.dropping.isEmpty
      ? "did not keep work of the release when it was merged" : "took work of the release back after it was merged"
    return ["'\(subject.base.name)' \(what): \(keys)\(by)"]
  }

  /// The planned tickets without work.
  private func missing(_ facts: RuleFacts) -> Set<TicketKey> {
    let found = facts.range.scope.tickets
    return Set(
      (facts.documents.manifest?.tickets ?? []).map(\.key).filter { key in
        found[key].map { $0.state == .absent || $0.state == .mentioned } ?? true
      })
  }

  /// Takes what an earlier merge of the same release brought to the base for what it is.
  func addEarlierWork(
    _ facts: inout RuleFacts, _ sides: Sides<Repository.History>, _ subject: CheckSubject,
    _ reading: inout RangeReading<Repository>
  ) throws -> [String] {
    guard !sides.isMerged, !sides.isUnknown else { return [] }
    let release = [facts.documents.manifest?.releaseTicket].compactMap(\.self)
    var unseen = UnseenParts()
    let earlier = try EarlierWork(repository: repository, reader: subject.reader, aliases: subject.aliases)
      .ofMerges(for: missing(facts).subtracting(release), subject, sides.range, noting: &unseen)
    reading.add(unseen)
    guard let merge = earlier.values.first?.merge else { return [] }
    for (key, found) in earlier {
      facts.range.scope.addOnBase(key, found.work)
    }
    let keys = earlier.keys.sorted().map(\.description).joined(separator: ", ")
    return [
      "'\(subject.release.name)' was merged before, at last by \(merge.abbreviated): \(keys) came to "
        + "'\(subject.base.name)' with it"
    ]
  }

  /// Looks on other refs, and before the range, for what the release lacks.
  func search(
    _ facts: inout RuleFacts, _ sides: Sides<Repository.History>, _ subject: CheckSubject
  ) throws {
    let search = RefSearch(repository, sides.history)
    let missing = missing(facts)
    facts.elsewhere.unmergedWork = try search.unmergedWork(
      for: missing, aliases: subject.aliases, sides.range, baseName: facts.documents.baseName)
    if request.stage == .merge {
      // At a push it would only inform, and cost as much as the rest.
      facts.elsewhere.workBefore = try EarlierWork(
        repository: repository, reader: subject.reader, aliases: subject.aliases
      )
      .before(sides.range.mergeBases.map(\.id), for: missing.subtracting(facts.elsewhere.unmergedWork.keys))
    }
    let scope = facts.range.scope
    let branch = try subject.releaseBranch ?? RevisionChoice(repository).shortName(subject.release.name)
    let patterns = subject.policy.releaseBranches
    let isHotfix = patterns.contains { $0.isHotfix && $0.matches(branch) }
    // Its branch may be gone, and what it mends is not.
    guard isHotfix || subject.manifest?.manifest.follows != nil else { return }
    let standing = Set(scope.tickets.values.flatMap(\.evidence).filter { $0.state == .inEffect }.map(\.commit))
    facts.elsewhere.unportedWork = try search.unportedWork(
      of: sides.range.commits.filter { standing.contains($0.id) && !$0.isMerge },
      from: NamedCommit(name: branch, id: subject.release.id),
      patterns: patterns)
  }
}
