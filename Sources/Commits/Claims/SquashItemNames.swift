/// By what one item of a squash may name another, besides its title in quotation marks.
struct SquashItemNames {
  private var byID: [String: [Int]] = [:]
  private var byTitle: [String: [Int]] = [:]
  private var byRequest: [Int: [Int]] = [:]
  /// By the order of the list.
  private let requests: [Int?]
  private let titles: [RevertClaim.Title?]

  private static let digits = 7
  /// How many items have one number at most of which words tell one.
  private static let mostOfRequest = 16

  /// - Parameter isRevert: By the order of the list, whether an item takes something back. Such an item is named by
  ///   its id alone.
  /// - Complexity: Linear in the titles of the items.
  init(_ squash: SquashItems, _ bytes: [UInt8], isRevert: [Bool]) {
    requests = squash.items.map { RequestNumbers.find(inTitle: bytes[$0.subject]).last }
    titles = zip(squash.items, isRevert).map { $1 ? nil : TitleText.normalised(bytes[$0.subject]) }
    for (place, item) in squash.items.enumerated() {
      if let id = item.commit.flatMap({ WrittenID(bytes[$0]) }) { byID[Self.start(of: id), default: []].append(place) }
      guard let title = titles[place] else { continue }
      if let request = requests[place] { byRequest[request, default: []].append(place) }
      for text in Set([title.text] + TitleText.bare(title).map(\.text)) { byTitle[text, default: []].append(place) }
    }
  }

  /// Takes out the items that another one names: by ids; by numbers, as `Revert #7` does; or by plain words, which are
  /// a title, or what follows the tickets and the type that open it, or are in the title of the item whose number
  /// stands behind them, as in `Back out vouchers (#7)`.
  ///
  /// - Complexity: Linear in the heading and in what is taken out; what is taken out is named by none any more.
  mutating func takeItems(in heading: ClaimHeading, of place: Int) -> [Int] {
    var items: [Int] = []
    for id in heading.named.ids { items += byID.removeValue(forKey: Self.start(of: id)) ?? [] }
    for request in heading.named.requests { items += byRequest.removeValue(forKey: request) ?? [] }
    let texts = heading.verb.times == 1 ? heading.titles.map { TitleText.normalised($0) } : []
    for words in texts.filter({ $0.depth == 0 && !$0.text.isEmpty }).map(\.text) {
      items += byTitle.removeValue(forKey: words) ?? []
      guard let request = requests[place], let same = byRequest[request], same.count <= Self.mostOfRequest else {
        continue
      }
      items += same.filter { titles[$0].map { TitleText.has($0, words: words) } == true }
    }
    return items
  }

  private static func start(of id: WrittenID) -> String { String(id.digits.prefix(digits)) }
}
