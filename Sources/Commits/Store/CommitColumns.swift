/// What a check keeps of commits that were read, one column for each kind of it. Messages are not kept.
///
/// A commit is its place, from 0, in the order in which they were added. Keys and people are kept once each.
package struct CommitColumns: Sendable {
  /// What few messages have.
  struct RareFacts: Sendable {
    var others: [TicketKey]
    var nearMisses: [NearMiss]
    var reverts: [RevertClaim]
    var pickedFrom: [WrittenID]
    var copyOf: [Int]
    var squashOf: [WrittenID]
    var mayRevert: Bool
    var saysRevert: Bool

    var isCut: Bool { reverts.contains(where: \.isCut) }
    var isLong: Bool

    /// - Returns: `nil` if there are none.
    init?(_ facts: borrowing MessageFacts) {
      if facts.others.isEmpty, facts.nearMisses.isEmpty, facts.reverts.isEmpty, facts.pickedFrom.isEmpty,
        facts.copyOf.isEmpty, facts.squashOf.isEmpty, !facts.mayRevert, !facts.isLong
      {
        return nil
      }
      (others, nearMisses) = (facts.others, facts.nearMisses)
      (reverts, pickedFrom) = (facts.reverts, facts.pickedFrom)
      (copyOf, squashOf) = (facts.copyOf, facts.squashOf)
      (mayRevert, saysRevert) = (facts.mayRevert, facts.saysRevert)
      isLong = facts.isLong
    }
  }

  /// A ticket and the place in the message, in one number.
  package struct Use: Sendable {
    private static let mention: UInt32 = 7

    private let bits: UInt32

    /// - Parameter place: `nil` where the ticket is only mentioned.
    init(key: Int, place: KeyPlace?) {
      bits = UInt32(key) << 3 | (place.map { UInt32($0.rank) } ?? Self.mention)
    }

    /// The index in ``CommitColumns/keys``.
    package var key: Int { Int(bits >> 3) }
    package var place: KeyPlace? { bits & 7 == Self.mention ? nil : KeyPlace(rank: Int(bits & 7)) }
  }

  private struct Signers: Hashable, Sendable {
    let author: Int
    let committer: Int
  }

  /// The tickets that the messages name, each once.
  package private(set) var keys: [TicketKey] = []
  private(set) var people: [Person] = []
  /// By place, for the commits that have any.
  private(set) var rare: [Int: RareFacts] = [:]
  private var trees: [ObjectID] = []
  /// In seconds after ``firstAuthored``, as far as they fit; the others are in ``distantAuthored``, by place.
  private var authored: [Int32] = []
  private var firstAuthored: Int64?
  private var distantAuthored: [Int: Int64] = [:]
  /// The indexes in ``signerPairs``.
  private var signers: [UInt32] = []
  private var signerPairs: [Signers] = []
  private var subjects = TextColumn()
  private var titles = TextColumn()
  /// Where each title is in ``titles``.
  private var titlePlaces = SparseColumn<Int32>()
  private var requests = SparseColumn<Int32>()
  private var changeIDs = SparseColumn<ObjectID>()
  private var differentials = SparseColumn<Int32>()
  private var lists = SparseColumn<Bool>()
  /// The tickets that each commit implements, then those that it mentions.
  private var uses = Runs<Use>()
  private var keyIndexes: [TicketKey: Int] = [:]
  private var personIndexes: [Person: Int] = [:]
  private var signerIndexes: [Signers: UInt32] = [:]

  package init() {}

  package var count: Int { signers.count }

  /// Whether it is time to begin other columns: what is added then moves little memory, and offsets stay small.
  var isFull: Bool { count >= 4_096 || subjects.size + titles.size >= 1 << 24 }

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
  /// - Returns: Whether these are full.
  @discardableResult package mutating func append(
    tree: ObjectID, author: Int, committer: Int, authored time: Int64, facts: MessageFacts
  ) -> Bool {
    if let rare = RareFacts(facts) { self.rare[count] = rare }
    addAuthored(time)
    trees.append(tree)
    signers.append(index(of: Signers(author: author, committer: committer)))
    if let title = facts.title {
      titlePlaces.add(Int32(titlePlaces.count), to: trees.count - 1)
      titles.append(title)
    }
    for number in facts.requests { requests.add(Int32(number), to: trees.count - 1) }
    if let id = facts.changeID { changeIDs.add(id, to: trees.count - 1) }
    if facts.hasList { lists.add(true, to: trees.count - 1) }
    if let number = facts.differential { differentials.add(Int32(number), to: trees.count - 1) }
    subjects.append(facts.subjectBytes)
    for use in facts.implements { uses.add(Use(key: index(of: use.key), place: use.place)) }
    for key in facts.mentions { uses.add(Use(key: index(of: key), place: nil)) }
    uses.close()
    return isFull
  }

  private mutating func addAuthored(_ time: Int64) {
    let first = firstAuthored ?? time
    firstAuthored = first
    let (difference, overflows) = time.subtractingReportingOverflow(first)
    let near = overflows ? nil : Int32(exactly: difference)
    if near == nil { distantAuthored[count] = time }
    authored.append(near ?? 0)
  }

  private mutating func index(of pair: Signers) -> UInt32 {
    if pair == signerPairs.last { return UInt32(signerPairs.count - 1) }
    if let known = signerIndexes[pair] { return known }
    signerIndexes[pair] = UInt32(signerPairs.count)
    signerPairs.append(pair)
    return UInt32(signerPairs.count - 1)
  }

  /// Forgets what only adding needs, the room for more included.
  package mutating func finish() {
    keyIndexes = [:]
    personIndexes = [:]
    signerIndexes = [:]
    trees = trees.map(\.self)
    authored = authored.map(\.self)
    signers = signers.map(\.self)
    subjects.finish()
    titles.finish()
    titlePlaces.trim()
    requests.trim()
    changeIDs.trim()
    differentials.trim()
    lists.trim()
    uses.trim()
  }

  private mutating func index(of key: TicketKey) -> Int {
    if let known = keyIndexes[key] { return known }
    keyIndexes[key] = keys.count
    keys.append(key)
    return keys.count - 1
  }

  package func tree(_ place: Int) -> ObjectID { trees[place] }

  func authored(_ place: Int) -> Int64 { distantAuthored[place] ?? ((firstAuthored ?? 0) + Int64(authored[place])) }

  func author(_ place: Int) -> Person { people[signerPairs[Int(signers[place])].author] }

  func committer(_ place: Int) -> Person { people[signerPairs[Int(signers[place])].committer] }

  /// The first paragraph of the message, its lines joined by a blank; UTF-8 but for what no encoding explains.
  func subject(_ place: Int) -> [UInt8] { subjects[place] }

  /// See ``MessageFacts/title``.
  func title(_ place: Int) -> [UInt8]? { titlePlaces[place].first.map { titles[Int($0)] } }

  /// See ``MessageFacts/requests``.
  func requests(_ place: Int) -> [Int] { requests[place].map(Int.init) }

  /// See ``MessageFacts/changeID``.
  func changeID(_ place: Int) -> ObjectID? { changeIDs[place].first }

  /// See ``MessageFacts/differential``.
  func differential(_ place: Int) -> Int? { differentials[place].first.map(Int.init) }

  /// See ``MessageFacts/hasList``.
  func hasList(_ place: Int) -> Bool { !lists[place].isEmpty }

  /// The tickets that a commit implements, and then those that it mentions only.
  @inline(__always)  // A call would copy all columns.
  package func uses(_ place: Int) -> ArraySlice<Use> { uses[place] }

  func facts(_ place: Int) -> MessageFacts {
    var facts = MessageFacts()
    for use in uses(place) {
      if let place = use.place {
        facts.implements.append(.init(key: keys[use.key], place: place))
      } else {
        facts.mentions.append(keys[use.key])
      }
    }
    facts.subjectBytes = subject(place)
    facts.title = title(place)
    facts.requests = requests(place)
    facts.changeID = changeID(place)
    facts.differential = differential(place)
    facts.hasList = hasList(place)
    if let rare = rare[place] {
      facts.others = rare.others
      facts.nearMisses = rare.nearMisses
      facts.reverts = rare.reverts
      facts.pickedFrom = rare.pickedFrom
      facts.copyOf = rare.copyOf
      facts.squashOf = rare.squashOf
      (facts.mayRevert, facts.saysRevert) = (rare.mayRevert, rare.saysRevert)
      facts.isLong = rare.isLong
    }
    return facts
  }
}

/// Lists of different lengths, one after the other in one array.
private struct Runs<Element: Sendable>: Sendable {
  private var elements: [Element] = []
  private var ends: [UInt32] = []

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
}
