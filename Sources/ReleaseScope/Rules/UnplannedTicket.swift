extension Rule {
  static let unplannedTicket = Rule(
    .unplannedTicket, .error, judgesPush: true,
    finds: "a ticket in the scope that the manifest lacks",
    advice: "give the ticket this fix version and refresh the manifest, or take its commits out of the release",
    find: .presence { facts in
      guard let manifest = facts.documents.manifest else { return [] }
      let others = facts.documents.otherTickets
      let unknown = Set(manifest.unknown)
      let slips = MistypedNumber(expected: facts.planned.keys(in: .absent))
      return facts.planned.unplanned.filter { others[$0] == nil }.map { key in
        let likely = slips.meant(insteadOf: key)
        let isUnknown = unknown.contains(key)
        let isLeft = facts.range.state(of: key) == .reverted
        return Difference(
          ticket: key, commits: facts.range.standingWork(for: key),
          message: isUnknown
            ? "\(key) is in the release and Jira knows no such ticket, or does not show it"
            : isLeft
              ? "\(key) is not in the manifest, and what takes it back leaves a part of it in the release"
              : "\(key) is in the release and not in the manifest",
          help: likely.map { "did you mean \($0)? it is planned and has no work here" }
            ?? (isUnknown
              ? "attribute the commits to the right ticket: git notes --ref=tickets add -m <key> <commit>" : nil))
      }
    })
}
