extension Rule {
  static let baselineUnused = Rule(
    .baselineUnused, .warning, finds: "an entry of the baseline that matches nothing any more",
    advice: "write the baseline again: relscope check --baseline <file> --write-baseline",
    find: .idleAcceptance { facts in
      facts.unusedEntries.map {
        Difference(
          ticket: $0.ticket, commits: $0.commits,
          message: "the baseline's \($0.rule.rawValue) for \($0.subject) matches nothing any more")
      }
    })
}
