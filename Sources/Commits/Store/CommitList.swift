/// Commits in an order, children before parents, with what is kept of them.
///
/// A commit is its ``CommitPosition``. The list holds no more than the order and shares the rest with others.
package struct CommitList: Sendable {
  /// Where a commit is in the columns, in one number.
  package struct Slot: Equatable, Sendable {
    /// Of a commit that is in none.
    package static let none = Slot(bits: .max)
    /// How many rows columns have at most.
    package static let rows = 1 << 13

    private let bits: UInt32

    private init(bits: UInt32) {
      self.bits = bits
    }

    package init(columns: Int, row: Int) {
      bits = UInt32(columns * Self.rows + row)
    }

    package var columns: Int { Int(bits) / Self.rows }
    package var row: Int { Int(bits) % Self.rows }
  }

  /// Reached through a reference, so that to look into one column touches no other.
  package final class Kept: Sendable {
    package let columns: CommitColumns

    init(_ columns: CommitColumns) {
      self.columns = columns
    }

    /// Lends the columns, of which a copy takes a reference to each.
    fileprivate func lend<Value>(_ body: (borrowing CommitColumns, Int) -> Value, _ row: Int) -> Value {
      body(columns, row)
    }
  }

  private final class Storage: Sendable {
    let ancestry: Ancestry
    let kept: [Kept]
    /// By index in the ancestry.
    let places: [Slot]
    /// The indexes in the ancestry, by position.
    let indexes: [Int32]
    /// The positions, by index in the ancestry; -1 for a commit that is not in the list.
    let positions: [Int32]

    init(_ indexes: [Int32], of ancestry: Ancestry, kept: [Kept], places: [Slot]) {
      self.ancestry = ancestry
      self.kept = kept
      self.places = places
      self.indexes = indexes
      var positions = [Int32](repeating: -1, count: indexes.isEmpty ? 0 : ancestry.count)
      for (position, index) in indexes.enumerated() { positions[Int(index)] = Int32(position) }
      self.positions = positions
    }

    convenience init(_ indexes: [Int32], of other: Storage) {
      self.init(indexes, of: other.ancestry, kept: other.kept, places: other.places)
    }
  }

  private let storage: Storage

  private init(_ storage: Storage) {
    self.storage = storage
  }

  /// - Parameters:
  ///   - indexes: Commits of `ancestry`, each once, children before parents.
  ///   - places: Where each commit of `ancestry` is in `columns`, by index; in them for each of `indexes`.
  package init(_ indexes: [Int32], of ancestry: Ancestry, columns: [CommitColumns], places: [Slot]) {
    storage = Storage(indexes, of: ancestry, kept: columns.map(Kept.init), places: places)
  }

  /// Some of the commits, in the same order.
  ///
  /// - Parameter isIncluded: Asked with each position.
  func filtered(_ isIncluded: (CommitPosition) -> Bool) -> CommitList {
    CommitList(Storage(indices.filter(isIncluded).map { storage.indexes[$0] }, of: storage))
  }

  /// Whether the other list is this one, with the same positions.
  package func isSame(as other: CommitList) -> Bool { storage === other.storage }

  /// - Complexity: Constant.
  package func position(of id: ObjectID) -> CommitPosition? {
    storage.ancestry.index(of: id).flatMap(position(ofIndex:))
  }

  package func contains(_ id: ObjectID) -> Bool { position(of: id) != nil }

  /// Finds a commit.
  package subscript(id: ObjectID) -> RangeCommit? { position(of: id).map { self[$0] } }

  private func position(ofIndex index: Int32) -> CommitPosition? {
    guard !storage.positions.isEmpty, case let position = storage.positions[Int(index)], position >= 0
    else { return nil }
    return CommitPosition(Int(position))
  }
}

extension CommitList: RandomAccessCollection {
  package var startIndex: CommitPosition { CommitPosition(0) }
  package var endIndex: CommitPosition { CommitPosition(storage.indexes.count) }
  package subscript(position: CommitPosition) -> RangeCommit { RangeCommit(list: self, position: position) }
}

extension CommitList {
  /// The positions behind one, those of its ancestors among them.
  package func indices(after position: CommitPosition) -> Range<CommitPosition> { index(after: position)..<endIndex }
}

/// The columns, by position.
extension CommitList {
  package func id(_ position: CommitPosition) -> ObjectID { storage.ancestry.id(storage.indexes[position]) }

  package func isMerge(_ position: CommitPosition) -> Bool { storage.ancestry.isMerge(storage.indexes[position]) }

  package func parentIDs(_ position: CommitPosition) -> [ObjectID] {
    storage.ancestry.parentIDs(storage.indexes[position])
  }

  /// Calls `body` with the position of each parent that is in the list, and its number among all parents, from 0.
  package func forEachParent(of position: CommitPosition, _ body: (CommitPosition, _ number: Int) -> Void) {
    let index = storage.indexes[position]
    let slots = storage.ancestry.slotsOfParents(index)
    if slots.isEmpty {
      for (number, id) in storage.ancestry.parentIDs(index).enumerated() {
        if let parent = self.position(of: id) { body(parent, number) }
      }
    }
    for slot in slots {
      if let parent = self.position(ofIndex: storage.ancestry.parent(at: slot)) {
        body(parent, slot - slots.lowerBound)
      }
    }
  }

  func committed(_ position: CommitPosition) -> Int64 { storage.ancestry.time(storage.indexes[position]) }

