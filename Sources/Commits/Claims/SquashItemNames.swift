/// By what one item of a squash may name another, besides its title in quotation marks.
struct SquashItemNames {
  /// By the order of the list: the first digits of the commit's id, the number of its pull request, and its title. What
  /// takes something back has neither number nor title here.
  private let items: [(id: String?, request: Int?, title: RevertClaim.Title?)]
  private let requests: [Int?]

  private static let digits = 7

  /// - Parameter isRevert: By the order of the list, whether an item takes something back.
  /// - Complexity: Linear in the titles of the items.
  init(_ squash: SquashItems, _ bytes: [UInt8], isRevert: [Bool]) {
    let requests = squash.items.map { RequestNumbers.find(inTitle: bytes[$0.subject]).last }
    items = squash.items.indices.map { place in
      let id = squash.items[place].commit.flatMap { WrittenID(bytes[$0]) }.map { String($0.digits.prefix(Self.digits)) }
      guard !isRevert[place] else { return (id, nil, nil) }
      return (id, requests[place], TitleText.normalised(bytes[squash.items[place].subject]))
    }
    self.requests = requests
  }

  /// The items that another one names: by ids; by numbers, as `Revert #7` does; or by plain words, which are a title, or
  /// are in the title of the item whose number stands behind them, as in `Back out vouchers (#7)`.
  func items(in heading: ClaimHeading, of place: Int) -> [Int] {
    let ids = Set(heading.named.ids.map { String($0.digits.prefix(Self.digits)) })
    let named = Set(heading.named.requests)
    let titles = heading.verb.times == 1 ? heading.titles.map { TitleText.normalised($0) } : []
    let words = titles.filter { $0.depth == 0 && !$0.text.isEmpty }.map(\.text)
    return items.indices.filter { other in
      let item = items[other]
      if item.id.map(ids.contains) == true || item.request.map(named.contains) == true { return true }
      guard let title = item.title else { return false }
      if words.contains(where: { TitleText.names(title, by: $0) }) { return true }
      guard let request = item.request, request == requests[place] else { return false }
      return words.contains { TitleText.has(title, words: $0) }
    }
  }
}
