/// Decides on the keys of a message's body, line by line.
///
/// See <doc:Keys>.
struct BodyKeys {
  private let message: MessageKeys
  private let parts: MessageParts
  private let trailers: [[UInt8]]
  private(set) var rules: [(index: Int, rule: KeyRule)] = []

  private var verbatim: VerbatimLines
  /// Whether a heading says that what stands below it is only talked about.
  private var isStopped = false
  private var isFirstOfParagraph = true
  /// Whether a line `commit <id>` stands above and nothing of its message yet.
  private var isAtCommit = false
  private var previous = Previous()

  /// The line before, as far as the next one depends on it.
  private struct Previous {
    var last: UInt8 = 0
    /// Whether its keys counted though it is no item of a list.
    var counted = false
    /// How far the trailer is indented that it is, or goes on with.
    var trailer: Int?
  }

  /// - Parameters:
  ///   - parts: Those of the message that `message` has the keys of.
  ///   - trailers: Those of the policy, in lower case.
  init(_ message: MessageKeys, _ parts: MessageParts, trailers: [[UInt8]]) {
    self.message = message
    self.parts = parts
    self.trailers = trailers
    let bytes = parts.text.bytes
    var (indentation, isSquash) = (Int.max, false)
    for range in parts.bodyLines where !range.isEmpty {
      let line = bytes.span.extracting(range)
      let start = line.afterBlanks(from: 0)
      indentation = Swift.min(indentation, start)
      if line[start] == UInt8(ascii: "*") { isSquash = isSquash || line.isListItem }
      if start == 0, line[0] == UInt8(ascii: "c") { isSquash = isSquash || line.isCommitLine }
    }
    verbatim = VerbatimLines(indentation: indentation, isSquash: isSquash)
    readLines()
  }

  private mutating func readLines() {
    let lines = parts.bodyLines
    guard let first = lines.first, var next = Optional(message.firstIndex(from: first.lowerBound)) else { return }
    for (index, range) in zip(lines.indices, lines) {
      guard next < message.matches.count else { return }
      let keys = next
      while next < message.matches.count, message.matches[next].range.lowerBound < range.upperBound { next += 1 }
      if range.isEmpty {
        isFirstOfParagraph = true
        (previous.counted, previous.trailer) = (false, nil)
      } else {
        read(range, keys..<next, following: index + 1 < lines.endIndex ? lines[index + 1] : nil)
      }
    }
  }

  private mutating func read(_ range: Range<Int>, _ keys: Range<Int>, following: Range<Int>?) {
    let bytes = message.bytes
    let line = bytes.span.extracting(0..<range.upperBound)
    let start = line.afterBlanks(from: range.lowerBound)
    let depth = start - range.lowerBound
    let isShown = verbatim.takes(line.extracting(range), isFirstOfParagraph: isFirstOfParagraph) {
      bytes.span.start(of: "-->", from: start) != nil
    }
    if isShown {
      for index in keys { decide(index, .verbatim) }
      previous = Previous(last: previous.last)
      return
    }
    if depth == 0, line.extracting(range).isCommitLine {
      (isAtCommit, isStopped, isFirstOfParagraph) = (true, false, true)
      return
    }
    let item = line.extracting(range).listMark
    let text = item.map { range.lowerBound + $0.text } ?? start
    if isFirstOfParagraph, item == nil { isStopped = false }
    let opensMessage = isAtCommit && depth > 0
    if opensMessage { isAtCommit = false }
    let isMarked = item.map { line[range.lowerBound + $0.mark] == UInt8(ascii: "*") } ?? opensMessage
    var current = Previous(last: line[range.upperBound - 1])
    if parts.heading == .none, line.extracting(range).isBranchOfShortlog {
      isStopped = true
      decideAll(keys, .stopHeading)
    } else if keys.isEmpty {
      if let heading = BodyHeading(line.extracting(text..<range.upperBound), inList: item != nil || opensMessage) {
        isStopped = heading == .stop
      }
    } else {
      let kind = LineKind(
        isItem: item != nil || opensMessage, endsWithKey: isMarked, depth: depth, following: following)
      read(line, from: text, keys, kind, &current)
    }
    previous = current
    isFirstOfParagraph = false
  }

  private struct LineKind {
    let isItem: Bool
    /// Whether a key at its end is of note.
    let endsWithKey: Bool
    let depth: Int
    let following: Range<Int>?
  }

  private mutating func read(
    _ line: Span<UInt8>, from start: Int, _ keys: Range<Int>, _ kind: LineKind, _ current: inout Previous
  ) {
    var text = start
    if kind.isItem, let box = line.taskBox(at: start) {
      guard box.isDone else { return decideAll(keys, .openTask) }
      text = box.end
    }
    if let label = LineLabel(line, at: text, configured: trailers),
      let opening = KeyOpening(message, from: label.end, to: line.count)
    {
      if label.kind == .ticket, opening.form != .sentence { current.trailer = kind.depth }
      return decide(label, opening, line, of: keys)
    }
    guard let opening = KeyOpening(message, from: text, to: line.count) else {
      let last = kind.endsWithKey ? line.lastKeys(of: message, keys) : 0..<0
      return decide(last, isStopped ? .stopHeading : .itemEnd, of: keys, else: .passing)
    }
    if let trailer = previous.trailer, kind.depth > trailer, opening.form != .sentence {
      current.trailer = trailer
      return decide(opening.keys, .trailer, of: keys, else: .passing)
    }
    let rule = isStopped ? .stopHeading : opening.remark.map(rule(_:)) ?? rule(opening, line, kind)
    current.counted = rule == .titleLine || rule == .sentenceInList
    decide(opening.keys, rule, of: keys, else: .passing)
  }

