extension Rule {
  static let waiverExpired = Rule(
    .waiverExpired, .error, judgesPush: true, finds: "a waiver that no longer holds",
    advice: "mend what it covered, or have it approved again with a new day",
    find: .acceptance { facts in
      facts.expiredWaivers.map {
        Difference(
          ticket: $0.ticket, message: "the waiver of \($0.rule.rawValue) for \($0.subject) expired on \($0.expires)")
      }
    })
}
