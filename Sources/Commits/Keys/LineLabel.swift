/// What a line of a body says of the keys that follow: `Ticket:`, `Closes`, `Refs:`.
struct LineLabel {
  enum Kind: Equatable {
    /// A trailer that names the ticket.
    case ticket
    /// A trailer of the policy without its colon.
    case ticketWithoutColon
    case closing
    case reference
  }

  let kind: Kind
  /// Where the label ends, the colon and the blanks after it included.
  let end: Int

  private static let tickets: [ASCIIWord] = [
    "ticket", "tickets", "ticket-id", "ticket id", "jira", "jira-id", "jira id", "jira-issue", "jira issue",
    "jira-ticket", "jira ticket", "jira-key", "jira key", "issue", "issues", "issue-id", "issue id", "implements",
  ]
  private static let closing: [ASCIIWord] = [
    "close", "closes", "closed", "fix", "fixes", "fixed", "resolve", "resolves", "resolved", "implement", "implements",
    "implemented", "address", "addresses", "addressed",
  ]
  private static let references: [ASCIIWord] = [
    "ref", "refs", "reference", "references", "related", "related to", "related-to", "relates to", "relates-to",
    "bug", "bugs", "part of", "part-of",
  ]
  private static let also: [ASCIIWord] = ["also"]

  /// - Parameter configured: The trailers of the policy, in lower case.
  init?(_ line: Span<UInt8>, at start: Int, configured: [[UInt8]]) {
    let words = line.extracting(0..<line.endOfEmphasis(at: start))
    let start = line.afterEmphasis(from: start)
    guard start < words.count, words[start].isASCIILetter else { return nil }
    if let end = words.end(ofOneOf: Self.tickets, at: start), let value = line.afterMark(end, orEquals: true) {
      (kind, self.end) = (.ticket, value)
      return
    }
    for name in configured {
      guard let end = words.end(of: name, at: start) else { continue }
      let value = line.afterMark(end, orEquals: true)
      (kind, self.end) = (value == nil ? .ticketWithoutColon : .ticket, value ?? line.afterWord(end))
      return
    }
    if let end = Self.endOfClosing(words, at: start) {
      (kind, self.end) = (.closing, line.afterMark(end) ?? line.afterWord(end))
    } else if let end = words.end(ofOneOf: Self.references, at: start) {
      (kind, self.end) = (.reference, line.afterMark(end) ?? line.afterWord(end))
    } else {
      return nil
    }
  }

  /// A closing word behind other keys: `Closes SHOP-12, closes SHOP-13`.
  init?(closingAt start: Int, in line: Span<UInt8>) {
    let words = line.extracting(0..<line.endOfEmphasis(at: start))
    guard let end = Self.endOfClosing(words, at: line.afterEmphasis(from: start)) else { return nil }
    (kind, self.end) = (.closing, line.afterMark(end) ?? line.afterWord(end))
  }

  private static func endOfClosing(_ words: Span<UInt8>, at start: Int) -> Int? {
    words.end(ofOneOf: closing, at: words.end(ofOneOf: also, at: start).map { words.afterBlanks(from: $0) } ?? start)
  }
}

extension Span<UInt8> {
  /// Where the text begins after a colon; `nil` if none follows.
  fileprivate func afterMark(_ end: Int, orEquals: Bool = false) -> Int? {
    let mark = afterWord(end)
    guard mark < count, self[mark] == UInt8(ascii: ":") || (orEquals && self[mark] == UInt8(ascii: "=")) else {
      return nil
    }
    return afterWord(mark + 1)
  }

  /// Where the text goes on after what may have been emphasised.
  fileprivate func afterWord(_ end: Int) -> Int { afterBlanks(from: afterEmphasis(from: end)) }

  /// Where Markdown's marks of emphasis end: `**`, `__`.
  fileprivate func afterEmphasis(from start: Int) -> Int {
    var place = start
    while place < count, place - start < 3, self[place].isEmphasis { place += 1 }
    return place
  }

  /// Where the text ends of which the emphasis begins at `start`; the end of the line if none does.
  fileprivate func endOfEmphasis(at start: Int) -> Int {
    var end = afterEmphasis(from: start)
    guard end > start else { return count }
    while end < count, !self[end].isEmphasis { end += 1 }
    return end
  }

  /// Where a name ends that is written in lower case, with nothing of a word behind it.
  fileprivate func end(of name: [UInt8], at start: Int) -> Int? {
    guard !name.isEmpty, name.count <= count - start else { return nil }
    for place in name.indices where self[start + place].lowercased != name[place] { return nil }
    let end = start + name.count
    return end == count || !(self[end].isKeyCharacter || self[end] == UInt8(ascii: "-")) ? end : nil
  }
}

extension UInt8 {
  /// Whether it marks emphasis in Markdown.
  var isEmphasis: Bool { self == UInt8(ascii: "*") || self == UInt8(ascii: "_") }
}
