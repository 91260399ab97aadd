/// A word of taking back or doing again, with what belongs to it.
struct ClaimVerb {
  var action: RevertClaim.Action
  /// 3 for `Revert^3`, else 1.
  var times = 1
  /// Whether only a part is meant: `Partially revert`.
  var isPartial = false
  /// Whether plain text behind it and a colon is a title: `revert: text`, not `undo: text`.
  let takesTitle: Bool
  /// See ``ReversalVerb/isPlain``.
  let isPlain: Bool
  /// Whether its particle stands behind what it takes back: `Back SHOP-12 out`.
  var isSplit = false
  /// Behind the verb, as an index of tokens.
  var end: Int

  /// The verb at a place.
  init?(_ tokens: ClaimTokens, at place: Int) {
    guard ReversalVerb.mayBegin(tokens.initial(place)) else { return nil }
    let word = tokens.word(place)
    let verb: ReversalVerb
    if let single = ReversalVerb.byForm[word] {
      (verb, end) = (single, place + 1)
    } else if let (particle, double) = ReversalVerb.byFirstWord[word], let next = tokens.afterBreak(place + 1),
      tokens.word(next) == particle
    {
      (verb, end) = (double, next + 1)
    } else {
      return nil
    }
    (action, takesTitle, isPlain) = (verb.action, verb.takesTitle, verb.isPlain)
    let line = tokens.bytes.span.extracting(0..<tokens.endOfLine(place).byte)
    if place > 0, !isPlain, line.hasOnlyBrackets(from: tokens.range(end - 1).upperBound) { return nil }
    if tokens.isMark(end, "^"), tokens.isJoined(end), let number = Int(tokens.word(end + 1)), number > 0 {
      times = min(number, 1_000_000)
      end += 2
    }
  }

  /// `Back SHOP-12 out`: a verb that its particle does not follow at once.
  static func isSplit(_ tokens: ClaimTokens, at place: Int) -> Bool {
    ReversalVerb.mayBegin(tokens.initial(place))
      && ReversalVerb.byFirstWord[tokens.word(place)]?.verb.isSeparable == true
  }
}

extension ClaimTokens {
  /// The next token that is no end of a line.
  func afterBreak(_ index: Int) -> Int? {
    guard let kind = kind(index) else { return nil }
    guard kind == .lineBreak else { return index }
    return index + 1 < count ? index + 1 : nil
  }
}
