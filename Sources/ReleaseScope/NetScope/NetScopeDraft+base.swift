/// What the base did, besides what it has as the release does.
extension NetScope.Draft {
  /// The tickets of which a merge of the base brought work, all of it with what takes it back.
  func ticketsWithoutWork(inMerge place: CommitPosition) -> Set<TicketKey> {
    var merged = MergedCommits(baseGraph)
    var (undone, standing): (Set<TicketKey>, Set<TicketKey>) = ([], [])
    let gone = revertsOfBase.undone(at: place, in: baseGraph)
    for position in merged.brought(by: place) where !range.baseOnly.isMerge(position) {
      let named = range.baseOnly.facts(position).keys.map { aliases[$0] ?? $0 }
      if gone.contains(position) { undone.formUnion(named) } else { standing.formUnion(named) }
    }
    return undone.subtracting(standing)
  }

  /// What both sides had and the base took back.
  var undoneOnBase: Set<ObjectID> {
    var undone: Set<ObjectID> = []
    for revert in revertsOfBase.reverts where !revertsOfBase.isUndone[revert.revert] {
      undone.formUnion(revert.outside.map(\.id))
    }
    return undone
  }

  /// Whether one side was merged into the other after they had parted.
  var isMergedBack: Bool {
    [graph, baseGraph].contains { side in
      guard !side.commits.isEmpty else { return false }
      var position = side.commits.startIndex
      while let parent = side.parents(position).first(where: \.isFirst)?.position { position = parent }
      return range.mergeBases.map(\.id) != Array(side.commits.parentIDs(position).prefix(1))
    }
  }

  var takenBackOnBase: Set<TicketKey> {
    var keys: Set<TicketKey> = []
    for revert in revertsOfBase.reverts {
      for position in [revert.revert] + revert.targets {
        let facts = range.baseOnly.facts(position)
        keys.formUnion(facts.implements.map(\.key) + facts.reverts.flatMap(\.keys))
      }
      for known in revert.outside {
        keys.formUnion(known.facts.implements.map(\.key) + known.facts.reverts.flatMap(\.keys))
      }
    }
    return Set(keys.map { aliases[$0] ?? $0 })
  }
}
