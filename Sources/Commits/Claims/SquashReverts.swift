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
    /// The other items that it names by their ids.
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

  /// - Returns: Nothing if no item takes a ticket back, or another item by its id.
  private static func tickets(_ squash: SquashItems, _ bytes: [UInt8], _ scanner: KeyScanner) -> [Tickets] {
    var ids: [String: Int] = [:]
    for (place, item) in squash.items.enumerated() {
      if let id = item.commit.flatMap({ WrittenID(bytes[$0]) }) { ids[String(id.digits.prefix(7))] = place }
    }
    var tickets = squash.items.map { item in
      guard ClaimSigns(in: bytes[item.subject].span).contains(.revert),
        let heading = ClaimHeading(ClaimTokens(bytes, [item.subject]), scanner: scanner),
        heading.isCertain, heading.verb.action == .revert, heading.titles.isEmpty
      else { return Tickets() }
      let named = heading.named.ids.compactMap { ids[String($0.digits.prefix(7))] }
      return Tickets(reverted: heading.named.isExact ? [] : heading.named.keys, items: named)
    }
    guard tickets.contains(where: { !$0.reverted.isEmpty || !$0.items.isEmpty }) else { return [] }
    for (place, item) in squash.items.enumerated() where tickets[place].reverted.isEmpty {
      let message = MessageKeys(Array(bytes[item.subject]), scanner)
      guard let opening = KeyOpening(message, from: 0, to: message.bytes.count) else { continue }
      tickets[place].opening = message.matches[opening.keys].map(\.key)
    }
    return tickets
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
      for target in tickets[item].items where target != item && !isTakenBack[target] {
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