  /// Calls `body` with the columns that a commit is in, and its row there.
  package func kept<Value>(_ position: CommitPosition, _ body: (borrowing CommitColumns, Int) -> Value) -> Value {
    let place = place(position)
    return storage.kept[place.columns].lend(body, place.row)
  }

  package func place(_ position: CommitPosition) -> Slot { storage.places[Int(storage.indexes[position])] }

  /// All columns, some rows of which are in the list.
  package var kept: [Kept] { storage.kept }

  package func tree(_ position: CommitPosition) -> ObjectID { kept(position) { $0.tree($1) } }

  package func authored(_ position: CommitPosition) -> Int64 { kept(position) { $0.authored($1) } }

  package func author(_ position: CommitPosition) -> Person { kept(position) { $0.author($1) } }

  func committer(_ position: CommitPosition) -> Person { kept(position) { $0.committer($1) } }

  package func subject(_ position: CommitPosition) -> [UInt8] { kept(position) { $0.subject($1) } }

  package func facts(_ position: CommitPosition) -> MessageFacts { kept(position) { $0.facts($1) } }

  package func reverts(_ position: CommitPosition) -> [RevertClaim] { kept(position) { $0.rare[$1]?.reverts ?? [] } }

  package func pickedFrom(_ position: CommitPosition) -> [WrittenID] {
    kept(position) { $0.rare[$1]?.pickedFrom ?? [] }
  }

  /// The title of the pull request, where the body has it; else the subject.
  package func title(_ position: CommitPosition) -> [UInt8] { kept(position) { $0.title($1) ?? $0.subject($1) } }

  /// See ``MessageFacts/requests``.
  package func requestsOfBody(_ position: CommitPosition) -> [Int] { kept(position) { $0.requests($1) } }

  /// See ``MessageFacts/copyOf``.
  package func copyOf(_ position: CommitPosition) -> [Int] { kept(position) { $0.rare[$1]?.copyOf ?? [] } }

  /// See ``MessageFacts/squashOf``.
  package func squashOf(_ position: CommitPosition) -> [WrittenID] { kept(position) { $0.rare[$1]?.squashOf ?? [] } }

  package func changeID(_ position: CommitPosition) -> ObjectID? { kept(position) { $0.changeID($1) } }

  package func differential(_ position: CommitPosition) -> Int? { kept(position) { $0.differential($1) } }

  /// See ``MessageFacts/hasList``.
  package func hasList(_ position: CommitPosition) -> Bool { kept(position) { $0.hasList($1) } }

  /// See ``MessageFacts/mayRevert``.
  package func mayRevert(_ position: CommitPosition) -> Bool { kept(position) { $0.rare[$1]?.mayRevert ?? false } }

  /// See ``MessageFacts/saysRevert``.
  package func saysRevert(_ position: CommitPosition) -> Bool { kept(position) { $0.rare[$1]?.saysRevert ?? false } }

  package func otherKeys(_ position: CommitPosition) -> [TicketKey] { kept(position) { $0.rare[$1]?.others ?? [] } }

  /// See ``MessageFacts/isLong``.
  package func isLong(_ position: CommitPosition) -> Bool { kept(position) { $0.rare[$1]?.isLong ?? false } }

  package func nearMisses(_ position: CommitPosition) -> [NearMiss] { kept(position) { $0.rare[$1]?.nearMisses ?? [] } }
}

extension CommitList {
  /// The newest commit whose message names more than is kept of one.
  ///
  /// - Complexity: Linear in what few messages have.
  package var crowded: ObjectID? {
    guard kept.contains(where: { $0.columns.rare.values.contains(where: \.isCut) }) else { return nil }
    return indices.first { position in kept(position) { $0.rare[$1]?.isCut ?? false } }.map(id)
  }
}

extension CommitList {
  /// The parents that the list lacks, by id.
  package var roots: [ObjectID] {
    var roots: Set<ObjectID> = []
    for position in indices { roots.formUnion(parentIDs(position).filter { !contains($0) }) }
    return roots.sorted()
  }
}

extension CommitList {
  /// A list of commits that are whole, children before parents.
  package init(_ commits: [Commit], reader: MessageReader) {
    self.init(commits, saying: reader.facts)
  }

  /// A list of commits that are whole, children before parents, with what their messages say.
  package init(_ commits: [Commit], saying facts: (Commit) -> MessageFacts) {
    var ancestry = Ancestry()
    var (full, columns): ([CommitColumns], CommitColumns) = ([], CommitColumns())
    var places: [Slot] = []
    var indexes: [Int32] = []
    for commit in commits {
      let index = ancestry.meet(commit.id).index
      indexes.append(index)
      ancestry.setRead(index, time: commit.committer.time.seconds)
      for parent in commit.parents { ancestry.addParent(ancestry.meet(parent).index, to: index) }
      places += Array(repeating: Slot.none, count: ancestry.count - places.count)
      if columns.isFull {
        full.append(columns)
        columns = CommitColumns()
      }
      places[Int(index)] = Slot(columns: full.count, row: columns.count)
      columns.append(
        tree: commit.tree, author: columns.index(of: commit.author.person),
        committer: columns.index(of: commit.committer.person), authored: commit.author.time.seconds,
        facts: facts(commit))
    }
    self.init(indexes, of: ancestry, columns: full + [columns], places: places)
  }
}
