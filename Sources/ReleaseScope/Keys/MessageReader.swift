/// Reads what commit messages say, for one policy and one set of known projects.
package struct MessageReader: Sendable {
  private let scanner: KeyScanner
  private let policy: KeyPolicy
  private let trailers: [[UInt8]]
  private let nearMisses: NearMissFinder

  /// - Parameters:
  ///   - scanner: Knows the projects.
  ///   - planned: The keys of the manifest, against which mistyped keys are compared.
  package init(scanner: KeyScanner, policy: KeyPolicy = KeyPolicy(), planned: some Sequence<TicketKey> = []) {
    self.scanner = scanner
    self.policy = policy
    trailers = policy.trailers.map { $0.utf8.map(\.lowercased) }
    nearMisses = NearMissFinder(scanner: scanner, planned: Set(planned), ignoresCase: policy.ignoresCase)
  }

  package func facts(of commit: Commit) -> MessageFacts {
    facts(ofMessage: commit.message.span, isMerge: commit.isMerge)
  }

  /// What a message says that is not committed yet.
  package func facts(ofMessage message: [UInt8]) -> MessageFacts { facts(ofMessage: message.span, isMerge: false) }

  /// - Complexity: Linear in the length of the message.
  package func facts(ofMessage message: Span<UInt8>, isMerge: Bool) -> MessageFacts {
    var gathering = Gathering(reader: self, text: MessageText(message.copy), isMerge: isMerge)
    gathering.readSubject()
    gathering.readBody()
    return gathering.facts
  }

  /// The tickets that a git note attributes to its commit, in order.
  package func keys(inNote note: [UInt8]) -> [MessageFacts.KeyUse] {
    guard policy.places.contains(.note) else { return [] }
    return scanner.scan(note[...]).counting.map { .init(key: $0.key, place: .note) }
  }

  private struct Gathering {
    let reader: MessageReader
    let text: MessageText
    let isMerge: Bool
    var facts = MessageFacts()

    private static let intoWord = ByteSearch(" into ")
    private static let revertWord = ByteSearch("revert")

    mutating func readSubject() {
      let subject = text.subject
      facts.subjectBytes = subject
      let revert = isMerge ? nil : RevertSubject(subject)
      let into = isMerge ? Self.intoWord.end(in: subject[...]).map { $0 - " into ".utf8.count } : nil
      let found = reader.scanner.scan(subject[...], inBranchName: isMerge)
      for match in found.counting {
        if let revert, revert.range.overlaps(match.range) {
          mention(match.key)
        } else if let into, match.range.lowerBound >= into {
          mention(match.key)
        } else if subject[...].isInLink(match.range) {
          mention(match.key)
        } else {
          use(match.key, .subject)
        }
      }
      for match in found.others { addOther(match.key) }
      readClaim(subject, revert)
      facts.nearMisses = reader.nearMisses.find(
        in: subject[..<(into ?? subject.endIndex)], besides: revert?.range, correct: isMerge ? [] : found.counting)
    }

    private mutating func readClaim(_ subject: [UInt8], _ revert: RevertSubject?) {
      guard !isMerge else { return }
      var claim = RevertClaim()
      if let revert {
        claim.targetSubject = revert.target
        claim.depth = revert.depth
        claim.quotedKeys = reader.scanner.scan(revert.quoted).counting.map(\.key)
      }
      claim.isSaidInSubject = revert != nil || Self.revertWord.end(in: subject[...]) != nil
      if RevertedIDs.areLikely(in: text.bytes[...]) {
        let lines = (text.subjectLines + text.bodyLines).map { text.bytes[$0] }
        claim.ids = RevertedIDs.find(in: Array(lines.joined(separator: [UInt8(ascii: " ")])))
      }
      if revert != nil || !claim.ids.isEmpty { facts.revert = claim }
    }

    mutating func readBody() {
      var isInFence = false
      var isInTrailer = false
      for (number, range) in text.bodyLines.enumerated() {
        let line = text.bytes[range]
        let trimmed = line.drop(while: \.isBlank)
        let isFenceMark = trimmed.starts(with: "```".utf8)
        if isFenceMark { isInFence.toggle() }
        if let id = PickedFrom.id(in: trimmed) { facts.pickedFrom.append(id) }
        let isQuoted = trimmed.first == UInt8(ascii: ">")
        let isVerbatim = isInFence || isFenceMark || isQuoted
        if number >= text.lastParagraph, !isVerbatim {
          let continues = isInTrailer && line.first?.isBlank == true
          isInTrailer = continues || reader.isTrailer(line)
        } else {
          isInTrailer = false
        }
        let found = reader.scanner.scan(line)
        for match in found.counting {
          if isInTrailer {
            use(match.key, .trailer)
          } else if !isVerbatim, match.range.lowerBound == line.afterListMarks {
            use(match.key, .bodyLine)
          } else {
            mention(match.key)
          }
        }
        for match in found.others { addOther(match.key) }
      }
    }

    private var used = SeenKeys()
    private var mentioned = SeenKeys()
    private var foreign = SeenKeys()

    init(reader: MessageReader, text: MessageText, isMerge: Bool) {
      self.reader = reader
      self.text = text
      self.isMerge = isMerge
    }

    private mutating func use(_ key: TicketKey, _ place: KeyPlace) {
      guard reader.policy.places.contains(place) else { return mention(key) }
      guard used.insert(key) else { return }
      facts.implements.append(.init(key: key, place: place))
      if mentioned.contains(key) { facts.mentions.removeAll { $0 == key } }
    }

    private mutating func mention(_ key: TicketKey) {
      if !used.contains(key), mentioned.insert(key) { facts.mentions.append(key) }
    }

    private mutating func addOther(_ key: TicketKey) {
      if foreign.insert(key) { facts.others.append(key) }
    }
  }

  private func isTrailer(_ line: ArraySlice<UInt8>) -> Bool {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let token = line[..<colon]
    return trailers.contains { $0.count == token.count && zip($0, token).allSatisfy { $0 == $1.lowercased } }
  }
}

