import Commits
import HeapModule

/// Finds the merge bases of many pairs of commits that lie near each other: a commit that several searches visit is
/// read once.
///
/// It ends as git's own search does, when nothing is left but ancestors of what it has found. With wrong clocks it may
/// find an ancestor of a merge base besides, or in its place.
struct MergeBaseSearch {
  /// What reaches a commit.
  private struct Marks: OptionSet {
    let rawValue: UInt8
    static let one = Marks(rawValue: 1)
    static let other = Marks(rawValue: 2)
    static let both: Marks = [.one, .other]
    /// A commit that both reach.
    static let common = Marks(rawValue: 4)
    static let queued = Marks(rawValue: 8)

    var reaching: Marks { intersection([.one, .other, .common]) }
  }

  private var ancestry = Ancestry()
  private let boundary: Set<ObjectID>
  private var marks: [Marks] = []
  private var marked: [Int32] = []
  private var queue = Heap<Visit>()
  /// How many commits of the queue no common one reaches.
  private var open = 0
  private var parents: [ObjectID] = []

  init(in repository: Repository) throws(GitError) {
    boundary = try repository.shallowBoundary()
  }

  /// The best common ancestors, in no promised order; none for unrelated commits.
  ///
  /// - Throws: ``GitError/Code/missingObject`` if a commit on the way is not here, or none was found before the end of
  ///   a shallow clone.
  mutating func mergeBases(
    of one: ObjectID, and other: ObjectID, in repository: Repository
  ) throws(GitError) -> [ObjectID] {
    defer {
      for index in marked { marks[Int(index)] = [] }
      marked.removeAll(keepingCapacity: true)
      queue = Heap()
      open = 0
    }
    try mark(ancestry.meet(one).index, .one, in: repository)
    try mark(ancestry.meet(other).index, .other, in: repository)
    var found: [Int32] = []
    var isCut = false
    while open > 0, let index = queue.popMax()?.index {
      marks[Int(index)].remove(.queued)
      if !marks[Int(index)].contains(.common) { open -= 1 }
      var reaching = marks[Int(index)].reaching
      if reaching == .both {
        found.append(index)
        reaching.insert(.common)
      }
      isCut = isCut || boundary.contains(ancestry.id(index))
      for slot in ancestry.slotsOfParents(index) { try mark(ancestry.parent(at: slot), reaching, in: repository) }
    }
    let best = found.filter { !marks[Int($0)].contains(.common) }
    guard !best.isEmpty || !isCut else {
      throw GitError(
        operation: "find the merge base of \(one) and \(other)", code: .missingObject,
        message: "some of the history is not here")
    }
    return best.map(ancestry.id)
  }

  /// Notes what reaches a commit, and queues the commit if that is news.
  private mutating func mark(_ index: Int32, _ reaching: Marks, in repository: Repository) throws(GitError) {
    while marks.count <= Int(index) { marks.append([]) }
    let before = marks[Int(index)]
    guard !before.isSuperset(of: reaching) else { return }
    if !ancestry.isRead(index) { try read(index, in: repository) }
    if before.isEmpty { marked.append(index) }
    marks[Int(index)].formUnion(reaching)
    let isOpen = !marks[Int(index)].contains(.common)
    if before.contains(.queued) {
      if !isOpen, !before.contains(.common) { open -= 1 }
    } else {
      marks[Int(index)].insert(.queued)
      if isOpen { open += 1 }
      queue.insert(Visit(time: ancestry.time(index), index: index))
    }
  }

  private mutating func read(_ index: Int32, in repository: Repository) throws(GitError) {
    let id = ancestry.id(index)
    parents.removeAll(keepingCapacity: true)
    guard let time = try repository.readTime(id, parents: &parents) else {
      throw GitError(operation: "read commit \(id)", code: .missingObject, message: "it is not here")
    }
    let isEnd = boundary.contains(id)
    let indexes = isEnd ? [] : parents.map { ancestry.meet($0).index }
    ancestry.setRead(index, time: time)
    for parent in indexes { ancestry.addParent(parent, to: index) }
  }

  /// A commit to visit: the newest is the greatest.
  private struct Visit: Comparable {
    let time: Int64
    let index: Int32

    static func < (left: Self, right: Self) -> Bool { (left.time, right.index) < (right.time, left.index) }
  }
}
