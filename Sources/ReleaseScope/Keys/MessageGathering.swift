/// Gathers the facts of one message.
struct MessageGathering: ~Copyable {
  let tools: MessageTools
  let parts: MessageParts
  let isMerge: Bool
  var facts = MessageFacts()
  private var used = KeyLookup()
  private var mentioned = KeyLookup()
  private var foreign = KeyLookup()

  private static let intoWord = ByteSearch(" into ")
  private static let fence = Array("```".utf8)

  init(_ tools: MessageTools, _ text: MessageText, isMerge: Bool) {
    self.tools = tools
    parts = MessageParts(text)
    self.isMerge = isMerge
    facts.title = parts.title.map { Array(text.bytes[$0]) }
  }

  var text: MessageText { parts.text }

  mutating func readSubject() {
    let subject = text.subject
    facts.subjectBytes = subject
    let revert = isMerge ? nil : RevertSubject(subject)
    let into = isMerge ? Self.intoWord.end(in: subject.span).map { $0 - " into ".utf8.count } : nil
    let found = tools.scanner.scan(subject.span, at: 0, inBranchName: isMerge)
    for match in found.counting {
      if let revert, revert.range.overlaps(match.range) {
        mention(match.key)
      } else if let into, match.range.lowerBound >= into {
        mention(match.key)
      } else if subject.span.isInLink(match.range) {
        mention(match.key)
      } else {
        use(match.key, .subject)
      }
    }
    for match in found.others { addOther(match.key) }
    readClaims()
    facts.nearMisses = tools.nearMisses.find(
      in: subject.span.extracting(0..<(into ?? subject.count)), besides: revert?.range,
      correct: isMerge ? [] : found.counting)
  }

  mutating func readBody() {
    var isInFence = false
    var isInTrailer = false
    let bytes = text.bytes
    for (number, range) in text.bodyLines.enumerated() {
      guard !range.isEmpty else {
        isInTrailer = false
        continue
      }
      let line = bytes.span.extracting(range)
      let trimmed = line.extracting(line.indentation...)
      let isFenceMark = trimmed.count >= 3 && trimmed.extracting(0..<3).isEqual(to: Self.fence.span)
      if isFenceMark { isInFence.toggle() }
      let isQuoted = trimmed.count > 0 && trimmed[0] == UInt8(ascii: ">")
      let isVerbatim = isInFence || isFenceMark || isQuoted
      if number >= text.lastParagraph, !isVerbatim {
        let continues = isInTrailer && line[0].isBlank
        isInTrailer = continues || tools.isTrailer(line)
      } else {
        isInTrailer = false
      }
      let found = tools.scanner.scan(line, at: range.lowerBound)
      for match in found.counting {
        if isInTrailer {
          use(match.key, .trailer)
        } else if !isVerbatim, match.range.lowerBound == range.lowerBound + line.afterListMarks {
          use(match.key, .bodyLine)
        } else {
          mention(match.key)
        }
      }
      for match in found.others { addOther(match.key) }
    }
  }

  /// What was gathered. A ticket that is named before it is implemented is not only named.
  consuming func gathered() -> MessageFacts {
    if !facts.mentions.isEmpty, !facts.implements.isEmpty {
      facts.mentions = facts.mentions.filter { !isUsed($0) }
    }
    return facts
  }

  private mutating func use(_ key: TicketKey, _ place: KeyPlace) {
    guard tools.counts(place) else { return mention(key) }
    guard !isUsed(key) else { return }
    facts.implements.append(.init(key: key, place: place))
    used.add(key)
  }

  private mutating func mention(_ key: TicketKey) {
    guard !isUsed(key), !mentioned.contains(key, in: facts.mentions, \.self) else { return }
    facts.mentions.append(key)
    mentioned.add(key)
  }

  private mutating func addOther(_ key: TicketKey) {
    guard !foreign.contains(key, in: facts.others, \.self) else { return }
    facts.others.append(key)
    foreign.add(key)
  }

  private mutating func isUsed(_ key: TicketKey) -> Bool { used.contains(key, in: facts.implements, \.key) }
}

/// Finds keys in a list that grows. Most messages have few, which are compared; many are hashed.
private struct KeyLookup {
  private static let few = 8

  private var hashed: Set<TicketKey> = []

  mutating func contains<Element>(_ key: TicketKey, in list: [Element], _ keyOf: (Element) -> TicketKey) -> Bool {
    guard list.count > Self.few else { return list.contains { keyOf($0) == key } }
    if hashed.isEmpty { hashed = Set(list.map(keyOf)) }
    return hashed.contains(key)
  }

  /// To be called with what is added to the list.
  mutating func add(_ key: TicketKey) {
    if !hashed.isEmpty { hashed.insert(key) }
  }
}

extension Span<UInt8> {
  /// How many blanks it begins with.
  fileprivate var indentation: Int {
    var place = 0
    while place < count, self[place].isBlank { place += 1 }
    return place
  }

  /// Where the text of a list item starts: after blanks, one bullet or number, and opening brackets.
  fileprivate var afterListMarks: Int {
    var place = indentation
    if place < count, self[place].isBullet {
      place += 1
    } else {
      var end = place
      while end < count, self[end].isASCIIDigit { end += 1 }
      if end > place, end < count, self[end] == UInt8(ascii: ".") || self[end] == UInt8(ascii: ")") {
        place = end + 1
      }
    }
    while place < count, self[place].isBlank || self[place].isOpening { place += 1 }
    return place
  }

  /// Whether the text without blanks that `range` is part of has the mark of a link.
  fileprivate func isInLink(_ range: Range<Int>) -> Bool {
    let reach = 2_048
    var start = range.lowerBound
    while start > Swift.max(0, range.lowerBound - reach), !self[start - 1].isBlank { start -= 1 }
    var place = start
    let end = Swift.min(count, range.upperBound + reach)
    while place < end - 2, !self[place].isBlank {
      if self[place] == UInt8(ascii: ":"), self[place + 1] == UInt8(ascii: "/"), self[place + 2] == UInt8(ascii: "/") {
        return true
      }
      place += 1
    }
    return false
  }
}

extension UInt8 {
  fileprivate var isBullet: Bool {
    self == UInt8(ascii: "-") || self == UInt8(ascii: "*") || self == UInt8(ascii: "+")
  }

  fileprivate var isOpening: Bool {
    self == UInt8(ascii: "[") || self == UInt8(ascii: "(") || self == UInt8(ascii: "{") || self == UInt8(ascii: "<")
  }
}