  /// Decides on the keys of a line that a label opens, and on those of the closing words that follow them at once.
  private mutating func decide(_ first: LineLabel, _ opening: KeyOpening, _ line: Span<UInt8>, of keys: Range<Int>) {
    var (label, opening, rest) = (first, opening, keys)
    while let rule = rule(label, opening) {
      let named = rest.lowerBound..<opening.keys.upperBound
      decide(opening.keys, isStopped && label.kind != .ticket ? .stopHeading : rule, of: named, else: .passing)
      rest = named.upperBound..<rest.upperBound
      guard !rest.isEmpty, let next = LineLabel(closingAt: line.afterKeySeparators(from: opening.end), in: line),
        let following = KeyOpening(message, from: next.end, to: line.count), isStated(following, line)
      else { break }
      (label, opening) = (next, following)
    }
    decideAll(rest, .passing)
  }

  /// Whether nothing is said of keys but further closing words.
  private func isStated(_ opening: KeyOpening, _ line: Span<UInt8>) -> Bool {
    opening.form != .sentence || LineLabel(closingAt: line.afterKeySeparators(from: opening.end), in: line) != nil
  }

  private func rule(_ label: LineLabel, _ opening: KeyOpening) -> KeyRule? {
    switch label.kind {
    case .ticket, .ticketWithoutColon: opening.form == .sentence ? nil : .trailer
    case .closing: .closingWord
    case .reference: .reference
    }
  }

  private func rule(_ remark: KeyRemark) -> KeyRule {
    switch remark {
    case .reverted: .reverted
    case .missing: .sentence
    }
  }

  /// What the keys are that open a line or an item.
  private func rule(_ opening: KeyOpening, _ line: Span<UInt8>, _ kind: LineKind) -> KeyRule {
    if opening.isLink { return .bodyLink }
    if kind.isItem { return .listItem }
    switch opening.form {
    case .keysAlone: return .keysAlone
    case .endOfSentence: return isFirstOfParagraph ? .keysAlone : .continuation
    case .title:
      return isFirstOfParagraph || previous.counted || previous.last.endsStatement ? .titleLine : .continuation
    case .sentence:
      let isInList = previous.counted || previous.last == UInt8(ascii: ":") || kind.following.map(isOpened) == true
      return isInList ? .sentenceInList : .sentence
    }
  }

  /// Whether keys open a line.
  private func isOpened(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return false }
    let line = message.bytes.span.extracting(0..<range.upperBound)
    let start = range.lowerBound + (line.extracting(range).listMark?.text ?? 0)
    return KeyOpening(message, from: line.afterBlanks(from: start), to: line.count) != nil
  }

  private mutating func decide(_ chosen: Range<Int>, _ rule: KeyRule, of keys: Range<Int>, else other: KeyRule) {
    for index in keys { decide(index, chosen.contains(index) ? rule : other, isOpening: chosen.contains(index)) }
  }

  private mutating func decideAll(_ keys: Range<Int>, _ rule: KeyRule) {
    for index in keys { decide(index, rule) }
  }

  private mutating func decide(_ index: Int, _ rule: KeyRule, isOpening: Bool = false) {
    let key = message.matches[index]
    var rule = rule
    if key.endsLongerName { rule = .longerName }
    if let link = message.link(of: key), !message.isTicketLink(key, link) { rule = .otherLink }
    if !key.isCapital, !isOpening || rule == .itemEnd || rule == .otherLink { rule = .otherCase }
    rules.append((index, rule))
  }
}

extension UInt8 {
  /// Whether a line that ends with it does not go on on the next one.
  fileprivate var endsStatement: Bool {
    switch self {
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"): true
    default: false
    }
  }
}

extension Span<UInt8> {
  /// Whether it is `* branch:`, below which `git merge --log` lists the subjects of what it merges.
  fileprivate var isBranchOfShortlog: Bool {
    guard count > 3, self[0] == UInt8(ascii: "*"), self[1] == UInt8(ascii: " ") else { return false }
    var place = 2
    while place < count, !self[place].isBlank { place += 1 }
    guard place > 3, self[place - 1] == UInt8(ascii: ":") else { return false }
    return afterBlanks(from: place) == count || self[afterBlanks(from: place)] == UInt8(ascii: "(")
  }

  /// The box of a task list's item: `[ ]` or `[x]`.
  fileprivate func taskBox(at place: Int) -> (isDone: Bool, end: Int)? {
    guard place + 2 < count, self[place] == UInt8(ascii: "["), self[place + 2] == UInt8(ascii: "]") else { return nil }
    switch self[place + 1] {
    case UInt8(ascii: " "): return (false, place + 3)
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return (true, afterBlanks(from: place + 3))
    default: return nil
    }
  }

  /// The keys at the end of a line, before `(#12)`, in brackets perhaps.
  fileprivate func lastKeys(of message: borrowing MessageKeys, _ keys: Range<Int>) -> Range<Int> {
    var end = count
    if let mark = lastRequestNumber { end = mark }
    var first = keys.upperBound
    while first > keys.lowerBound {
      let key = message.matches[first - 1].range
      guard key.upperBound <= end, (key.upperBound..<end).allSatisfy({ self[$0].isKeySeparator }) else { break }
      (first, end) = (first - 1, key.lowerBound)
    }
    return first..<keys.upperBound
  }

  /// Where ` (#12)` begins that ends a line.
  private var lastRequestNumber: Int? {
    var place = count - 1
    guard place > 0, self[place] == UInt8(ascii: ")") else { return nil }
    while place > 0, self[place - 1].isASCIIDigit { place -= 1 }
    guard place >= 2, place < count - 1, self[place - 1] == UInt8(ascii: "#"), self[place - 2] == UInt8(ascii: "(")
    else { return nil }
    return place - 2
  }
}
