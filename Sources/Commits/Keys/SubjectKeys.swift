/// Decides on the keys of what states the work: the subject, or the title of a pull request.
///
/// See <doc:Keys>.
struct SubjectKeys {
  private let message: MessageKeys
  private(set) var rules: [(index: Int, rule: KeyRule)] = []
  /// Whether it says that something is taken back.
  private(set) var reverts = false
  /// Whether it says so, and names what.
  private(set) var takesBack = false
  private var isOpened = false

  /// - Parameter parts: Those of the message that `message` has the keys of.
  init(_ message: MessageKeys, _ parts: borrowing MessageParts, isMerge: Bool) {
    self.message = message
    let lines = parts.headingLines
    switch parts.heading {
    case .titles:
      for line in lines {
        isOpened = false
        readFirst(line, and: [])
      }
    case .none:
      isOpened = true
      // Of git's own subject of a merge, only the branch's name counts.
      for line in lines {
        if isMerge { message.indices(in: line).forEach { decide($0, .subjectTalk) } } else { readLater(line) }
      }
    case .subject, .labelled, .title:
      guard let first = lines.first else { return }
      readFirst(first, and: lines.dropFirst())
      for line in lines.dropFirst() { readLater(line) }
    }
  }

  private mutating func readFirst(_ range: Range<Int>, and others: ArraySlice<Range<Int>>) {
    let bytes = message.bytes
    let line = bytes.span.extracting(0..<range.upperBound)
    let verbs = RevertingVerb.all(in: line, from: range.lowerBound)
    let hasVerb =
      verbs.contains(where: \.isPlain)
      || others.contains {
        RevertingVerb.all(in: bytes.span.extracting(0..<$0.upperBound), from: $0.lowerBound).contains(where: \.isPlain)
      }
    reverts = reverts || hasVerb
    let ruin = verbs.first(where: \.ruins)?.range.lowerBound ?? .max
    takesBack = takesBack || ruin != .max
    let keys = message.indices(in: range)
    let opening = KeyOpening(message, from: range.lowerBound, to: range.upperBound)
    let opened = opening.map { $0.isLink ? 0..<0 : $0.keys } ?? 0..<0
    isOpened = !opened.isEmpty && message.matches[opened.lowerBound].range.lowerBound < ruin
    var excluded = isOpened ? [][...] : takenBack(by: verbs, in: line)
    let brackets = isOpened && !hasVerb ? endBrackets(of: line, after: opened) : 0..<0
    var index = keys.lowerBound
    while index < keys.upperBound {
      let key = message.matches[index]
      while let first = excluded.first, first.upperBound <= key.range.lowerBound { excluded = excluded.dropFirst() }
      if let rule = unconditional(key) {
        decide(index, rule)
      } else if key.range.lowerBound > ruin || excluded.first?.contains(key.range.lowerBound) == true {
        decide(index, .reverted)
      } else if opened.contains(index) {
        decide(index, .subjectOpens)
      } else if !isOpened {
        decide(index, .subjectAny)
      } else if hasVerb {
        decide(index, .subjectTalk)
      } else if brackets.contains(index) {
        decide(index, .subjectBrackets)
      } else if let clause = clause(at: index, in: line, after: range.lowerBound) {
        let rule: KeyRule = clause.remark == nil ? .subjectClause : .subjectTalk
        for index in clause.keys { decide(index, rule) }
        index = clause.keys.upperBound
        continue
      } else if KeyVerb.stands(before: startOfText(key), in: line, from: range.lowerBound) {
        let run = KeyRun(message, from: index, in: line).keys
        for index in run { decide(index, .subjectVerb) }
        index = run.upperBound
        continue
      } else {
        decide(index, .subjectTalk)
      }
      index += 1
    }
  }

  private mutating func readLater(_ range: Range<Int>) {
    let bytes = message.bytes
    let line = bytes.span.extracting(0..<range.upperBound)
    let opened = KeyOpening(message, from: range.lowerBound, to: range.upperBound)?.keys ?? 0..<0
    var excluded = isOpened ? [][...] : takenBack(by: RevertingVerb.all(in: line, from: range.lowerBound), in: line)
    for index in message.indices(in: range) {
      let key = message.matches[index]
      while let first = excluded.first, first.upperBound <= key.range.lowerBound { excluded = excluded.dropFirst() }
      if let rule = unconditional(key) {
        decide(index, rule)
      } else if opened.contains(index) {
        decide(index, .subjectLaterLine)
      } else if excluded.first?.contains(key.range.lowerBound) == true {
        decide(index, .reverted)
      } else {
        decide(index, isOpened || takesBack ? .subjectTalk : .subjectAny)
      }
    }
  }

