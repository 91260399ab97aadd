/// What a check keeps of commits that were read, one column for each kind of it. Messages are not kept.
///
/// A commit is its place, from 0, in the order in which they were added. Keys and people are kept once each.
package struct CommitColumns: Sendable {
  /// What few messages have.
  struct RareFacts: Sendable {
    var others: [TicketKey]
    var nearMisses: [NearMiss]
    var revert: RevertClaim?
    var pickedFrom: [ObjectID]

    var isEmpty: Bool { others.isEmpty && nearMisses.isEmpty && revert == nil && pickedFrom.isEmpty }
  }

  /// A ticket and the place in the message, in one number.
  struct Use: Sendable {
    private let bits: UInt32

    init(key: Int, place: KeyPlace) {
      bits = UInt32(key) << 3 | UInt32(place.rank)
    }

    /// The index in ``CommitColumns/keys``.
    var key: Int { Int(bits >> 3) }
    var place: KeyPlace { KeyPlace(rank: Int(bits & 7)) }
  }

  private struct Signers: Hashable, Sendable {
    let author: UInt32
    let committer: UInt32
  }

  /// The tickets that the messages name, each once.
  private(set) var keys: [TicketKey] = []
  private(set) var people: [Person] = []
  /// By place, for the commits that have any.
  private(set) var rare: [Int: RareFacts] = [:]
  private var trees: [ObjectID] = []
  private var authored: [Int64] = []
  private var signers: [Signers] = []
  private var subjects = Runs<UInt8>()
  private var uses = Runs<Use>()
  private var mentions = Runs<UInt32>()
  private var keyIndexes: [TicketKey: Int] = [:]
  private var personIndexes: [Person: Int] = [:]

  package init() {}

  package var count: Int { trees.count }

  /// Whether it is time to begin another one: what is added then moves little memory, and offsets stay small.
  package var isFull: Bool { count >= 4_096 || subjects.count >= 1 << 24 }

  /// The index of a person, for ``append(tree:author:committer:authored:facts:)``.
  package mutating func index(of person: Person) -> Int {
    if let known = personIndexes[person] { return known }
    personIndexes[person] = people.count
    people.append(person)
    return people.count - 1
  }

  /// Adds a commit at the next place.
  ///
  /// - Parameter authored: When it was written, in seconds since 1970.
  package mutating func append(
    tree: ObjectID, author: Int, committer: Int, authored time: Int64, facts: MessageFacts
  ) {
    let rare = RareFacts(
      others: facts.others, nearMisses: facts.nearMisses, revert: facts.revert, pickedFrom: facts.pickedFrom)
    if !rare.isEmpty { self.rare[count] = rare }
    trees.append(tree)
    authored.append(time)
    signers.append(Signers(author: UInt32(author), committer: UInt32(committer)))
    subjects.append(facts.subjectBytes)
    for use in facts.implements { uses.add(Use(key: index(of: use.key), place: use.place)) }
    uses.close()
    for key in facts.mentions { mentions.add(UInt32(index(of: key))) }
    mentions.close()
  }

  /// Forgets what only adding needs, the room for more included.
  package mutating func finish() {
    keyIndexes = [:]
    personIndexes = [:]
    trees = trees.map(\.self)
    authored = authored.map(\.self)
    signers = signers.map(\.self)
    subjects.trim()
    uses.trim()
    mentions.trim()
  }

  private mutating func index(of key: TicketKey) -> Int {
    if let known = keyIndexes[key] { return known }
    keyIndexes[key] = keys.count
    keys.append(key)
    return keys.count - 1
  }

  func tree(_ place: Int) -> ObjectID { trees[place] }

  func authored(_ place: Int) -> Int64 { authored[place] }

  func author(_ place: Int) -> Person { people[Int(signers[place].author)] }

  func committer(_ place: Int) -> Person { people[Int(signers[place].committer)] }

  /// The first paragraph of the message, its lines joined by a blank; UTF-8 but for what no encoding explains.
  func subject(_ place: Int) -> ArraySlice<UInt8> { subjects[place] }

  func uses(_ place: Int) -> ArraySlice<Use> { uses[place] }

  /// Indexes of ``keys``.
  func mentions(_ place: Int) -> ArraySlice<UInt32> { mentions[place] }

  func facts(_ place: Int) -> MessageFacts {
    var facts = MessageFacts()
    facts.implements = uses(place).map { .init(key: keys[$0.key], place: $0.place) }
    facts.mentions = mentions(place).map { keys[Int($0)] }
    facts.subjectBytes = Array(subject(place))
    if let rare = rare[place] {
      facts.others = rare.others
      facts.nearMisses = rare.nearMisses
      facts.revert = rare.revert
      facts.pickedFrom = rare.pickedFrom
    }
    return facts
  }
}

/// Lists of different lengths, one after the other in one array.
private struct Runs<Element: Sendable>: Sendable {
  private var elements: [Element] = []
  private var ends: [UInt32] = []

  /// The length of all lists together.
  var count: Int { elements.count }

  subscript(place: Int) -> ArraySlice<Element> {
    elements[(place == 0 ? 0 : Int(ends[place - 1]))..<Int(ends[place])]
  }

  /// Adds to the list that is open.
  mutating func add(_ element: Element) { elements.append(element) }

  mutating func close() { ends.append(UInt32(elements.count)) }

  /// Gives back the room for more.
  mutating func trim() {
    elements = elements.map(\.self)
    ends = ends.map(\.self)
  }

  mutating func append(_ list: some Sequence<Element>) {
    elements.append(contentsOf: list)
    close()
  }
}
