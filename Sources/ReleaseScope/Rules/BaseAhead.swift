extension Rule {
  static let baseAhead = Rule(
    .baseAhead, .warning, finds: "work on the base that the release lacks, by content",
    advice: "merge the base into the release before you test it",
    find: .absence { facts in
      guard !facts.elsewhere.baseAhead.isEmpty else { return [] }
      let count = facts.elsewhere.baseAhead.count
      return [
        Difference(
          commits: facts.elsewhere.baseAhead,
          message:
            "'\(facts.documents.baseName)' has \(count == 1 ? "1 commit" : "\(count) commits") that the release lacks",
          help: .run("git merge \(ShellWord.quoted(facts.documents.baseName))"))
      ]
    })
}
