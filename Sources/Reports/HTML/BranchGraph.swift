import ReleaseScope

/// The release branch as its commits are joined: the line of first parents, and what each merge on it brought.
///
/// - Complexity: Linear in the commits of the range.
struct BranchGraph {
  /// A commit of the first-parent line with what it brought, when it is a merge.
  struct Stop {
    let commit: CommitPosition
    /// In the range, oldest first.
    var brought: [CommitPosition] = []
    /// Where the oldest of them starts; `nil` where nothing was brought.
    var fork: Fork?
    /// Whether another parent is no commit of the range, so that something of the base was merged in.
    var takesBase = false

    var size: Int { 1 + brought.count }
  }

  enum Fork: Equatable {
    case base
    /// The number of the stop.
    case stop(Int)
    /// A commit that an older merge brought.
    case brought(CommitPosition)
  }

  let range: CommitList
  /// Oldest first.
  let stops: [Stop]
  /// How many commits of the range are not reachable from the head.
  let strays: Int

  /// - Parameter head: The release's commit, if it is in the range; else its newest commit is taken.
  /// - Returns: `nil` for a range without commits.
  init?(_ range: CommitList, head: ObjectID?) {
    guard !range.isEmpty else { return nil }
    self.range = range
    let line = Self.line(of: range, from: head.flatMap(range.position) ?? range.startIndex)
    var owners = [Int32](repeating: Self.none, count: range.count)
    for (number, commit) in line.enumerated() { owners[commit] = Int32(number) }
    var onLine = [Bool](repeating: false, count: range.count)
    for commit in line { onLine[commit] = true }
    var stops = line.map { Stop(commit: $0) }
    var pending: [CommitPosition] = []
    for number in stops.indices where range.isMerge(stops[number].commit) {
      let commit = stops[number].commit
      var parents = 1
      range.forEachParent(of: commit) { parent, place in
        guard place > 0 else { return }
        parents += 1
        if owners[parent] == Self.none { pending.append(parent) }
      }
      stops[number].takesBase = parents < range.parentIDs(commit).count
      while let next = pending.popLast() {
        guard owners[next] == Self.none else { continue }
        owners[next] = Int32(number)
        stops[number].brought.append(next)
        range.forEachParent(of: next) { parent, _ in if owners[parent] == Self.none { pending.append(parent) } }
      }
      stops[number].brought.sort(by: >)
      stops[number].fork = stops[number].brought.first.map { oldest in
        var fork = Fork.base
        range.forEachParent(of: oldest) { parent, place in
          guard place == 0 else { return }
          fork = onLine[parent] ? .stop(Int(owners[parent])) : .brought(parent)
        }
        return fork
      }
    }
    self.stops = stops
    strays = range.count - stops.reduce(0) { $0 + $1.size }
  }

  private static let none: Int32 = -1

  /// The first-parent line, oldest first.
  private static func line(of range: CommitList, from head: CommitPosition) -> [CommitPosition] {
    var line: [CommitPosition] = []
    var next: CommitPosition? = head
    while let commit = next {
      line.append(commit)
      next = nil
      range.forEachParent(of: commit) { parent, place in if place == 0 { next = parent } }
    }
    return line.reversed()
  }
}
