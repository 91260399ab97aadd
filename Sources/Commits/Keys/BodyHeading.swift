/// A line of a body that says what the lines below it are.
///
/// See <doc:Keys>.
enum BodyHeading {
  /// Below it keys are talked about: `See also:`, `Not part of this change:`.
  case stop
  /// It announces work, or anything else.
  case other

  private static let first: [ASCIIWord] = [
    "see", "cf", "compare", "without", "prepares", "prepare for", "unblocks", "duplicates", "duplicate of",
    "workaround for", "workarounds for", "omitted", "skipped", "missing",
  ]
  private static let last: [ASCIIWord] = ["see", "see also"]
  /// All of the heading.
  private static let whole: [ASCIIWord] = ["open", "next"]
  /// Anywhere, as words of their own.
  private static let words: [ASCIIWord] = [
    "related", "depend", "depends", "depending", "dependent", "dependency", "dependencies", "blocks", "blocked",
    "requires", "follow up", "follow ups", "followup", "followups", "not a part", "not part", "not included",
    "not done", "not fixed", "not addressed", "not in scope", "not yet", "out of scope", "to do", "todo", "future",
    "later", "remaining", "known issue", "known issues", "known problem", "known problems", "introduced", "caused",
    "conflict", "conflicts", "previous", "previously", "background", "based on", "on top of", "revert", "reverts",
    "reverted", "left out", "left for", "open issues", "next steps", "exclude", "excludes", "excluded", "excluding",
    "postponed", "deferred", "pending", "still open", "broken by", "broken since", "regression of", "regressions of",
    "moved to", "moved out", "next sprint", "next release", "not in", "does not include", "taken out", "backed out",
    "rolled back",
  ]

  /// - Parameter line: One without a key and without blanks around it.
  /// - Returns: `nil` for a line that is no heading.
  /// - Complexity: Linear; for most lines that are none, up to the fourth word.
  init?(_ line: Span<UInt8>, inList: Bool) {
    guard line.count > 0 else { return nil }
    let last = line.indices.last { !line[$0].isEmphasis } ?? 0
    let isMarked = line[last] == UInt8(ascii: ":") || line[0] == UInt8(ascii: "#")
    guard isMarked || (!inList && line.hasAtMostThreeWords) else { return nil }
    self = Self.isStop(line) ? .stop : .other
  }

  private static func isStop(_ line: Span<UInt8>) -> Bool {
    let text = line.inSmallWords
    let words = text.span
    if words.end(ofOneOf: first, at: 0) != nil || words.end(ofOneOf: whole, at: 0) == words.count { return true }
    var place = 0
    while place < words.count {
      if words.end(ofOneOf: Self.words, at: place) != nil || words.end(ofOneOf: last, at: place) == words.count {
        return true
      }
      place = words.index(of: UInt8(ascii: " "), from: place) + 1
    }
    return false
  }
}

extension Span<UInt8> {
  fileprivate var hasAtMostThreeWords: Bool {
    var (words, place) = (0, 0)
    while place < count {
      place = afterBlanks(from: place)
      if place < count { words += 1 }
      if words > 3 { return false }
      while place < count, !self[place].isBlank { place += 1 }
    }
    return true
  }

  /// The letters, digits and apostrophes, all else as one blank between them.
  fileprivate var inSmallWords: [UInt8] {
    var words: [UInt8] = []
    words.reserveCapacity(count)
    for place in indices {
      if self[place].isKeyCharacter || self[place] >= 0x80 || self[place] == UInt8(ascii: "'") {
        words.append(self[place].lowercased)
      } else if let last = words.last, last != UInt8(ascii: " ") {
        words.append(UInt8(ascii: " "))
      }
    }
    if words.last == UInt8(ascii: " ") { words.removeLast() }
    return words
  }
}
