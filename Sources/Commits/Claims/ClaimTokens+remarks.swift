extension ClaimTokens {
  /// Whether a quotation that ends at a byte is a whole title: no word of the same title goes on.
  func endsQuotation(_ end: Int) -> Bool {
    var place = end
    while place < bytes.count, bytes[place].isBlank { place += 1 }
    guard place < bytes.count else { return true }
    return !(bytes[place].isKeyCharacter || bytes[place] >= 0x80) || goesOn(atByte: place)
  }

  /// Words that go on behind a quotation without belonging to it.
  private static let conjunctions: [ASCIIWord] = [
    "and ", "as ", "because", "for ", "due ", "since ", "until ", "from ", "in ", "on ", "to ", "which", "that ",
    "temporarily", "again", "with ", "commit", "it ", "we ", "out", "but ",
  ]

  /// Words that tell why or for how long, behind a verb that names nothing.
  private static let reasons: Set<String> = ["because", "as", "since", "until", "due", "temporarily", "again", "now"]

  /// Whether nothing more is said from a place on, or only why.
  func saysNoMore(_ index: Int) -> Bool {
    guard index < endOfLine(index).token else { return true }
    if Self.reasons.contains(word(index)) || (word(index) == "for" && word(index + 1) == "now") { return true }
    return [",", ".", ";", "!", "("].contains { isMark(index, $0) } || (isMark(index, "-") && !isJoined(index))
  }

  /// Whether a word at a place begins a remark.
  func goesOn(_ index: Int) -> Bool { kind(index) == .word && goesOn(atByte: range(index).lowerBound) }

  private func goesOn(atByte place: Int) -> Bool { Self.conjunctions.contains { bytes[place...].begins(with: $0) } }
}
