/// What people know commits by, in the order of their ids.
///
/// The commits of a range are looked up in the range when they are asked for, so that a report of a million of them
/// does not hold them twice.
package struct CommitSummaries: Sendable {
  private let commits: CommitList
  /// By position, whether a commit of the list is one of these.
  private var isNamed: [Bool]
  private var others: [ObjectID: CommitSummary]

  /// None of the commits of a list, as yet.
  package init(of commits: CommitList) {
    self.commits = commits
    isNamed = Array(repeating: false, count: commits.count)
    others = [:]
  }

  package init(_ summaries: [CommitSummary]) {
    self.init(of: CommitList([], reader: MessageReader(scanner: KeyScanner(projects: []))))
    for summary in summaries { add(summary) }
  }

  /// The commits of the range, with their parents; none for a report that was read from a file.
  package var range: CommitList { commits }

  /// Adds a commit of the list.
  ///
  /// - Returns: Whether it is one.
  package mutating func add(_ id: ObjectID) -> Bool {
    guard let position = commits.position(of: id) else { return false }
    isNamed[position] = true
    return true
  }

  /// Adds the commits of all evidence that are in the list.
  ///
  /// - Returns: The others.
  package mutating func add(_ evidence: EvidenceList) -> [ObjectID] {
    if evidence.forEachPosition(in: commits, { isNamed[$0] = true }) { return [] }
    var others: [ObjectID] = []
    for evidence in evidence {
      for id in [evidence.commit, evidence.via].compactMap(\.self) where !add(id) { others.append(id) }
    }
    return others
  }

  /// Adds a commit that is not in the list.
  package mutating func add(_ summary: CommitSummary) { others[summary.id] = summary }

  package subscript(id: ObjectID) -> CommitSummary? {
    if let position = commits.position(of: id), isNamed[position] { return summary(position) }
    return others[id]
  }

  private func summary(_ position: CommitPosition) -> CommitSummary {
    let commit = commits[position]
    return CommitSummary(
      id: commit.id, subject: commit.subject, author: commits.author(position).name,
      date: Instant(seconds: commits.authored(position)))
  }
}

extension CommitSummaries: Sequence {
  package struct Iterator: IteratorProtocol {
    private let summaries: CommitSummaries
    private var positions: ArraySlice<(id: ObjectID, position: CommitPosition)>
    private var others: ArraySlice<CommitSummary>

    fileprivate init(_ summaries: CommitSummaries) {
      self.summaries = summaries
      let commits = summaries.commits
      positions = commits.indices.filter { summaries.isNamed[$0] }.map { (commits.id($0), $0) }[...]
      positions.sort { $0.id < $1.id }
      others = summaries.others.values.sorted { $0.id < $1.id }[...]
    }

    package mutating func next() -> CommitSummary? {
      if let other = others.first, positions.first.map({ other.id < $0.id }) ?? true { return others.removeFirst() }
      return positions.popFirst().map { summaries.summary($0.position) }
    }
  }

  package func makeIterator() -> Iterator { Iterator(self) }
}

extension CommitSummaries: Equatable {
  package static func == (left: Self, right: Self) -> Bool { left.elementsEqual(right) }
}

extension CommitSummaries: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: CommitSummary...) { self.init(elements) }
}
