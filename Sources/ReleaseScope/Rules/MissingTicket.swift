extension Rule {
  static let missingTicket = Rule(
    .missingTicket, .error, finds: "a ticket of the manifest with no work in the range",
    advice: "merge its work into the release, or move the ticket to another version and refresh the manifest",
    find: .absence { facts in
      facts.planned.keys(in: .absent, .mentioned).filter { facts.elsewhere.unmergedWork[$0] == nil }.map { key in
        if let work = facts.elsewhere.workBefore[key] {
          return Difference(
            ticket: key, commits: [work],
            message: "\(key) is planned and its work is on '\(facts.documents.baseName)' already: \(work.abbreviated)",
            help: "take this version off the ticket if an earlier one has it, or begin the range before: --since <rev>")
        }
        let isMentioned = facts.range.state(of: key) == .mentioned
        return Difference(
          ticket: key, commits: facts.range.scope.tickets[key]?.mentions ?? [],
          message: isMentioned
            ? "\(key) is planned and only mentioned in passing, by no commit that implements it"
            : "\(key) is planned and no commit of the release implements it")
      }
    })
}
