import Commits

/// What is kept of the commits that one side has, while a walk goes on.
final class KeptCommits {
  /// What is read of a commit.
  enum Detail {
    /// Its date and its parents.
    case links
    /// All that a check asks for.
    case message(MessageReader)
  }

  let detail: Detail
  /// How many commits were added.
  private(set) var count = 0
  private var columns: [CommitColumns] = []
  private var writer: CommitWriter?
  /// By index in the walk's graph, as far as there are any.
  private var places: [CommitList.Slot] = []

  init(_ detail: Detail) {
    self.detail = detail
  }

  func contains(_ index: Int32) -> Bool { Int(index) < places.count && places[Int(index)] != .none }

  /// Keeps a commit of columns that were read in one.
  ///
  /// - Parameter columns: What ``add(_:)-columns`` gave for them.
  func add(_ index: Int32, columns: Int, row: Int) {
    makeRoom(for: index)
    places[Int(index)] = CommitList.Slot(columns: columns, row: row)
    count += 1
  }

  /// Takes columns that were read in one; some of their commits may never be kept.
  ///
  /// - Returns: Their number.
  func add(_ columns: CommitColumns) -> Int {
    // The open columns have the number after the closed ones.
    if let writer = writer.take() { self.columns.append(writer.finished()) }
    self.columns.append(columns)
    return self.columns.count - 1
  }

  private func makeRoom(for index: Int32) {
    guard places.count <= Int(index) else { return }
    places.append(contentsOf: repeatElement(.none, count: Int(index) + 1 - places.count))
  }

  /// Keeps a commit.
  ///
  /// - Parameter links: What was read of `bytes`, which are the commit object.
  func add(_ index: Int32, _ bytes: Span<UInt8>, _ links: CommitLinks, isMerge: Bool) {
    makeRoom(for: index)
    count += 1
    switch detail {
    case .links: places[Int(index)] = CommitList.Slot(columns: 0, row: 0)
    case .message(let reader):
      let writer = self.writer ?? CommitWriter(reader)
      places[Int(index)] = CommitList.Slot(columns: columns.count, row: writer.count)
      writer.add(bytes, links, isMerge: isMerge)
      self.writer = writer.isFull ? nil : writer
      if writer.isFull { columns.append(writer.finished()) }
    }
  }

  /// Forgets a commit.
  func remove(_ index: Int32) {
    if contains(index) { places[Int(index)] = .none }
  }

  /// - Parameter indexes: Commits that are kept, children before parents.
  func list(_ indexes: [Int32], of ancestry: Ancestry) -> CommitList {
    CommitList(indexes, of: ancestry, columns: columns + (writer.map { [$0.columns] } ?? []), places: places)
  }
}