/// Keys that were met in a message. Most messages have few, which are compared; the rest is hashed.
private struct SeenKeys {
  private var few: [TicketKey] = []
  private var rest: Set<TicketKey> = []

  func contains(_ key: TicketKey) -> Bool { few.contains(key) || (!rest.isEmpty && rest.contains(key)) }

  /// - Returns: Whether it is new.
  mutating func insert(_ key: TicketKey) -> Bool {
    guard !contains(key) else { return false }
    if few.count < 8 { few.append(key) } else { rest.insert(key) }
    return true
  }
}

extension ArraySlice<UInt8> {
  fileprivate static let bullets = Set("-*+".utf8)
  fileprivate static let openings = Set("[({<".utf8)

  /// Where the text of a list item starts: after blanks, one bullet or number, and opening brackets.
  var afterListMarks: Int {
    var rest = drop(while: \.isBlank)
    if let first = rest.first, Self.bullets.contains(first) {
      rest = rest.dropFirst()
    } else {
      let afterNumber = rest.drop(while: \.isASCIIDigit)
      if afterNumber.startIndex > rest.startIndex, let mark = afterNumber.first,
        mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
      {
        rest = afterNumber.dropFirst()
      }
    }
    return rest.drop { $0.isBlank || Self.openings.contains($0) }.startIndex
  }

  /// Whether the text without blanks that `range` is part of has the mark of a link.
  func isInLink(_ range: Range<Int>) -> Bool {
    let reach = 2_048
    var start = range.lowerBound
    while start > Swift.max(startIndex, range.lowerBound - reach), !self[start - 1].isBlank { start -= 1 }
    var place = start
    let end = Swift.min(endIndex, range.upperBound + reach)
    while place < end - 2, !self[place].isBlank {
      if self[place] == UInt8(ascii: ":"), self[place + 1] == UInt8(ascii: "/"), self[place + 2] == UInt8(ascii: "/") {
        return true
      }
      place += 1
    }
    return false
  }
}
