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

  /// Whether a word at a place begins a remark.
  func goesOn(_ index: Int) -> Bool { kind(index) == .word && goesOn(atByte: range(index).lowerBound) }

  private func goesOn(atByte place: Int) -> Bool { Self.conjunctions.contains { bytes[place...].begins(with: $0) } }
}
