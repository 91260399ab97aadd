/// Which of the commits that a squash lists take others of the list back.
struct SquashReverts {
  /// By the order of the list, whether an item is taken back by another one.
  private(set) var isTakenBack: [Bool]
  /// By the order of the list, whether an item takes another one back, or does again what another one took back.
  private(set) var takesBack: [Bool]

  /// - Parameters:
  ///   - titles: The first lines of the items, without their bullets.
  ///   - isNewestFirst: The order of `git merge --squash`; a forge lists the oldest first.
  /// - Complexity: Linear in the titles.
  init(_ titles: [some Collection<UInt8>], isNewestFirst: Bool = false) {
    isTakenBack = Array(repeating: false, count: titles.count)
    takesBack = isTakenBack
    let titles = titles.map { TitleText.normalised($0) }
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

extension SquashReverts {
  /// - Parameter bytes: Of the message.
  init(_ squash: SquashItems, _ bytes: [UInt8]) {
    self.init(squash.items.map { bytes[$0.subject] }, isNewestFirst: squash.isNewestFirst)
  }
}

extension SquashItems {
  /// For each item, whether another one takes it back: `Revert "x"` the item `x`.
  ///
  /// - Parameter bytes: Of the message.
  func takenBack(in bytes: [UInt8]) -> [Bool] { SquashReverts(self, bytes).isTakenBack }
}
