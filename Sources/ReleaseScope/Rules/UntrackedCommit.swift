extension Rule {
  static let untrackedCommit = Rule(
    .untrackedCommit, .error, judgesPush: true,
    finds: "a commit without a ticket (not a merge, not exempt)",
    advice: help("SHOP-12", commit: "<commit>"),
    find: .presence { facts in
      let untracked = facts.range.untracked
      let key =
        facts.planned.keys(in: .absent).first?.description ?? facts.documents.policy.projects.first.map { "\($0)-12" }
      let commit = untracked.count == 1 ? untracked[0].abbreviated : "<commit>"
      return untracked.map {
        Difference(
          commits: [$0], message: "the commit names no ticket", help: Self.help(key ?? "SHOP-12", commit: commit))
      }
    })

  private static func help(_ key: String, commit: String) -> Advice {
    Advice(
      "attribute each: git notes --ref=tickets add -m \(key) \(commit), and share that: git push origin refs/notes/tickets "
        + "(clones fetch it: \(SharedNotes.tickets.fetchCommand)); or exempt it in the policy")
  }
}
