/// What says of a verb behind it that it is not done, or that the copy is taken back: `does not fix`, `prepare to fix`,
/// `undo the backport`.
enum Denial {
  private static let negations: [ASCIIWord] = [
    "not", "cannot", "never", "without", "no longer", "prepare to", "prepares to", "prepared to", "preparing to",
    "prepare for", "prepares for", "prepared for", "preparing for",
  ]
  private static let contractions: [ASCIIWord] = ["n't", "n’t"]
  private static let adverbs: [ASCIIWord] = [
    "yet", "fully", "completely", "entirely", "really", "actually", "even", "quite", "necessarily",
  ]
  private static let articles: [ASCIIWord] = ["a", "an", "the", "this", "that", "our"]
  /// Without participles: `Restore the dropped backport of SHOP-12`.
  private static let removals = (ReversalVerb.forms { $0.action == .revert } + RemovalWord.forms).filter {
    !["ed", "ne", "wn", "ew"].contains($0.description.suffix(2))
  }
  private static let mostWords = 3

  /// Whether such words stand directly before `place`.
  ///
  /// - Parameters:
  ///   - start: Where the text begins.
  ///   - isCopy: Whether the verb is of copying, and not of closing.
  /// - Complexity: Linear in the length of a few words.
  static func stands(before place: Int, in line: Span<UInt8>, from start: Int, ofCopy isCopy: Bool) -> Bool {
    let end = afterWord(before: place, in: line, from: start, without: adverbs)
    if ends(with: negations, line, at: end, from: start) { return true }
    for contraction in contractions where end - start > contraction.count {
      if line.end(of: contraction, at: end - contraction.count) == end { return true }
    }
    return isCopy
      && ends(
        with: removals, line, at: afterWord(before: place, in: line, from: start, without: articles), from: start)
  }

  /// Where the word ends that stands before `place` and before all of some other words.
  private static func afterWord(
    before place: Int, in line: Span<UInt8>, from start: Int, without others: [ASCIIWord]
  ) -> Int {
    var end = line.beforeBlanks(place, from: start)
    while case let word = line.beforeWord(end, from: start), line.end(ofOneOf: others, at: word) == end {
      end = line.beforeBlanks(word, from: start)
    }
    return end
  }

  private static func ends(with forms: [ASCIIWord], _ line: Span<UInt8>, at end: Int, from start: Int) -> Bool {
    var word = end
    for _ in 0..<mostWords where word > start {
      word = line.beforeWord(line.beforeBlanks(word, from: start), from: start)
      if line.extracting(0..<end).end(ofOneOf: forms, at: word) == end { return true }
    }
    return false
  }
}

extension Span<UInt8> {
  fileprivate func beforeBlanks(_ end: Int, from start: Int) -> Int {
    var place = end
    while place > start, self[place - 1].isBlank { place -= 1 }
    return place
  }

  fileprivate func beforeWord(_ end: Int, from start: Int) -> Int {
    var place = end
    while place > start, self[place - 1].isKeyCharacter || self[place - 1] == UInt8(ascii: "-") { place -= 1 }
    return place
  }
}
