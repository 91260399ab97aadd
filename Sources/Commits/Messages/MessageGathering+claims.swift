extension MessageGathering {
  /// Reads what the message takes back, does again and is a copy of, and which pull request it is.
  mutating func readClaims() {
    let claims = MessageClaims(parts, isMerge: isMerge, scanner: tools.scanner)
    facts.reverts = claims.reverts
    facts.pickedFrom = claims.pickedFrom
    facts.copyOf = claims.copyOf
    facts.squashOf = claims.squashOf
    facts.requests = claims.requests
    facts.changeID = claims.changeID
    facts.differential = claims.differential
    (facts.mayRevert, facts.saysRevert) = (claims.mayRevert, claims.saysRevert)
  }
}
