/// What a subject, the title of a pull request or the first line of a squash's item takes back.
struct ClaimHeading {
  private(set) var verb: ClaimVerb
  var named = NamedWork()
  /// The titles, quoted or behind the verb, as the message has them.
  private(set) var titles: [ArraySlice<UInt8>] = []
  private(set) var isCertain = false
  /// Whether it is a type as Conventional Commits have it: `revert:`, `revert(scope)!:`.
  private(set) var isConventional = false
  /// Whether the title behind a type or a tag is that of a revert: an id in it is of what that took back.
  private(set) var quotesRevert = false
  /// Where what it names ends, as an index of tokens.
  private(set) var end: Int

  /// The most bytes that stand before a verb: keys, tags, a type.
  private static let mostBefore = 120
  private static let adverbs: Set<String> = [
    "partially", "partly", "partial", "temporarily", "manually", "manual", "completely", "fully", "also", "unreviewed",
    "automatic", "automated", "please", "selectively",
  ]
  private static let articles: Set<String> = ["the", "of", "a", "an"]
  /// Words that may stand before a key.
  private static let kinds: Set<String> = ["the", "ticket", "tickets", "issue", "issues", "jira", "story", "bug"]

  /// - Parameter tokens: Of the first paragraph.
  init?(_ tokens: ClaimTokens, scanner: KeyScanner) {
    guard tokens.count > 0, let (place, before, verb) = Self.verb(tokens, scanner) else { return nil }
    self.verb = verb
    var isTag = false
    var start = verb.end
    var keysOfScope: [TicketKey] = []
    if tokens.isMark(place - 1, "["), tokens.isMark(start, "]") {
      (isTag, start) = (true, start + 1)
      if tokens.isMark(start, ":") { start += 1 }
    } else if let (colon, scope) = Self.colon(tokens, behind: start) {
      (isConventional, start) = (verb.takesTitle, colon)
      if let scope { keysOfScope = scanner.scan(tokens.bytes[scope]).counting.map(\.key) }
    } else if verb.action == .revert, let inner = Self.revertOfRevert(tokens, behind: start) {
      (self.verb.action, start) = (.reland, inner)
    }
    quotesRevert = (isConventional || isTag) && ClaimVerb(tokens, at: start)?.action == .revert
    end = start
    var list = ObjectList(tokens, scanner: scanner, isHeading: true)
    let listEnd = list.read(at: start)
    named = list.named
    named.keys += keysOfScope
    named.isPartial = named.isPartial || verb.isPartial
    if let listEnd { end = listEnd }
    if named.isEmpty, verb.isPlain, verb.action == .revert, !verb.isSplit, tokens.saysNoMore(start) {
      // `SHOP-12: reverted`: the ticket stands before the verb.
      let label = tokens.bytes[tokens.range(0).lowerBound..<tokens.range(place).lowerBound]
      named.keys = scanner.scan(label).counting.map(\.key)
      isCertain = !named.keys.isEmpty
      guard !isCertain else { return }
    }
    if named.isEmpty, verb.isPlain, verb.action == .revert, !isTag, !isConventional {
      named.keys = Self.tickets(tokens, behind: start, before: place, scanner)
      isCertain = !named.keys.isEmpty
      guard !isCertain else {
        named.isPartial = true
        return
      }
    }
    isCertain = !named.isEmpty || isConventional || isTag
    titles = named.titles
    named.titles = []
    named.keys += titles.flatMap { scanner.scan($0).counting.map(\.key) }
    if !verb.isSplit, titles.isEmpty || list.isOpenEnded {
      readTitle(tokens, from: start, until: tokens.endOfLine(start))
    }
    if let label = Self.label(tokens, until: before - (isTag ? 1 : 0)) { titles += titles.map { label + $0 } }
  }

