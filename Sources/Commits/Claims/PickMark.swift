/// The marks that make a commit a copy of another one.
enum PickMark {
  /// Words, then an id: `cherry picked from commit <id>`.
  private static let phrases: [[String]] = [
    ["cherry", "picked", "from"], ["cherry-picked", "from"], ["cherry", "pick", "from"], ["cherry-pick", "from"],
    ["cherry-pick", "of"], ["cherry", "pick", "of"], ["cherry-picks"], ["picked", "from"],
    ["backported", "from"], ["backport", "from"], ["backport", "of"], ["backport-of"], ["backports"], ["backport"],
    ["upstream", "commit"], ["upstream-commit"],
  ]
  private static let beginnings = Set(phrases.map { $0[0] })
  private static let mark: ASCIIWord = "(cherry picked from commit "

  /// A text without git's mark at its end; `nil` if it has none there.
  static func dropped(fromEndOf text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard text.last == UInt8(ascii: ")"), let open = text.suffix(100).lastIndex(of: UInt8(ascii: "(")),
      open > text.startIndex, text[open...].begins(with: mark)
    else { return nil }
    return text[..<open].trimmingSpaces
  }

  /// Adds what a stretch of text names as its origins.
  static func read(
    _ tokens: ClaimTokens, isHeading: Bool = false, scanner: KeyScanner, into claims: inout MessageClaims
  ) {
    var place = 0
    while place < tokens.count {
      guard mayBegin(tokens.initial(place)), case let word = tokens.word(place), beginnings.contains(word),
        let start = phraseEnd(tokens, place)
      else {
        place += 1
        continue
      }
      var list = ObjectList(tokens, scanner: scanner, isHeading: isHeading)
      // A title that is to be ported to another branch names no commit.
      let end = list.read(at: start) ?? start
      claims.addPicks(list.named.ids)
      if list.isOfFollowing || word != "upstream" { claims.addCopies(list.named.requests + list.named.titleRequests) }
      place = max(end, place + 1)
    }
    // `commit <id> upstream.` is the first line of a body.
    if tokens.word(0) == "commit", tokens.kind(1) == .word, tokens.word(2) == "upstream",
      let id = WrittenID(tokens.bytes[tokens.range(1)])
    {
      claims.addPicks([id])
    }
  }

  private static func mayBegin(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "b"), UInt8(ascii: "c"), UInt8(ascii: "p"), UInt8(ascii: "u"): true
    default: false
    }
  }

  private static func phraseEnd(_ tokens: ClaimTokens, _ place: Int) -> Int? {
    for phrase in phrases {
      var next: Int? = place
      for word in phrase {
        guard let here = next, tokens.word(here) == word else {
          next = nil
          break
        }
        next = tokens.afterBreak(here + 1) ?? tokens.count
      }
      if let next { return next }
    }
    return nil
  }
}
