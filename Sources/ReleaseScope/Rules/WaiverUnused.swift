extension Rule {
  static let waiverUnused = Rule(
    .waiverUnused, .warning, finds: "a waiver that matches nothing",
    advice: "remove the waiver from the policy",
    find: .idleAcceptance { facts in
      facts.unusedWaivers.map {
        Difference(ticket: $0.ticket, message: "the waiver of \($0.rule.rawValue) for \($0.subject) matches nothing")
      }
    })
}
