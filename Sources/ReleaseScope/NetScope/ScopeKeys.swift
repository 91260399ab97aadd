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
  private var told: [Int: Told] = [:]

  /// - Parameters:
  ///   - notes: What git notes add, by commit.
  ///   - aliases: The present key of a ticket that was moved, by its former one.
  init(_ commits: CommitList, notes: [ObjectID: [MessageFacts.KeyUse]], aliases: [TicketKey: TicketKey]) {
    self.commits = commits
    for kept in commits.kept { numbersOfColumns.append(kept.columns.keys.map { Int32(number(of: $0)) }) }
    let moved = Set(aliases.keys.compactMap { numbers[$0] })
    for (id, uses) in notes {
      if let position = commits.position(of: id) { tell(position, adding: uses, aliases) }
    }
    guard !moved.isEmpty else { return }
    for position in commits.indices where told[position] == nil {
      guard
        uses(position).contains(where: { moved.contains($0.key) }) || mentions(position).contains(where: moved.contains)
      else { continue }
      tell(position, adding: [], aliases)
    }
  }

  private mutating func tell(
    _ position: Int, adding notes: [MessageFacts.KeyUse], _ aliases: [TicketKey: TicketKey]
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

  /// The tickets that a commit implements, each once.
  func uses(_ position: Int) -> [Use] {
    if !told.isEmpty, let told = told[position] { return told.uses }
    let numbers = numbersOfColumns[commits.place(position).columns]
    return commits.kept(position) { columns, row in
      columns.uses(row).compactMap { use in use.place.map { Use(key: Int(numbers[use.key]), place: $0) } }
    }
  }

  func hasUses(_ position: Int) -> Bool {
    if !told.isEmpty, let told = told[position] { return !told.uses.isEmpty }
    return commits.kept(position) { !$0.uses($1).isEmpty }
  }

  func keys(_ position: Int) -> [Int] { uses(position).map(\.key) }

  func mentions(_ position: Int) -> [Int] {
    if !told.isEmpty, let told = told[position] { return told.mentions }
    let numbers = numbersOfColumns[commits.place(position).columns]
    return commits.kept(position) { columns, row in columns.mentions(row).map { Int(numbers[$0]) } }
  }
}
