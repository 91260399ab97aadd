extension Rule {
  static let untrackedCommit = Rule(
    .untrackedCommit, .error, judgesPush: true,
    finds: "a commit without a ticket (not a merge, not exempt)",
    advice: "attribute each: git notes --ref=tickets add -m SHOP-12 <commit>, and share that: git push origin "
      + "refs/notes/tickets (clones fetch it: \(SharedNotes.tickets.fetchCommand)); or exempt it in the "
      + "policy",
    find: .presence { facts in
      facts.range.untracked.map { Difference(commits: [$0], message: "the commit names no ticket") }
    })
}
