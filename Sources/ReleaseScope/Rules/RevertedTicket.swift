extension Rule {
  static let revertedTicket = Rule(
    .revertedTicket, .error, finds: "a ticket of the manifest whose work is all undone",
    advice: "bring the work back with git revert of the revert, or move the ticket to another version",
    find: .absence { facts in
      let undoers = facts.range.undoers
      return facts.planned.keys(in: .reverted).map { key in
        Difference(
          ticket: key, commits: undoers(key),
          message: "\(key) is planned and all of its work in the release is reverted")
      }
    })
}