  /// The tickets of which words behind the verb tell a part: of `Revert the cart of SHOP-12`; and of
  /// `SHOP-13: Revert the cart (SHOP-12)`, since it has a ticket of its own.
  private static func tickets(
    _ tokens: ClaimTokens, behind start: Int, before verb: Int, _ scanner: KeyScanner
  ) -> [TicketKey] {
    let end = tokens.endOfLine(start).token
    guard start < end, tokens.word(start) != "to" else { return [] }
    let own = verb > 0 ? scanner.scan(tokens.bytes[tokens.range(0).lowerBound..<tokens.range(verb).lowerBound]) : nil
    let label = Set(own?.counting.map(\.key) ?? [])
    var found: [TicketKey] = []
    for place in start..<end where tokens.kind(place) == .word {
      let keys = scanner.scan(tokens.bytes[tokens.range(place)]).counting.map(\.key).filter { !label.contains($0) }
      guard !keys.isEmpty else { continue }
      var before = place - 1
      while before > start, tokens.kind(before) == .mark || kinds.contains(tokens.word(before)) { before -= 1 }
      if !label.isEmpty || ["of", "from"].contains(tokens.word(before)) { found += keys }
    }
    return found
  }

  private mutating func readTitle(_ tokens: ClaimTokens, from start: Int, until line: (token: Int, byte: Int)) {
    var text = start
    // Behind an id or a number, a title is told by its text alone.
    let isNumbered = named.isNumbered || !named.ids.isEmpty || !named.requests.isEmpty || !named.runs.isEmpty
    if isNumbered {
      text = end
      if tokens.isMark(text, ":") || tokens.isMark(text, "-") { text += 1 }
    } else {
      while Self.articles.contains(tokens.word(text)), text < line.token - 1 { text += 1 }
    }
    if text < line.token, tokens.kind(text) == .mark,
      [",", ".", "/", ")", ";"].contains(where: { tokens.isMark(text, $0) })
    {
      return
    }
    guard text < line.token, case let from = tokens.range(text).lowerBound, from < line.byte else { return }
    let title = RequestNumbers.atEnd(tokens.bytes[from..<line.byte])
    if isNumbered, title.rest.isEmpty || title.rest.first == UInt8(ascii: "(") || tokens.goesOn(text) { return }
    // Keys alone are no title.
    if !isNumbered, !named.keys.isEmpty, end >= line.token || (end == line.token - 1 && tokens.isMark(end, ".")) {
      return
    }
    named.requests += title.numbers.dropLast().map(\.number)
    if !title.rest.isEmpty { titles.append(title.rest) }
  }

  /// The first verb before which nothing stands but what may open a title.
  ///
  /// - Returns: Where it is, and where what belongs to it begins.
  private static func verb(_ tokens: ClaimTokens, _ scanner: KeyScanner) -> (place: Int, before: Int, ClaimVerb)? {
    let start = tokens.range(0).lowerBound
    for place in 0..<tokens.count {
      guard tokens.range(place).lowerBound - start <= mostBefore else { return nil }
      if var verb = ClaimVerb(tokens, at: place), !(tokens.isMark(verb.end, "/") && tokens.isJoined(verb.end)) {
        guard let (before, isPartial) = opens(tokens, place, scanner) else { continue }
        if isPartial { verb.isPartial = true }
        return (place, before, verb)
      }
      if ClaimVerb.isSplit(tokens, at: place), opens(tokens, place, scanner) != nil,
        let verb = ClaimVerb(split: tokens, at: place, scanner)
      {
        return (place, place, verb)
      }
    }
    return nil
  }

