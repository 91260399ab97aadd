extension Rule {
  static let exemptionUnused = Rule(
    .exemptionUnused, .warning,
    finds: "an exemption that matches nothing any more (a note when it never did)",
    advice: "remove the exemption from the policy, or correct its conditions",
    find: .idleAcceptance { facts in
      facts.unusedExemptions.map { unused in
        let exemption = unused.exemption
        switch unused.state {
        case .near(let correction, let commits):
          return Difference(
            message: "the exemption by \(exemption.condition) matches nothing, and is near to "
              + "\(quantity(commits, "commit")) without a ticket",
            help: "did you mean \(correction)?")
        case .past(let looked):
          return Difference(
            message: "the exemption by \(exemption.condition) matches no commit of the release, and none of the "
              + "\(looked) before it")
        case .never:
          return Difference(message: "the exemption by \(exemption.condition) has matched nothing yet", isNote: true)
        }
      }
    })
}

extension Exemption {
  /// What it goes by, in words: `author '*[bot]@example.com', subject 'Bump *'`.
  fileprivate var condition: String {
    let globs = [("author", author), ("committer", committer), ("subject", subject)]
      .compactMap { name, glob in glob.map { "\(name) '\($0)'" } }
    return (globs + (paths.isEmpty ? [] : ["paths '\(paths.joined(separator: "', '"))'"])).joined(separator: ", ")
  }
}
