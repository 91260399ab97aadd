/// How much of a ticket's work in a commit reverts took back by itself, where the message lists what the commit is
/// made of.
enum ListedPart {
  case none
  /// Some of it, or nobody can tell how much.
  case some
  case all
}

extension NetScope.Draft {
  /// - Parameters:
  ///   - ticket: Its present key.
  ///   - position: A commit of one side.
  ///   - reverts: Those of the side.
  func part(
    of ticket: TicketKey, in position: CommitPosition, of commits: CommitList, takenBackBy reverts: RevertResolution
  ) -> ListedPart {
    guard let taken = reverts.takenOfLists[position], let list = answers.lists[commits.id(position)] else {
      return .none
    }
    let named = Set(list.indices.filter { list[$0].keys.contains { isKey($0, of: ticket) } })
    // What names no ticket is work for the tickets of the subject.
    let isOfSubject = commits.facts(position).implements.contains {
      $0.place == .subject && isKey($0.key, of: ticket)
    }
    let unnamed = Set(list.indices.filter { isOfSubject && list[$0].keys.isEmpty })
    if named.isEmpty, unnamed.isEmpty { return .some }
    if taken.isDisjoint(with: named.union(unnamed)) { return .none }
    return unnamed.isEmpty && taken.isSuperset(of: named) ? .all : .some
  }

  /// Whether a key is, or was, that of a ticket.
  func isKey(_ key: TicketKey, of ticket: TicketKey) -> Bool { (aliases[key] ?? key) == ticket }
}
