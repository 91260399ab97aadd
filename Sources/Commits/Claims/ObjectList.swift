/// Reads a list of objects: `commits A and B`, `A ("title"), B`, `the following commits:` with a line for each.
struct ObjectList {
  private static let nouns: Set<String> = [
    "commit", "commits", "changeset", "changesets", "cset", "csets", "change", "changes", "revision", "revisions",
    "rev", "revs", "patch", "patches", "merge", "merges", "pull", "request", "requests", "pr", "prs", "mr", "mrs",
    "work", "fix", "fixes", "follow-up", "follow-ups", "followup", "followups", "following", "hash", "sha", "sha1",
    "sha-1",
  ]
  private static let others: Set<String> = [
    "the", "its", "their", "of", "all", "both", "these", "those", "this", "also", "a", "an", "git", "related", "entire",
    "whole", "previous", "earlier", "subsequent", "back", "from", "in", "for", "by", "made", "done", "squashed",
    "original",
  ]
  /// Words that stand between a noun and its object only.
  private static let links: Set<String> = ["from", "in", "for", "by", "made", "done"]
  private static let parts: Set<String> = ["part", "parts", "some", "half", "most", "portion", "portions", "bits"]
  private static let joints: Set<String> = ["and", "as", "well", "also", "plus", "then", "with", "along", "together"]
  /// The most words that stand before an object, and the most tokens of a remark behind it.
  private static let (mostFillers, mostOfRemark) = (10, 64)

  let tokens: ClaimTokens
  private let scanner: KeyScanner
  /// In a subject, a number in brackets at the end is the commit's own.
  private let isHeading: Bool
  var named = NamedWork()
  /// Whether each line names one.
  private var isBlock = false
  /// `the following commits`.
  private(set) var isOfFollowing = false
  /// Whether words go on behind a quotation as if it were part of a title.
  private(set) var isOpenEnded = false

  init(_ tokens: ClaimTokens, scanner: KeyScanner, isHeading: Bool) {
    self.tokens = tokens
    self.scanner = scanner
    self.isHeading = isHeading
  }

  /// Reads from a place on.
  ///
  /// - Returns: Where the list ends; `nil` if nothing is named.
  mutating func read(at start: Int) -> Int? {
    var place = start
    var end: Int?
    while true {
      let (object, saysCommit) = afterFillers(place)
      guard let next = readObject(at: object, saysCommit: saysCommit) else { break }
      end = afterRemarks(next)
      guard let end, let after = afterJoint(end) else { break }
      place = after
    }
    return end
  }

  /// What stands before an object is passed over: `the following commits:`, list marks, opening brackets.
  private mutating func afterFillers(_ start: Int) -> (place: Int, saysCommit: Bool) {
    var place = start
    var (saysCommit, hasNoun) = (false, false)
    while place - start < Self.mostFillers, let kind = tokens.kind(place) {
      switch kind {
      case .word:
        guard let filler = filler(place, isFirst: place == start, hasNoun: hasNoun) else {
          if isOfFollowing, let list = afterColon(place) { return (list, saysCommit) }
          return (place, saysCommit)
        }
        hasNoun = hasNoun || filler != .other
        saysCommit = saysCommit || filler == .commit
      case .mark where tokens.isMark(place, ":"):
        if let kind = tokens.kind(place + 1), kind == .lineBreak || kind == .paragraphBreak { isBlock = true }
      case .mark where tokens.isMark(place, "[") || tokens.isMark(place, "(") || tokens.isMark(place, "<"): break
      case .lineBreak: break
      case .paragraphBreak where isBlock: break
      case .bullet: isBlock = true
      case .quote where isOfFollowing: return (afterColon(place) ?? place, saysCommit)
      case .link, .mark, .quote, .paragraphBreak: return (place, saysCommit)
      }
      place += 1
    }
    return (place, saysCommit)
  }

  private enum Filler {
    case commit, noun, other
  }

  /// The word at a place, if it is one that stands before an object.
  private mutating func filler(_ place: Int, isFirst: Bool, hasNoun: Bool) -> Filler? {
    let word = tokens.word(place)
    if Self.parts.contains(word), tokens.word(place + 1) == "of" {
      named.isPartial = true
      return .noun
    }
    if isCount(place) {
      named.isNumbered = true
      return .other
    }
    if Self.nouns.contains(word) {
      if word == "following" { isOfFollowing = true }
      let isCommit = word.hasPrefix("commit") || word.hasPrefix("changeset") || word.hasPrefix("cset")
      return isCommit ? .commit : .noun
    }
    if Self.links.contains(word) || (word == "of" && !isFirst) { return hasNoun ? .other : nil }
    return Self.others.contains(word) ? .other : nil
  }

  /// `2 changesets`: how many, not which.
  private func isCount(_ place: Int) -> Bool {
    let word = tokens.word(place)
    guard word.utf8.count <= 4, word.utf8.allSatisfy(\.isASCIIDigit), !word.isEmpty else { return false }
    return Self.nouns.contains(tokens.word(place + 1))
  }

  private mutating func afterColon(_ place: Int) -> Int? {
    let end = tokens.endOfLine(place).token
    guard tokens.isMark(end - 1, ":"), end < tokens.count else { return nil }
    isBlock = true
    var next = end
    while let kind = tokens.kind(next), kind == .lineBreak || kind == .paragraphBreak || kind == .bullet { next += 1 }
    return next
  }

