extension MessageGathering {
  /// Reads what the message takes back, does again and is a copy of, and which pull request it is.
  mutating func readClaims() {
    let claims = MessageClaims(parts, isMerge: isMerge, scanner: tools.scanner)
    facts.reverts = claims.reverts
    dropTicketsGivenElsewhere()
    facts.pickedFrom = claims.pickedFrom
    facts.copyOf = claims.copyOf
    facts.squashOf = claims.squashOf
    facts.requests = claims.requests
    facts.changeID = claims.changeID
    facts.differential = claims.differential
    (facts.mayRevert, facts.saysRevert) = (claims.mayRevert, claims.saysRevert)
  }

  /// Leaves to the items of a squash that take something back the tickets that open nothing but these.
  ///
  /// - Complexity: Reads the keys again where a ticket opens such an item.
  private mutating func dropTicketsGivenElsewhere() {
    guard facts.reverts.contains(where: { !$0.openedBy.isEmpty }) else { return }
    var left: [TicketKey: Int] = [:]
    for (key, rule) in KeyRules(of: parts, tools, isMerge: isMerge).rules
    where rule.strength == .strong || rule.strength == .weak {
      left[key.key, default: 0] += 1
    }
    for key in facts.reverts.flatMap({ Set($0.openedBy) }) { left[key, default: 0] -= 1 }
    for claim in facts.reverts.indices {
      facts.reverts[claim].openedBy.removeAll { left[$0, default: 0] > 0 }
    }
  }
}
