/// What a text says of the keys that open it, where it is no work on them: `SHOP-12: not done yet`,
/// `SHOP-12 taken out`.
enum KeyRemark {
  /// Their work is taken back.
  case reverted
  /// It is still to come.
  case missing

  private static let auxiliaries: [ASCIIWord] = [
    "is", "are", "was", "were", "has been", "have been", "had to be", "being", "now", "partly", "partially", "also",
  ]
  private static let taken = ReversalVerb.forms { $0.action == .revert && $0.isPlain }
  /// What else says so alone: `rollback` may be what the ticket is about.
  private static let participles: [ASCIIWord] = ["undone", "rolled back", "taken out", "took out"]
  private static let reasons: [ASCIIWord] = [
    "because", "as", "since", "until", "due", "temporarily", "again", "for now", "in", "by", "here", "from",
  ]
  private static let openWork: [ASCIIWord] = [
    "comes later", "come later", "comes next", "follows", "follow", "will follow", "postponed", "deferred",
    "pending", "todo", "to do", "stays open", "stay open", "remains open", "still open", "still missing", "skipped",
    "excluded", "left out", "not yet", "not done", "not included", "not finished", "not fixed", "not ready",
    "not implemented", "not merged", "not addressed", "not part of this", "not in this", "not in scope",
    "not complete", "not completed", "moved to", "dropped", "no work",
  ]

  /// - Parameter start: Where the keys end.
  /// - Complexity: Constant, but for blanks.
  init?(_ text: Span<UInt8>, from start: Int) {
    var place = start
    while place < text.count, text[place].isKeySeparator { place += 1 }
    guard place < text.count, text[place].isASCIILetter else { return nil }
    while let end = text.end(ofOneOf: Self.auxiliaries, at: place) { place = text.afterBlanks(from: end) }
    guard place < text.count else { return nil }
    if text[place].isASCIILowercase, let end = text.end(ofOneOf: Self.openWork, at: place),
      end == text.count || !(text[end] == UInt8(ascii: "-"))
    {
      self = .missing
    } else if let end = text.end(ofOneOf: Self.taken, at: place) ?? text.end(ofOneOf: Self.participles, at: place),
      Self.isAll(text, from: end)
    {
      self = .reverted
    } else {
      return nil
    }
  }

  /// Whether nothing more is said than why or where.
  private static func isAll(_ text: Span<UInt8>, from end: Int) -> Bool {
    let place = text.afterBlanks(from: end)
    guard place < text.count else { return true }
    switch text[place] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "("): return true
    default: return text.end(ofOneOf: reasons, at: place) != nil
    }
  }
}
