extension Rule {
  static let suspiciousKey = Rule(
    .suspiciousKey, .warning, finds: "a near miss of a key",
    advice: "attribute the commit to the right ticket: git notes --ref=tickets add -m <key> <commit>",
    find: .presence { facts in
      facts.range.scope.nearMisses.map { commit, miss in
        let add = "git notes --ref=tickets add -m \(miss.suggestion) \(commit.abbreviated)"
        return Difference(
          ticket: miss.suggestion, commits: [commit], message: "'\(miss.text)' looks like \(miss.suggestion)",
          help: .run("\(add) && git push origin refs/notes/tickets"))
      }
    })
}
