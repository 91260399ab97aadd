/// By what one item of a squash may name another, besides its title in quotation marks.
struct SquashItemNames {
  private var byID: [String: [Int]] = [:]
  private var byTitle: [String: [Int]] = [:]
  private var byRequest: [Int: Numbered] = [:]
  /// By the order of the list.
  private let requests: [Int?]
  private let titles: [RevertClaim.Title?]

  /// How many bytes of titles may still be compared with words. What is not compared is named by nothing here, and so
  /// is a claim of its own, which says that it is not resolved.
  private var left = 1 << 22

  private static let digits = 7

  /// The items with one number.
  private struct Numbered {
    var indexes: [Int] = []
    /// How many bytes their titles have, and how many they are.
    var size = 0
  }

  /// - Parameter isRevert: By the order of the list, whether an item takes something back. Such an item is named by
  ///   its id alone.
  /// - Complexity: Linear in the titles of the items.
  init(_ squash: SquashItems, _ bytes: [UInt8], isRevert: [Bool]) {
    requests = squash.items.map { RequestNumbers.find(inTitle: bytes[$0.subject]).last }
    titles = zip(squash.items, isRevert).map { $1 ? nil : TitleText.normalised(bytes[$0.subject]) }
    for (place, item) in squash.items.enumerated() {
      if let id = item.commit.flatMap({ WrittenID(bytes[$0]) }) { byID[Self.start(of: id), default: []].append(place) }
      guard let title = titles[place] else { continue }
      if let request = requests[place] {
        byRequest[request, default: .init()].indexes.append(place)
        byRequest[request]?.size += title.text.utf8.count + 1
      }
      for text in Set([title.text] + TitleText.bare(title).map(\.text)) { byTitle[text, default: []].append(place) }
    }
  }

  /// Takes out the items that another one names: by ids; by numbers, as `Revert #7` does; or by plain words, which are
  /// a title, or what follows the tickets and the type that open it, or are in the title of the item whose number
  /// stands behind them, as in `Back out vouchers (#7)`.
  ///
  /// - Complexity: Linear in the heading, in what is taken out, which is named by none any more, and in the titles with
  ///   the item's own number, as long as there is room for that.
  mutating func takeItems(in heading: ClaimHeading, of item: Int) -> [Int] {
    var items: [Int] = []
    for id in heading.named.ids { items += byID.removeValue(forKey: Self.start(of: id)) ?? [] }
    for request in heading.named.requests { items += byRequest.removeValue(forKey: request)?.indexes ?? [] }
    let texts = heading.verb.times == 1 ? heading.titles.map { TitleText.normalised($0) } : []
    for words in texts.filter({ $0.depth == 0 && !$0.text.isEmpty }).map(\.text) {
      items += byTitle.removeValue(forKey: words) ?? []
      guard let request = requests[item], let same = byRequest[request], same.size <= left else { continue }
      left -= same.size
      items += same.indexes.filter { titles[$0].map { TitleText.has($0, words: words) } == true }
    }
    return items
  }

  private static func start(of id: WrittenID) -> String { String(id.digits.prefix(digits)) }
}
