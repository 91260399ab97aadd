/// Which of the commits that a squash lists take others of the list back.
struct SquashReverts {
  /// By the order of the list, whether an item is taken back by another one.
  private(set) var isTakenBack: [Bool]
  /// By the order of the list, whether an item takes another one back, or does again what another one took back.
  private(set) var takesBack: [Bool]

  /// By the order of the list, whether an item takes back and does nothing again.
  var takesOnlyBack: [Bool] { zip(takesBack, isRevert).map { $0 && $1 } }
  private var isRevert: [Bool]
  /// By item, those that it takes back.
  private var targets: [Int: [Int]] = [:]

  /// - Parameter bytes: Of the message.
  /// - Complexity: Linear in the titles of the items.
  init(_ squash: SquashItems, _ bytes: [UInt8], _ scanner: KeyScanner) {
    self.init(squash.items.map { bytes[$0.subject] }, isNewestFirst: squash.isNewestFirst)
    let headings = squash.items.map { Self.heading(of: $0, bytes, scanner) }
    guard headings.contains(where: { $0?.verb.action == .revert }) else { return }
    takeBackNamed(squash, bytes, scanner, headings)
  }

  /// - Parameters:
  ///   - titles: The first lines of the items, without their bullets.
  ///   - isNewestFirst: The order of `git merge --squash`; a forge lists the oldest first.
  private init(_ titles: [ArraySlice<UInt8>], isNewestFirst: Bool) {
    isTakenBack = Array(repeating: false, count: titles.count)
    takesBack = isTakenBack
    let titles = titles.map { TitleText.normalised($0) }
    isRevert = titles.map { !$0.depth.isMultiple(of: 2) }
    let order = isNewestFirst ? Array(titles.indices.reversed()) : Array(titles.indices)
    var inEffect: [RevertClaim.Title: [Int]] = [:]
    var pending: [Int] = []
    for item in order {
      if titles[item].depth > 0, !takeBack(item, titles, &inEffect) { pending.append(item) }
      inEffect[titles[item], default: []].append(item)
    }
    // A list may be in another order.
    for item in pending where !isTakenBack[item] { _ = takeBack(item, titles, &inEffect) }
  }

  private static func heading(
    of item: SquashItems.Item, _ bytes: [UInt8], _ scanner: KeyScanner
  ) -> ClaimHeading? {
    guard ClaimSigns(in: bytes[item.subject].span).contains(.revert) else { return nil }
    return ClaimHeading(ClaimTokens(bytes, [item.subject]), scanner: scanner)
  }

  /// Whether an item says for certain, or by a number, that it takes something back that is none of the other items.
  func takesBackOthers(_ squash: SquashItems, _ bytes: [UInt8], _ scanner: KeyScanner) -> Bool {
    if !ticketsTakenBack(by: squash, bytes, scanner).isEmpty { return true }
    return squash.items.enumerated().contains { place, item in
      !takesBack[place] && !isTakenBack[place] && Self.heading(of: item, bytes, scanner)?.verb.action == .revert
        && !RequestNumbers.find(inTitle: bytes[item.subject]).isEmpty
    }
  }

  /// By item, the tickets of what it takes back that is none of the other items.
  func ticketsTakenBack(by squash: SquashItems, _ bytes: [UInt8], _ scanner: KeyScanner) -> [Int: [TicketKey]] {
    var tickets: [Int: [TicketKey]] = [:]
    for (place, item) in squash.items.enumerated() where !takesBack[place] && !isTakenBack[place] {
      guard let heading = Self.heading(of: item, bytes, scanner), heading.isCertain, heading.verb.action == .revert
      else { continue }
      tickets[place] = heading.named.keys
    }
    return tickets
  }

  /// Takes back what items name other than by a quoted title: all items of a ticket, as `Revert SHOP-12` does, and
  /// single ones, as `Backed out changeset 1234567` does.
  private mutating func takeBackNamed(
    _ squash: SquashItems, _ bytes: [UInt8], _ scanner: KeyScanner, _ headings: [ClaimHeading?]
  ) {
    var names = SquashItemNames(squash, bytes, isRevert: headings.map { $0 != nil })
    let reverted = headings.map { Set($0?.ticketsAlone ?? []) }
    let opening =
      reverted.contains { !$0.isEmpty }
      ? zip(squash.items, reverted).map { $1.isEmpty ? Self.tickets(opening: bytes[$0.subject], scanner) : [] }
      : Array(repeating: [], count: headings.count)
    var inEffect: [TicketKey: [Int]] = [:]
    let order = squash.isNewestFirst ? Array(headings.indices.reversed()) : Array(headings.indices)
    for item in order where !isTakenBack[item] {
      if !takesBack[item], let heading = headings[item], heading.verb.action == .revert {
        for target in names.takeItems(in: heading, of: item) where target != item { takeBack(target, by: item) }
      }
      for key in opening[item] { inEffect[key, default: []].append(item) }
      for target in reverted[item].flatMap({ inEffect.removeValue(forKey: $0) ?? [] })
      where reverted[item].isSuperset(of: opening[target]) {
        isTakenBack[target] = true
        (takesBack[item], isRevert[item]) = (true, true)
      }
    }
  }

  private mutating func takeBack(_ target: Int, by item: Int) {
    guard !isTakenBack[target] else { return }
    isTakenBack[target] = true
    targets[item, default: []].append(target)
    (takesBack[item], isRevert[item]) = (true, !(takesBack[target] && isRevert[target]))
    for restored in targets[target] ?? [] { isTakenBack[restored] = false }
  }

  static func tickets(opening title: ArraySlice<UInt8>, _ scanner: KeyScanner) -> [TicketKey] {
    let message = MessageKeys(Array(title), scanner)
    guard let opening = KeyOpening(message, from: 0, to: message.bytes.count) else { return [] }
    return message.matches[opening.keys].map(\.key)
  }

  private mutating func takeBack(
    _ item: Int, _ titles: [RevertClaim.Title], _ inEffect: inout [RevertClaim.Title: [Int]]
  ) -> Bool {
    let title = titles[item]
    guard !title.text.isEmpty,
      let target = inEffect[.init(title.text, depth: title.depth - 1)]?.popLast()
    else { return false }
    targets[item] = [target]
    takesBack[item] = true
    isTakenBack[target] = true
    // What the target itself took back is in effect again.
    for restored in targets[target] ?? [] {
      isTakenBack[restored] = false
      inEffect[titles[restored], default: []].append(restored)
    }
    return true
  }
}

extension ClaimHeading {
  /// The tickets that it takes back where it names nothing else.
  fileprivate var ticketsAlone: [TicketKey] {
    verb.action == .revert && isCertain && titles.isEmpty && !named.isExact ? named.keys : []
  }
}
