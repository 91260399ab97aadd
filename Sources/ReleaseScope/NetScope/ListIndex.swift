/// Finds what the messages that were asked for list, by title and by the number of its pull request.
struct ListIndex {
  struct Item {
    let squash: CommitPosition
    /// In its list.
    let place: Int
    fileprivate let request: Int?
  }

  private var byTitle: [RevertClaim.Title: [Item]] = [:]
  private var byRequest: [Int: [Item]] = [:]

  /// - Complexity: Linear in the lists.
  init(_ commits: CommitList, _ answers: ScopeAnswers) {
    for (id, list) in answers.lists {
      guard let squash = commits.position(of: id) else { continue }
      for (place, work) in list.enumerated() {
        let item = Item(squash: squash, place: place, request: work.request)
        byTitle[work.title, default: []].append(item)
        if let request = work.request { byRequest[request, default: []].append(item) }
      }
    }
  }

  /// What has one of some titles, of which a number may tell which is meant; where there is no title, one of the
  /// numbers.
  func items(_ titles: [RevertClaim.Title], _ requests: [Int]) -> [Item] {
    if titles.isEmpty { return requests.flatMap { byRequest[$0] ?? [] } }
    return titles.flatMap { byTitle[$0] ?? [] }.filter { item in
      guard let request = item.request, !requests.isEmpty else { return true }
      return requests.contains(request)
    }
  }
}
