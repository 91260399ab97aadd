extension Rule {
  static let unresolvedRevert = Rule(
    .unresolvedRevert, .error,
    finds: "a revert whose target was not found (an error only when it names a planned ticket with work in effect)",
    advice: "look at what the commit takes back; its tickets may be less complete than they look",
    find: .absence { facts in
      let doubted = facts.doubted
      return facts.range.scope.reverts.filter { $0.isInEffect && !$0.unresolved.isEmpty }.map { revert in
        let tickets = doubted[revert.commit] ?? []
        let names = tickets.map(\.description).joined(separator: ", ")
        let what = revert.unresolved.joined(separator: "', '")
        let isPart = facts.range.commits[revert.commit]?.facts.reverts.contains(where: \.isPartial) == true
        let doubt = tickets.isEmpty ? "" : ": nobody can tell whether \(names) is delivered"
        return Difference(
          ticket: tickets.first, commits: [revert.commit],
          message:
            isPart
            ? "the commit says that it reverts a part of '\(what)'; which part, was not found\(doubt)"
            : "the commit says that it reverts '\(what)', which was not found\(doubt)",
          help: tickets.isEmpty
            ? nil
            : "look at git show \(revert.commit.abbreviated); name the commit that it takes back, or waive the finding",
          isMild: tickets.isEmpty)
      }
    })
}

extension AbsenceFacts {
  /// By revert, the planned tickets that it names and that have work in effect.
  fileprivate var doubted: [ObjectID: [TicketKey]] {
    var doubted: [ObjectID: [TicketKey]] = [:]
    for (key, state) in planned.states where state == .delivered || state == .partlyReverted {
      for revert in range.scope.tickets[key]?.doubtedBy ?? [] { doubted[revert, default: []].append(key) }
    }
    return doubted.mapValues { $0.sorted() }
  }
}