  /// Where a verb begins with the adverbs before it, and whether it means only a part.
  ///
  /// - Returns: `nil` if it may not stand there.
  private static func opens(
    _ tokens: ClaimTokens, _ place: Int, _ scanner: KeyScanner
  ) -> (before: Int, isPartial: Bool)? {
    var before = place
    var isPartial = false
    while before > 0 {
      let word = tokens.word(before - 1)
      guard
        adverbs.contains(word)
          || (word.isEmpty && tokens.isMark(before - 1, ",")
            && tokens.word(before - 2) == "unreviewed")
      else { break }
      if word.hasPrefix("part") { isPartial = true }
      before -= 1
    }
    guard before > 0, tokens.kind(before - 1) != .bullet else { return (before, isPartial) }
    let last = tokens.range(before - 1)
    switch tokens.kind(before - 1) {
    case .mark:
      // Marks that open: `[revert] x`; and those that end a label.
      let mark = tokens.bytes[last.lowerBound]
      if mark == UInt8(ascii: "["), tokens.kind(before) == .word { return (before, isPartial) }
      if mark == UInt8(ascii: "."), before > 1, tokens.isJoined(before - 1), isKey(tokens, before - 2, scanner) {
        return (before, isPartial)
      }
      return ":])}|-".utf8.contains(mark) ? (before, isPartial) : nil
    case .word:
      let text = tokens.bytes[last]
      let isKey = isKey(tokens, before - 1, scanner)
      let isNumber = text.allSatisfy(\.isASCIIDigit) && (before == 1 || tokens.isMark(before - 2, "#"))
      let isSymbol = text.allSatisfy { $0 >= 0x80 } && before == 1
      return isKey || isNumber || isSymbol ? (before, isPartial) : nil
    case .link, .quote, .bullet, .lineBreak, .paragraphBreak, nil: return nil
    }
  }

  private static func isKey(_ tokens: ClaimTokens, _ place: Int, _ scanner: KeyScanner) -> Bool {
    guard tokens.kind(place) == .word else { return false }
    let found = scanner.scan(tokens.bytes[tokens.range(place)])
    return !found.counting.isEmpty || !found.others.isEmpty
  }

  /// What stands behind `:`, `!:` or `(scope)!:`, as an index of tokens, and the bytes of the scope.
  private static func colon(_ tokens: ClaimTokens, behind start: Int) -> (place: Int, scope: Range<Int>?)? {
    var place = start
    var scope: Range<Int>?
    if tokens.isMark(place, "("), tokens.isJoined(place) {
      let most = min(place + 32, tokens.count)
      guard let close = (place..<most).first(where: { tokens.isMark($0, ")") }) else { return nil }
      scope = tokens.range(place).upperBound..<tokens.range(close).lowerBound
      place = close + 1
    }
    if tokens.isMark(place, "!") { place += 1 }
    return tokens.isMark(place, ":") ? (place + 1, scope) : nil
  }

  /// Where what a revert took back stands, of `Revert the revert of SHOP-12`.
  private static func revertOfRevert(_ tokens: ClaimTokens, behind start: Int) -> Int? {
    var place = start
    while articles.contains(tokens.word(place)) { place += 1 }
    guard let inner = ClaimVerb(tokens, at: place), inner.action == .revert, tokens.word(inner.end) == "of" else {
      return nil
    }
    return inner.end + 1
  }

  /// A tag or a key before the verb may belong to the title, too: `[cart] Revert "x"` may take `[cart] x` back.
  private static func label(_ tokens: ClaimTokens, until place: Int) -> ArraySlice<UInt8>? {
    guard place > 0 else { return nil }
    let label = TitleText.withoutLabels(tokens.bytes[tokens.range(0).lowerBound..<tokens.range(place).lowerBound])
    return label.isEmpty ? nil : label + [UInt8(ascii: " ")]
  }
}

extension ClaimVerb {
  /// `Back SHOP-12 out`.
  fileprivate init?(split tokens: ClaimTokens, at place: Int, _ scanner: KeyScanner) {
    var list = ObjectList(tokens, scanner: scanner, isHeading: true)
    guard let after = list.read(at: place + 1), tokens.word(after) == "out" else { return nil }
    (action, takesTitle, isPlain, isSplit, end) = (.revert, false, true, true, place + 1)
  }
}
