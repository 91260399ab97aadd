/// The keys of a message in its order, each with the rule that decides on it.
struct KeyRules {
  let message: MessageKeys
  /// The merged branch's keys come first: it is named before everything else.
  private(set) var rules: [(key: KeyScanner.Match, rule: KeyRule)] = []

  /// - Complexity: Linear in the length of the message; one pass when it has no key.
  init(of parts: MessageParts, _ tools: MessageTools, isMerge: Bool) {
    let keys = MessageKeys(parts.text.bytes, tools.scanner)
    message = keys
    guard parts.branch != nil || !keys.matches.isEmpty else { return }
    let subject = SubjectKeys(keys, parts, isMerge: isMerge)
    addBranch(parts, tools.scanner, takesBack: subject.reverts)
    if let target = parts.target { add(target, of: parts, tools.scanner, isMerge ? .subjectTalk : .mergeTarget) }
    guard !keys.matches.isEmpty else { return }
    let body = BodyKeys(keys, parts, trailers: tools.trailers)
    var decided = subject.rules + body.rules
    takeBack(&decided, subject.rules.count, parts, tools.scanner)
    rules += decided.map { (keys.matches[$0.index], $0.rule) }
  }

  private mutating func addBranch(_ parts: MessageParts, _ scanner: KeyScanner, takesBack: Bool) {
    guard let branch = parts.branch else { return }
    let name = parts.text.bytes.span.extracting(branch)
    add(branch, of: parts, scanner, takesBack || name.isRevertingBranch ? .reverted : .branch)
  }

  private mutating func add(_ range: Range<Int>, of parts: MessageParts, _ scanner: KeyScanner, _ rule: KeyRule) {
    let name = parts.text.bytes.span.extracting(range)
    for match in scanner.scan(name, at: range.lowerBound, inBranchName: true).counting
    where message.links.link(at: match.range.lowerBound) == nil {
      rules.append((match, rule))
    }
  }

  /// Takes out what only messages of a squash give that another message of it takes back.
  private func takeBack(
    _ rules: inout [(index: Int, rule: KeyRule)], _ ofSubject: Int, _ parts: MessageParts, _ scanner: KeyScanner
  ) {
    let bytes = parts.text.bytes
    guard ofSubject < rules.count, let start = parts.bodyLines.first?.lowerBound,
      case let body = bytes.span.extracting(start..<bytes.count),
      ClaimSigns(in: body).contains(.revert), case let items = SquashItems(parts, scanner), !items.isEmpty
    else { return }
    let reverts = SquashReverts(items, bytes, scanner)
    let named = reverts.ticketsTakenBack(by: items, bytes, scanner)
    guard !named.isEmpty || reverts.isTakenBack.contains(true) else { return }
    var (gone, kept): (Set<TicketKey>, Set<TicketKey>) = ([], [])
    /// The items that do work of no ticket: it is that of the subject.
    var untold = Set(
      items.items.indices.filter { !reverts.isTakenBack[$0] && !reverts.takesBack[$0] && named[$0] == nil })
    var item = 0
    for place in ofSubject..<rules.count {
      let key = message.matches[rules[place].index]
      while item < items.items.count, end(of: items.items[item], parts) <= key.range.lowerBound { item += 1 }
      let isCounted = rules[place].rule.strength == .strong || rules[place].rule.strength == .weak
      guard isCounted else { continue }
      let isInItem = item < items.items.count && items.items[item].subject.lowerBound <= key.range.lowerBound
      if isInItem { untold.remove(item) }
      // What an item takes back is not its work; what else opens it may be.
      if isInItem, reverts.takesOnlyBack[item] { continue }
      if isInItem, named[item]?.contains(key.key) == true {
        rules[place].rule = .reverted
        continue
      }
      if isInItem, reverts.isTakenBack[item] {
        gone.insert(key.key)
        rules[place].rule = .takenBackInSquash
      } else {
        kept.insert(key.key)
      }
    }
    gone.subtract(kept)
    for place in rules.indices.dropFirst(untold.isEmpty ? 0 : ofSubject)
    where gone.contains(message.matches[rules[place].index].key) {
      rules[place].rule = .takenBackInSquash
    }
  }

  private func end(of item: SquashItems.Item, _ parts: MessageParts) -> Int {
    parts.text.lines[item.lines.upperBound - 1].upperBound
  }
}

extension Span<UInt8> {
  /// Whether a branch's name says that it takes work back: `revert-12-cart`, `dana/revert/cart`.
  fileprivate var isRevertingBranch: Bool {
    var place = 0
    while place < count {
      if place == 0 || self[place - 1].precedesBranchName, let end = end(of: "revert", at: place), end < count,
        self[end] == UInt8(ascii: "-") || self[end] == UInt8(ascii: "/") || self[end] == UInt8(ascii: "_")
      {
        return true
      }
      place += 1
    }
    return false
  }
}

extension UInt8 {
  fileprivate var precedesBranchName: Bool {
    isBlank || isQuotationMark || self == UInt8(ascii: "/") || self == UInt8(ascii: ":")
  }
}
