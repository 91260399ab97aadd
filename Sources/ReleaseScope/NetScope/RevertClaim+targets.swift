/// What the search for a target asks of a claim.
extension RevertClaim {
  /// The titles by what they mean: one may stand with a tag and without.
  var works: [[Title]] {
    var works: [[Title]] = []
    for title in titles {
      let known = works.firstIndex { work in
        work.contains { $0.depth == title.depth && ($0.text.hasSuffix(title.text) || title.text.hasSuffix($0.text)) }
      }
      if let known { works[known].append(title) } else { works.append([title]) }
    }
    return works
  }

  var describesNothing: Bool {
    titles.isEmpty && requests.isEmpty && reviews.isEmpty && keys.isEmpty
  }

  /// The titles of the work that it brings back without naming a ticket: what it takes back may be elsewhere.
  var originals: [Title] {
    guard action == .revert, keys.isEmpty else { return [] }
    return titles.filter { !$0.depth.isMultiple(of: 2) }.map { .init($0.text, depth: 0) }
  }

  /// What it names, for people.
  var words: [String] {
    let works = works.map { $0[0].text }
    if !works.isEmpty { return works }
    let others = ids.map(\.digits) + requests.map { "#\($0)" } + reviews.map(\.description) + keys.map(\.description)
    return Array(others.prefix(1))
  }

  /// Whether it takes back a commit, by its id or title.
  func isOf(_ known: ScopeAnswers.Known) -> Bool {
    guard action == .revert else { return false }
    if ids.contains(where: { $0.names(known.id) }) { return true }
    return ids.isEmpty && titles.contains(TitleText.title(of: known.facts))
  }
}

extension [ScopeAnswers.Known] {
  /// Without what others of them take back, and without these; they are the newest first.
  package var inEffect: [ScopeAnswers.Known] {
    var out: Set<ObjectID> = []
    for (place, known) in enumerated() where !out.contains(known.id) {
      guard let claim = known.facts.mainClaim, known.facts.reverts.count == 1, claim.source != .item,
        let target = self[(place + 1)...].first(where: { !out.contains($0.id) && claim.isOf($0) })
      else { continue }
      out.formUnion([known.id, target.id])
    }
    return filter { !out.contains($0.id) }
  }
}
