/// The tickets of the commits of a range: by their present keys, and with those that notes add. A ticket is a number.
struct ScopeKeys: Sendable {
  struct Use: Sendable {
    let key: Int
    let place: KeyPlace
  }

  /// Of a commit whose message alone does not tell.
  private struct Told: Sendable {
    let uses: [Use]
    let mentions: [Int]
  }

  /// The tickets by number.
  private(set) var keys: [TicketKey] = []
  private let commits: CommitList
  private var numbers: [TicketKey: Int] = [:]
  /// For each of the list's columns, the numbers of its keys.
  private var numbersOfColumns: [[Int32]] = []
  private var told: [CommitPosition: Told] = [:]

  /// - Parameters:
  ///   - notes: What git notes add, by commit.
  ///   - aliases: The present key of a ticket that was moved, by its former one.
  ///   - untold: Commits whose keys do not count.
  init(
    _ commits: CommitList, notes: [ObjectID: [MessageFacts.KeyUse]], aliases: [TicketKey: TicketKey],
    untold: Set<ObjectID> = []
  ) {
    self.commits = commits
    for kept in commits.kept { numbersOfColumns.append(kept.columns.keys.map { Int32(number(of: $0)) }) }
    let moved = Set(aliases.keys.compactMap { numbers[$0] })
    for (id, uses) in notes {
      if let position = commits.position(of: id) { tell(position, adding: uses, aliases) }
    }
    for position in untold.compactMap(commits.position) { told[position] = Told(uses: [], mentions: []) }
    guard !moved.isEmpty else { return }
    for position in commits.indices where told[position] == nil {
      guard
        keys(position).contains(where: moved.contains) || mentions(position).contains(where: moved.contains)
      else { continue }
      tell(position, adding: [], aliases)
    }
  }

  private mutating func tell(
    _ position: CommitPosition, adding notes: [MessageFacts.KeyUse], _ aliases: [TicketKey: TicketKey]
  ) {
    let facts = commits.facts(position)
    var seen: Set<Int> = []
    let uses = (facts.implements + notes).map { Use(key: number(of: aliases[$0.key] ?? $0.key), place: $0.place) }
      .filter { seen.insert($0.key).inserted }
    let mentions = facts.mentions.map { number(of: aliases[$0] ?? $0) }.filter { !seen.contains($0) }
    told[position] = Told(uses: uses, mentions: mentions)
  }

  /// The number of a ticket, which gets one if it has none.
  mutating func number(of key: TicketKey) -> Int {
    if let known = numbers[key] { return known }
    numbers[key] = keys.count
    keys.append(key)
    return keys.count - 1
  }

  /// The number of a ticket that has one.
  func known(_ key: TicketKey) -> Int? { numbers[key] }

  /// Calls `body` with each ticket that a commit implements.
  func forEachUse(_ position: CommitPosition, _ body: (Use) -> Void) {
    if let told = told[position] { return told.uses.forEach(body) }
    let columns = commits.place(position).columns
    for use in commits.kept(position, { $0.uses($1) }) {
      guard let place = use.place else { return }
      body(Use(key: Int(numbersOfColumns[columns][use.key]), place: place))
    }
  }

  /// Calls `body` with each ticket that a commit only mentions.
  func forEachMention(_ position: CommitPosition, _ body: (Int) -> Void) {
    if let told = told[position] { return told.mentions.forEach(body) }
    let columns = commits.place(position).columns
    for use in commits.kept(position, { $0.uses($1) }) where use.place == nil {
      body(Int(numbersOfColumns[columns][use.key]))
    }
  }

  func hasUses(_ position: CommitPosition) -> Bool {
    if let told = told[position] { return !told.uses.isEmpty }
    return commits.kept(position) { $0.uses($1).first?.place != nil }
  }

  func keys(_ position: CommitPosition) -> [Int] {
    var keys: [Int] = []
    forEachUse(position) { keys.append($0.key) }
    return keys
  }

  func mentions(_ position: CommitPosition) -> [Int] {
    var keys: [Int] = []
    forEachMention(position) { keys.append($0) }
    return keys
  }
}
