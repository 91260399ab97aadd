/// Gathers the facts of one message.
struct MessageGathering {
  private let tools: MessageTools
  private let text: MessageText
  private let isMerge: Bool
  private(set) var facts = MessageFacts()
  private var used = SeenKeys()
  private var mentioned = SeenKeys()
  private var foreign = SeenKeys()

  private static let intoWord = ByteSearch(" into ")
  private static let revertWord = ByteSearch("revert")

  init(_ tools: MessageTools, _ text: MessageText, isMerge: Bool) {
    self.tools = tools
    self.text = text
    self.isMerge = isMerge
  }

  mutating func readSubject() {
    let subject = text.subject
    facts.subjectBytes = subject
    let revert = isMerge ? nil : RevertSubject(subject)
    let into = isMerge ? Self.intoWord.end(in: subject[...]).map { $0 - " into ".utf8.count } : nil
    let found = tools.scanner.scan(subject[...], inBranchName: isMerge)
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
    facts.nearMisses = tools.nearMisses.find(
      in: subject[..<(into ?? subject.endIndex)], besides: revert?.range, correct: isMerge ? [] : found.counting)
  }

  private mutating func readClaim(_ subject: [UInt8], _ revert: RevertSubject?) {
    guard !isMerge else { return }
    var claim = RevertClaim()
    if let revert {
      claim.targetSubject = revert.target
      claim.depth = revert.depth
      claim.quotedKeys = tools.scanner.scan(revert.quoted).counting.map(\.key)
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
        isInTrailer = continues || tools.isTrailer(line)
      } else {
        isInTrailer = false
      }
      let found = tools.scanner.scan(line)
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

  private mutating func use(_ key: TicketKey, _ place: KeyPlace) {
    guard tools.policy.places.contains(place) else { return mention(key) }
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
