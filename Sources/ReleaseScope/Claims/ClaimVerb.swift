/// A word of taking back or doing again, with what belongs to it.
struct ClaimVerb {
  let action: RevertClaim.Action
  /// 3 for `Revert^3`, else 1.
  var times = 1
  /// Whether only a part is meant: `Partially revert`.
  var isPartial = false
  /// Whether plain text behind it and a colon is a title: `revert: text`, not `undo: text`.
  let takesTitle: Bool
  /// Whether its particle stands behind what it takes back: `Back SHOP-12 out`.
  var isSplit = false
  /// Behind the verb, as an index of tokens.
  var end: Int

  private static let single: [String: (RevertClaim.Action, takesTitle: Bool)] = [
    "revert": (.revert, true), "reverts": (.revert, true), "reverted": (.revert, true), "reverting": (.revert, true),
    "undo": (.revert, false), "undoes": (.revert, false), "undid": (.revert, false), "undoing": (.revert, false),
    "backout": (.revert, true), "back-out": (.revert, true), "backed-out": (.revert, true),
    "rollback": (.revert, false), "roll-back": (.revert, false), "rolledback": (.revert, false),
    "reapply": (.reland, true), "re-apply": (.reland, true), "reapplies": (.reland, true),
    "reapplied": (.reland, true), "reapplying": (.reland, true), "re-applied": (.reland, true),
    "re-applies": (.reland, true), "re-applying": (.reland, true),
    "reland": (.reland, true), "re-land": (.reland, true), "relands": (.reland, true), "re-lands": (.reland, true),
    "relanded": (.reland, true), "re-landed": (.reland, true), "relanding": (.reland, true),
    "re-landing": (.reland, true),
    "reinstate": (.reland, false), "reinstates": (.reland, false), "reinstated": (.reland, false),
    "reinstating": (.reland, false), "unrevert": (.reland, true), "un-revert": (.reland, true),
  ]
  private static let particles = [
    "back": "out", "backs": "out", "backed": "out", "backing": "out",
    "roll": "back", "rolls": "back", "rolled": "back", "rolling": "back",
  ]

  /// The verb at a place.
  init?(_ tokens: ClaimTokens, at place: Int) {
    switch tokens.initial(place) {
    case UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "u"): break
    default: return nil
    }
    let word = tokens.word(place)
    if let (action, takesTitle) = Self.single[word] {
      (self.action, self.takesTitle, end) = (action, takesTitle, place + 1)
    } else if let particle = Self.particles[word], let next = tokens.afterBreak(place + 1),
      tokens.word(next) == particle
    {
      (action, takesTitle, end) = (.revert, particle == "out", next + 1)
    } else {
      return nil
    }
    if tokens.isMark(end, "^"), tokens.isJoined(end), let number = Int(tokens.word(end + 1)), number > 0 {
      times = min(number, 1_000_000)
      end += 2
    }
  }

  /// `Back SHOP-12 out`: a verb that its particle does not follow at once.
  static func isSplit(_ tokens: ClaimTokens, at place: Int) -> Bool {
    tokens.initial(place) == UInt8(ascii: "b") && particles[tokens.word(place)] == "out"
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