  /// What a key is wherever in the line it stands, as far as that is so.
  private func unconditional(_ key: KeyScanner.Match) -> KeyRule? {
    if let link = message.link(of: key) { return message.isTicketLink(key, link) ? .subjectLink : .otherLink }
    return key.endsLongerName ? .longerName : nil
  }

  private mutating func decide(_ index: Int, _ rule: KeyRule) {
    let takesAnyCase = rule == .subjectOpens || rule == .subjectLaterLine
    rules.append((index, message.matches[index].isCapital || takesAnyCase ? rule : .otherCase))
  }

  /// Where keys stand that a verb takes back, in order.
  private func takenBack(by verbs: [RevertingVerb], in line: Span<UInt8>) -> ArraySlice<Range<Int>> {
    var found: [Range<Int>] = []
    for verb in verbs where verb.range.lowerBound >= found.last?.upperBound ?? 0 {
      let (start, quotationEnd) = verb.object(in: line)
      if let quotationEnd {
        found.append(start..<quotationEnd)
        continue
      }
      let first = message.firstIndex(from: start)
      guard first < message.matches.count, message.matches[first].range.lowerBound == start else { continue }
      let run = KeyRun(message, from: first, in: line).keys
      // What stands in brackets behind it is the commit's own: `revert of SHOP-1 (SHOP-3)`.
      let last = run.prefix { $0 == first || startOfText(message.matches[$0]) == message.matches[$0].range.lowerBound }
      found.append(start..<message.matches[last.upperBound - 1].range.upperBound)
    }
    return found[...]
  }

  /// Where the text begins that a key opens, brackets before it included.
  private func startOfText(_ key: KeyScanner.Match) -> Int {
    var start = key.range.lowerBound
    while start > 0, message.bytes[start - 1] == UInt8(ascii: "[") || message.bytes[start - 1] == UInt8(ascii: "(") {
      start -= 1
    }
    return start
  }

  /// The keys that open a clause: after `. `, `; `, `| ` or `+ `.
  private func clause(at index: Int, in line: Span<UInt8>, after start: Int) -> KeyOpening? {
    let place = startOfText(message.matches[index])
    guard place - 2 >= start, line[place - 1].isBlank else { return nil }
    switch line[place - 2] {
    case UInt8(ascii: ";"):
      return KeyOpening(message, from: place, to: line.count)
    case UInt8(ascii: "."), UInt8(ascii: "|"), UInt8(ascii: "+"):
      guard let opening = KeyOpening(message, from: place, to: line.count), opening.form != .sentence else {
        return nil
      }
      return opening
    default: return nil
    }
  }

  /// The keys that fill the brackets at the end of a line, before `(#12)`.
  private func endBrackets(of line: Span<UInt8>, after opened: Range<Int>) -> Range<Int> {
    var end = line.count
    while end > 0, line[end - 1].isBlank || line[end - 1] == UInt8(ascii: ".") { end -= 1 }
    end = line.beforeRequestNumber(end)
    guard end > 0, line[end - 1] == UInt8(ascii: ")") || line[end - 1] == UInt8(ascii: "]") else { return 0..<0 }
    var last = message.firstIndex(from: end)
    let upper = last
    var place = end
    while last > opened.upperBound {
      let key = message.matches[last - 1].range
      guard line.areKeySeparators(key.upperBound..<place) else { return 0..<0 }
      (place, last) = (key.lowerBound, last - 1)
      if line.hasOpeningBracket(before: place) { return last..<upper }
    }
    return 0..<0
  }
}

extension Span<UInt8> {
  /// Where the text ends that ` (#12)` follows, several times perhaps.
  fileprivate func beforeRequestNumber(_ end: Int) -> Int {
    var end = end
    while end > 0, self[end - 1] == UInt8(ascii: ")") {
      var start = end - 1
      while start > 0, self[start - 1].isASCIIDigit { start -= 1 }
      guard start < end - 1, start >= 2, self[start - 1] == UInt8(ascii: "#") || self[start - 1] == UInt8(ascii: "!"),
        self[start - 2] == UInt8(ascii: "(")
      else { return end }
      end = start - 2
      while end > 0, self[end - 1].isBlank { end -= 1 }
    }
    return end
  }

  fileprivate func areKeySeparators(_ range: Range<Int>) -> Bool { range.allSatisfy { self[$0].isKeySeparator } }

  fileprivate func hasOpeningBracket(before place: Int) -> Bool {
    place > 0 && (self[place - 1] == UInt8(ascii: "(") || self[place - 1] == UInt8(ascii: "["))
  }
}