  private mutating func readObject(at place: Int, saysCommit: Bool) -> Int? {
    guard let kind = tokens.kind(place) else { return nil }
    switch kind {
    case .link:
      let link = tokens.bytes[tokens.range(place)]
      if let id = RequestReference.id(inLink: link) {
        named.ids.append(id)
        return place + 1
      }
    case .word:
      if let end = readCommits(at: place, saysCommit: saysCommit) { return end }
    case .quote:
      if let end = readQuotation(at: place) { return end }
    case .mark, .bullet, .lineBreak, .paragraphBreak: break
    }
    if let (number, end) = RequestReference.read(tokens, at: place) {
      named.requests.append(number)
      return end
    }
    if kind == .word, let end = readKey(at: place) ?? readReview(at: place) { return end }
    if isBlock, isOfFollowing, kind == .word || kind == .mark {
      // A line that has only a title.
      let end = tokens.endOfLine(place)
      let line = tokens.bytes[tokens.range(place).lowerBound..<end.byte]
      named.titles.append(line.beforeMarkdownAddress)
      return end.token
    }
    return nil
  }

  private mutating func readKey(at place: Int) -> Int? {
    let keys = scanner.scan(tokens.bytes[tokens.range(place)]).counting.map(\.key)
    guard !keys.isEmpty else { return nil }
    named.keys += keys
    return place + 1
  }

  /// The name of a review, or Phabricator's of a commit: `rWEB<id>`.
  private mutating func readReview(at place: Int) -> Int? {
    let word = tokens.bytes[tokens.range(place)]
    if let review = ReviewName(word) {
      named.reviews.append(review)
      named.isNumbered = true
      return place + 1
    }
    guard word.first == UInt8(ascii: "r"), case let repository = word.dropFirst().prefix(while: Self.isOfRepository),
      !repository.isEmpty, let id = WrittenID(word[repository.endIndex...])
    else { return nil }
    named.ids.append(id)
    return place + 1
  }

  /// Letters of a repository's short name, which ends where an id of digits and small letters begins.
  private static func isOfRepository(_ byte: UInt8) -> Bool { byte.isASCIICapital }

  private mutating func readQuotation(at place: Int) -> Int? {
    let line = tokens.endOfParagraph(place)
    guard let quotation = Quotation(tokens.bytes.span, at: tokens.range(place).lowerBound, end: line.byte),
      !quotation.content.isEmpty
    else { return nil }
    // In a subject, what looks quoted may be a word of a title.
    if isHeading, !tokens.endsQuotation(quotation.end) {
      if quotation.isWeak { return nil }
      isOpenEnded = true
    }
    let content = tokens.bytes[quotation.content]
    if content.contains(where: \.isASCIIDigit), let id = WrittenID(content) {
      named.ids.append(id)
    } else {
      named.titles.append(content)
    }
    var next = place
    while next < line.token, tokens.range(next).lowerBound < quotation.end { next += 1 }
    return next
  }

  /// Remarks: a title behind an id, keys in brackets.
  private mutating func afterRemarks(_ start: Int) -> Int {
    var place = start
    while tokens.isMark(place, "]") || tokens.isMark(place, ")") || tokens.isMark(place, ">") { place += 1 }
    if !named.ids.isEmpty, tokens.kind(place) == .quote, let end = readQuotation(at: place) { place = end }
    while tokens.isMark(place, "("), let close = closing(place) {
      readRemark((place + 1)..<close)
      place = close + 1
    }
    if isBlock, !(named.ids.isEmpty && named.titles.isEmpty) {
      let end = tokens.endOfLine(place)
      if !named.ids.isEmpty, place < end.token, tokens.kind(place) == .word || tokens.kind(place) == .mark {
        let text = tokens.bytes[tokens.range(place).lowerBound..<end.byte].drop { !$0.isKeyCharacter && $0 < 0x80 }
        if !text.isEmpty { named.titles.append(text) }
      }
      place = end.token
    }
    return place
  }

  private func closing(_ open: Int) -> Int? {
    var depth = 0
    for place in open..<min(open + Self.mostOfRemark, tokens.count) {
      if tokens.isMark(place, "(") { depth += 1 }
      if tokens.isMark(place, ")") { depth -= 1 }
      if depth == 0 { return place }
      if tokens.kind(place) == .paragraphBreak { return nil }
    }
    return nil
  }

  private mutating func readRemark(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if tokens.kind(range.lowerBound) == .quote {
      _ = readQuotation(at: range.lowerBound)
      return
    }
    let bytes = tokens.bytes[tokens.range(range.lowerBound).lowerBound..<tokens.range(range.upperBound - 1).upperBound]
    let keys = scanner.scan(bytes).counting.map(\.key)
    if named.titles.isEmpty || named.keys.isEmpty { named.keys += keys }
    if !isHeading, let (number, _) = RequestReference.read(tokens, at: range.lowerBound) {
      named.requests.append(number)
    } else if !isHeading, !named.ids.isEmpty, keys.isEmpty || range.count > 1 {
      named.titles.append(bytes)
    }
  }

  /// What joins an object with the next one.
  private func afterJoint(_ start: Int) -> Int? {
    var place = start
    var hasBreak = false
    var hasWord = false
    while let kind = tokens.kind(place) {
      if kind == .word, Self.joints.contains(tokens.word(place)) {
        hasWord = true
      } else if kind == .mark, [",", ";", "&", "+", "/", "|"].contains(where: { tokens.isMark(place, $0) }) {
        hasWord = true
      } else if kind == .lineBreak || kind == .bullet || (kind == .paragraphBreak && isBlock) {
        hasBreak = true
      } else {
        break
      }
      place += 1
    }
    guard place < tokens.count else { return nil }
    if hasWord { return place }
    // A new line is a joint only where the next object begins it.
    if hasBreak { return isBlock || id(at: place, saysCommit: false) != nil ? place : nil }
    return id(at: place, saysCommit: false) != nil && !named.titles.isEmpty ? place : nil
  }
}
