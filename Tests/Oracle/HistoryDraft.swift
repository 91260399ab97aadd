import Fuzzing
import InMemoryRepository
import ReleaseScope

/// A history while it is made: the commits so far, the branches, and what was done, in words.
struct HistoryDraft {
  /// How many commits there may be: one bit each.
  private static let room = 120

  let mode: HistoryMode
  let repository = InMemoryRepository()
  var world = World()
  private(set) var nodes: [Node] = []
  var branches: [Branch] = []
  /// What was done, one line each.
  private(set) var story: [String] = []
  private var clock: Int64 = 1_780_000_000
  private var requests = 10

  init(_ mode: HistoryMode) {
    self.mode = mode
  }

  var isFull: Bool { nodes.count >= Self.room }

  mutating func tell(_ line: String) { story.append(line) }

  mutating func nextRequest() -> Int {
    requests += 1
    return requests
  }

  func tip(of branch: Int) -> Node { nodes[branches[branch].tip] }

  /// Commits on a branch.
  ///
  /// - Parameter author: Who made the change at first, and when; somebody, now, if it is new.
  mutating func commit(
    _ kind: Node.Kind, on branch: Int, _ message: String, _ state: World.State, merging others: [Int] = [],
    title: String? = nil, request: Int? = nil, author: Signature? = nil, isKeyless: Bool = false
  ) {
    clock += 60
    let people = [Person(name: "Dana", email: "dana@example.com"), Person(name: "Ines", email: "ines@example.com")]
    let author = author ?? Signature(people[nodes.count % 2], at: Instant(seconds: clock))
    let parents = (nodes.isEmpty ? [] : [branches[branch].tip]) + others
    let id = repository.commit(
      message, world.tree(state), parents: parents.map { nodes[$0].id }, author: author,
      committer: Signature(people[0], at: Instant(seconds: clock)))
    let ancestors = parents.reduce(UInt128(1) << UInt128(nodes.count)) { $0 | nodes[$1].ancestors }
    nodes.append(
      Node(
        kind: kind, id: id, parents: parents, ancestors: ancestors, state: state, message: message, title: title,
        request: request, author: author, isKeyless: isKeyless))
    branches[branch].tip = nodes.count - 1
  }

  /// The state from which two commits come; of several such commits, what merging them gives.
  ///
  /// - Returns: `nil` where merging those is a conflict.
  func mergeBase(_ left: UInt128, _ right: UInt128) -> World.State? {
    let bases = mergeBases(left, right)
    guard let first = bases.first else { return world.start }
    var (state, ancestors) = (nodes[first].state, nodes[first].ancestors)
    for base in bases.dropFirst() {
      guard let older = mergeBase(ancestors, nodes[base].ancestors),
        let merged = World.merge(older, state, nodes[base].state)
      else { return nil }
      (state, ancestors) = (merged, ancestors | nodes[base].ancestors)
    }
    return state
  }

  /// The commits from which two come, oldest first.
  func mergeBases(_ left: UInt128, _ right: UInt128) -> [Int] {
    let common = left & right
    return nodes.indices.filter { node in
      common >> UInt128(node) & 1 == 1
        && !nodes.indices.contains { $0 > node && common >> UInt128($0) & 1 == 1 && nodes[$0].reaches(node) }
    }
  }

  /// What a commit made of its first parent.
  func before(_ node: Int) -> World.State { nodes[node].parents.first.map { nodes[$0].state } ?? world.start }

  /// The tickets whose lines a commit changes.
  func tickets(changedBy node: Int) -> [Int] {
    let (old, new) = (before(node), nodes[node].state)
    return Set(new.indices.filter { old[$0] != new[$0] }.map { world.owners[$0] }).sorted()
  }

  /// Of a revert, a re-land or a pick, the commit that it is about in the end; else the commit itself.
  func origin(of node: Int) -> Int {
    switch nodes[node].kind {
    case .revert(let other), .reland(let other), .pick(let other): origin(of: other)
    case .work, .squash, .merge, .nothing, .start: node
    }
  }
}
