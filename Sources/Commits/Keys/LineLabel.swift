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
    "ref", "refs", "reference", "references", "related", "related to", "relates to", "bug", "bugs", "part of",
  ]
  private static let also: [ASCIIWord] = ["also"]

  /// - Parameter configured: The trailers of the policy, in lower case.
  init?(_ line: Span<UInt8>, at start: Int, configured: [[UInt8]]) {
    guard start < line.count, line[start].isASCIILetter else { return nil }
    if let end = line.end(ofOneOf: Self.tickets, at: start), let value = line.afterMark(end, orEquals: true) {
      (kind, self.end) = (.ticket, value)
      return
    }
    for name in configured {
      guard let end = line.end(of: name, at: start) else { continue }
      let value = line.afterMark(end, orEquals: true)
      (kind, self.end) = (value == nil ? .ticketWithoutColon : .ticket, value ?? line.afterBlanks(from: end))
      return
    }
    let word = line.end(ofOneOf: Self.also, at: start).map { line.afterBlanks(from: $0) } ?? start
    if let end = line.end(ofOneOf: Self.closing, at: word) {
      (kind, self.end) = (.closing, line.afterMark(end) ?? line.afterBlanks(from: end))
    } else if let end = line.end(ofOneOf: Self.references, at: start) {
      (kind, self.end) = (.reference, line.afterMark(end) ?? line.afterBlanks(from: end))
    } else {
      return nil
    }
  }
}

extension Span<UInt8> {
  /// Where the text begins after a colon; `nil` if none follows.
  fileprivate func afterMark(_ end: Int, orEquals: Bool = false) -> Int? {
    let mark = afterBlanks(from: end)
    guard mark < count, self[mark] == UInt8(ascii: ":") || (orEquals && self[mark] == UInt8(ascii: "=")) else {
      return nil
    }
    return afterBlanks(from: mark + 1)
  }

  /// Where a name ends that is written in lower case, with nothing of a word behind it.
  fileprivate func end(of name: [UInt8], at start: Int) -> Int? {
    guard !name.isEmpty, name.count <= count - start else { return nil }
    for place in name.indices where self[start + place].lowercased != name[place] { return nil }
    let end = start + name.count
    return end == count || !(self[end].isKeyCharacter || self[end] == UInt8(ascii: "-")) ? end : nil
  }
}
