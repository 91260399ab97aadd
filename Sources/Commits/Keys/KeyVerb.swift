/// A verb that makes the key after it work, though another key opens the subject: `SHOP-14: Backport SHOP-12 to 2.4`,
/// not `SHOP-14: Undo the backport of SHOP-12`.
enum KeyVerb {
  private static let verbs: [ASCIIWord] = [
    "backport", "backports", "backported", "backporting", "back-port", "back-ports", "back-ported", "back-porting",
    "back port", "back ports", "back ported", "back porting", "forward-port", "forward-ports", "forward-ported",
    "forward-porting", "forwardport", "forwardports", "forwardported", "forwardporting", "forward port",
    "forward ports", "forward ported", "forward porting", "port", "ports", "ported", "porting", "cherry-pick",
    "cherry-picks", "cherry-picked", "cherry-picking", "cherrypick", "cherrypicks", "cherrypicked", "cherrypicking",
    "cherry pick", "cherry picks", "cherry picked", "cherry picking", "fix", "fixes", "fixed", "close", "closes",
    "closed", "resolve", "resolves", "resolved", "address", "addresses", "addressed",
  ]
  private static let prepositions: [ASCIIWord] = ["of", "for", "from"]
  private static let longest = 24

  /// Whether such a verb stands directly before `place`, where keys begin.
  static func stands(before place: Int, in line: Span<UInt8>, from start: Int) -> Bool {
    var end = place
    while end > start, line[end - 1].isBlank || line[end - 1] == UInt8(ascii: ":") { end -= 1 }
    guard end < place else { return false }
    // The verb is one of the last three words, as "port of" and "backport of the" have them.
    var words = 0
    var word = end
    while word > start, end - word < longest, words < 2 {
      while word > start, !line[word - 1].isBlank, line[word - 1] != UInt8(ascii: "("), end - word < longest {
        word -= 1
      }
      if ends(line, from: word, at: end) {
        return !Denial.stands(before: word, in: line, from: start, ofCopy: isPort(line, word))
      }
      words += 1
      while word > start, line[word - 1].isBlank { word -= 1 }
    }
    return false
  }

  private static func ends(_ line: Span<UInt8>, from word: Int, at end: Int) -> Bool {
    guard let verb = line.end(ofOneOf: verbs, at: word) else { return false }
    if verb == end { return true }
    return line.end(ofOneOf: prepositions, at: line.afterBlanks(from: verb)) == end && isPort(line, word)
  }

  /// Whether the verb takes a preposition: one backports a change of a ticket, and fixes the ticket itself.
  private static func isPort(_ line: Span<UInt8>, _ word: Int) -> Bool {
    switch line[word].lowercased {
    case UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "p"): line.end(of: "fix", at: word) == nil
    default: line.end(of: "cherry", at: word) != nil
    }
  }
}
