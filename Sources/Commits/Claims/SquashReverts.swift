/// Which of the commits that a squash lists take others of the list back.
struct SquashReverts {
  /// By the order of the list, whether an item is taken back by another one.
  private(set) var isTakenBack: [Bool]
  /// By the order of the list, whether an item takes another one back, or does again what another one took back.
  private(set) var takesBack: [Bool]

  /// By the order of the list, whether an item takes back and does nothing again.
  var takesOnlyBack: [Bool] { zip(takesBack, isRevert).map { $0 && $1 } }
  private var isRevert: [Bool]

  /// What an item takes back by its ticket, and which tickets open it.
  private struct Tickets {
    var reverted: [TicketKey] = []
    /// The other items that it names by their ids, the numbers of their pull requests, or in plain words.
    var items: [Int] = []
    var opening: [TicketKey] = []
  }

  /// - Parameter bytes: Of the message.
  /// - Complexity: Linear in the titles of the items.
  init(_ squash: SquashItems, _ bytes: [UInt8], _ scanner: KeyScanner) {
    self.init(
      squash.items.map { bytes[$0.subject] }, Self.tickets(squash, bytes, scanner),
      isNewestFirst: squash.isNewestFirst)
  }

  /// - Parameters:
  ///   - titles: The first lines of the items, without their bullets.
  ///   - isNewestFirst: The order of `git merge --squash`; a forge lists the oldest first.
  private init(_ titles: [ArraySlice<UInt8>], _ tickets: [Tickets], isNewestFirst: Bool) {
    isTakenBack = Array(repeating: false, count: titles.count)
    takesBack = isTakenBack
    let titles = titles.map { TitleText.normalised($0) }
    isRevert = titles.map { !$0.depth.isMultiple(of: 2) }
    let order = isNewestFirst ? Array(titles.indices.reversed()) : Array(titles.indices)
    var inEffect: [RevertClaim.Title: [Int]] = [:]
    var targets = [Int?](repeating: nil, count: titles.count)
    var pending: [Int] = []
    for item in order {
      if titles[item].depth > 0, !takeBack(item, titles, &inEffect, &targets) { pending.append(item) }
      inEffect[titles[item], default: []].append(item)
    }
    // A list may be in another order.
    for item in pending where !isTakenBack[item] { _ = takeBack(item, titles, &inEffect, &targets) }
    if !tickets.isEmpty { takeBack(tickets, order) }
  }

  /// - Returns: Nothing if no item takes a ticket back, or another item other than by its quoted title.
  private static func tickets(_ squash: SquashItems, _ bytes: [UInt8], _ scanner: KeyScanner) -> [Tickets] {
    let headings = squash.items.map { item in
      ClaimSigns(in: bytes[item.subject].span).contains(.revert)
        ? ClaimHeading(ClaimTokens(bytes, [item.subject]), scanner: scanner) : nil
    }
    guard headings.contains(where: { $0 != nil }) else { return [] }
    let names = SquashItemNames(squash, bytes, isRevert: headings.map { $0 != nil })
    var tickets = headings.enumerated().map { place, heading in
      guard let heading, heading.verb.action == .revert else { return Tickets() }
      let isTicket = heading.isCertain && heading.titles.isEmpty && !heading.named.isExact
      return Tickets(reverted: isTicket ? heading.named.keys : [], items: names.items(in: heading, of: place))
    }
    guard tickets.contains(where: { !$0.reverted.isEmpty || !$0.items.isEmpty }) else { return [] }
    for (place, item) in squash.items.enumerated() where tickets[place].reverted.isEmpty {
      let message = MessageKeys(Array(bytes[item.subject]), scanner)
      guard let opening = KeyOpening(message, from: 0, to: message.bytes.count) else { continue }
      tickets[place].opening = message.matches[opening.keys].map(\.key)
    }
    return tickets
  }

  /// Whether an item says for certain, or by a number, that it takes something back that is none of the other items.
  func takesBackOthers(_ squash: SquashItems, _ bytes: [UInt8], _ scanner: KeyScanner) -> Bool {
    if !ticketsTakenBack(by: squash, bytes, scanner).isEmpty { return true }
    return squash.items.enumerated().contains { place, item in
      !takesBack[place] && !isTakenBack[place] && ClaimSigns(in: bytes[item.subject].span).contains(.revert)
        && ClaimHeading(ClaimTokens(bytes, [item.subject]), scanner: scanner)?.verb.action == .revert
        && !RequestNumbers.find(inTitle: bytes[item.subject]).isEmpty
    }
  }

  /// By item, the tickets of what it takes back that is none of the other items.
  func ticketsTakenBack(by squash: SquashItems, _ bytes: [UInt8], _ scanner: KeyScanner) -> [Int: [TicketKey]] {
    var tickets: [Int: [TicketKey]] = [:]
    for (place, item) in squash.items.enumerated() where !takesBack[place] && !isTakenBack[place] {
      guard ClaimSigns(in: bytes[item.subject].span).contains(.revert),
        let heading = ClaimHeading(ClaimTokens(bytes, [item.subject]), scanner: scanner),
        heading.isCertain, heading.verb.action == .revert
      else { continue }
      tickets[place] = heading.named.keys
    }
    return tickets
  }

  /// Takes back all items of a ticket that an item names alone: `Revert SHOP-12`; and those that it names by their ids:
  /// `Backed out changeset 1234567`.
  private mutating func takeBack(_ tickets: [Tickets], _ order: [Int]) {
    var inEffect: [TicketKey: [Int]] = [:]
    for item in order {
      let isOpen = !takesBack[item]
      for target in tickets[item].items where isOpen && target != item && !isTakenBack[target] {
        isTakenBack[target] = true
        (takesBack[item], isRevert[item]) = (true, true)
      }
      for key in tickets[item].opening where !isTakenBack[item] { inEffect[key, default: []].append(item) }
      let reverted = Set(tickets[item].reverted)
      let targets = reverted.flatMap { inEffect.removeValue(forKey: $0) ?? [] }
      for target in targets where reverted.isSuperset(of: tickets[target].opening) {
        isTakenBack[target] = true
        (takesBack[item], isRevert[item]) = (true, true)
      }
    }
  }

  private mutating func takeBack(
    _ item: Int, _ titles: [RevertClaim.Title], _ inEffect: inout [RevertClaim.Title: [Int]], _ targets: inout [Int?]
  ) -> Bool {
    let title = titles[item]
    guard !title.text.isEmpty,
      let target = inEffect[.init(title.text, depth: title.depth - 1)]?.popLast()
    else { return false }
    targets[item] = target
    takesBack[item] = true
    isTakenBack[target] = true
    // What the target itself took back is in effect again.
    if let restored = targets[target] {
      isTakenBack[restored] = false
      inEffect[titles[restored], default: []].append(restored)
    }
    return true
  }
}
