/// Reads what commit messages say, for one policy and one set of known projects.
package struct MessageReader: Sendable {
  /// How much of a message is read, in bytes: what it says takes many times as much memory, and whoever pushes chooses
  /// it.
  package static let longest = 1 << 18

  private let tools: MessageTools

  /// - Parameters:
  ///   - scanner: Knows the projects.
  ///   - planned: The keys of the manifest, against which mistyped keys are compared.
  package init(scanner: KeyScanner, policy: KeyPolicy = KeyPolicy(), planned: some Sequence<TicketKey> = []) {
    tools = MessageTools(
      scanner: scanner, policy: policy,
      nearMisses: NearMissFinder(scanner: scanner, planned: Set(planned)))
  }

  package func facts(of commit: Commit) -> MessageFacts {
    facts(ofMessage: commit.message.span, isMerge: commit.isMerge)
  }

  /// What a message says that is not committed yet.
  package func facts(ofMessage message: [UInt8]) -> MessageFacts { facts(ofMessage: message.span, isMerge: false) }

  /// - Complexity: Linear in the length of the message.
  package func facts(ofMessage message: Span<UInt8>, isMerge: Bool) -> MessageFacts {
    let length = Self.lengthToRead(of: message)
    var gathering = MessageGathering(tools, MessageText(message.extracting(0..<length).copy), isMerge: isMerge)
    gathering.readKeys()
    gathering.readClaims()
    gathering.facts.isLong = length < message.count
    return gathering.gathered()
  }

  /// Up to the end of a word, so that no key is cut into another one.
  static func lengthToRead(of message: Span<UInt8>) -> Int {
    guard message.count > longest else { return message.count }
    var end = longest
    while end > 0, !message[end].isBlank, message[end] != UInt8(ascii: "\n") { end -= 1 }
    return end
  }

  /// Whether a message may take something back, or name a ticket with one of some numbers; told without reading it.
  package func mayTell(of numbers: Set<Int>, in message: [UInt8]) -> Bool {
    let text = message.span
    var place = 0
    while case let hyphen = text.index(of: UInt8(ascii: "-"), from: place), hyphen < text.count {
      place = text.afterDigits(from: hyphen + 1)
      if let number = text.number(in: (hyphen + 1)..<place), numbers.contains(number) { return true }
    }
    return ClaimSigns(in: text).contains(.revert)
  }

  /// Whether a message may name commits of which its own is a copy or a squash; told without reading it.
  package func mayBeCopy(_ message: [UInt8]) -> Bool { ClaimSigns(in: message.span).contains(.copy) }

  /// Whether a message may be what somebody describes by one of some titles, or by one of some numbers of pull requests
  /// or tickets; told without reading its keys and claims.
  package func mayHave(
    titles: Set<RevertClaim.Title>, numbers: Set<Int>, in message: [UInt8]
  ) -> Bool {
    let text = message.span
    if !numbers.isEmpty, text.hasNumber(of: numbers) { return true }
    guard !titles.isEmpty else { return false }
    // What takes something back has a title of its own form.
    if ClaimSigns(in: text).contains(.revert) { return true }
    let parts = MessageParts(MessageText(message))
    let bytes = parts.text.bytes
    if titles.contains(TitleText.normalised(parts.title.map { bytes[$0] } ?? parts.text.subject[...])) { return true }
    return parts.hasList
      && SquashItems(anyListOf: parts).items.contains { titles.contains(TitleText.normalised(bytes[$0.subject])) }
  }

  /// Each key of a message in its order, with its range there and the rule that decides on it.
  package func rules(
    ofMessage message: Span<UInt8>, isMerge: Bool
  ) -> [(key: KeyScanner.Match, rule: KeyRule)] {
    let parts = MessageParts(MessageText(message.copy))
    return KeyRules(of: parts, tools, isMerge: isMerge).rules.map { key, rule in
      var key = key
      key.range = parts.text.original(key.range)
      return (key, rule)
    }
  }

  /// The tickets that a git note attributes to its commit, in order.
  package func keys(inNote note: [UInt8]) -> [MessageFacts.KeyUse] {
    guard tools.counts(.note) else { return [] }
    return tools.scanner.scan(note[...]).counting.map { .init(key: $0.key, place: .note) }
  }
}

extension Span<UInt8> {
  /// Whether a row of digits writes one of some numbers.
  fileprivate func hasNumber(of numbers: Set<Int>) -> Bool {
    var place = 0
    while place < count {
      guard self[place].isASCIIDigit else {
        place += 1
        continue
      }
      let end = afterDigits(from: place)
      if let number = number(in: place..<end), numbers.contains(number) { return true }
      place = end
    }
    return false
  }
}
