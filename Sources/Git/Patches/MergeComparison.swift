import Commits

/// Where a merge has neither of what its parents have.
///
/// Folders are read only where the merge's differs from that of every parent, so most merges end at once.
struct MergeComparison {
  /// A path at which a merge differs from all of its parents.
  struct Difference: Sendable {
    let path: String
    /// `nil` if the merge has nothing there.
    let merge: TreeItem?
    /// In the order of the parents; `nil` where one has nothing there.
    let parents: [TreeItem?]
  }

  /// In git's order.
  private(set) var differences: [Difference] = []
  private let repository: Repository

  /// - Throws: ``GitError/Code/missingObject`` if a tree is not here.
  init(_ merge: ObjectID, parents: [ObjectID], in repository: Repository) throws(GitError) {
    self.repository = repository
    guard !parents.contains(merge) else { return }
    try compare(merge, parents, under: "")
  }

  private mutating func compare(
    _ merge: ObjectID?, _ parents: [ObjectID?], under folder: String
  ) throws(GitError) {
    var cursors = [try TreeCursor(merge, in: repository)]
    for parent in parents { cursors.append(try TreeCursor(parent, in: repository)) }
    var isHere = [Bool](repeating: false, count: cursors.count)
    while true {
      if try Self.passOver(cursors) { continue }
      guard let first = Self.first(cursors) else { return }
      for place in cursors.indices { isHere[place] = cursors[place].isAtPlace(of: first) }
      func item(_ place: Int) -> TreeItem? { isHere[place] ? cursors[place].item : nil }
      let merge = item(0)
      if !(1..<cursors.count).contains(where: { item($0) == merge }) {
        try add(first.name, merge, (1..<cursors.count).map(item), under: folder)
      }
      for place in cursors.indices where isHere[place] { try cursors[place].advance() }
    }
  }

  /// Goes on behind an entry of the merge that one of the parents has the same, if no parent has another before it.
  private static func passOver(_ cursors: [TreeCursor]) throws(GitError) -> Bool {
    let merge = cursors[0]
    var isSame = false
    var isBehind = InlineArray<8, Bool>(repeating: false)
    guard cursors.count <= isBehind.count else { return false }
    for place in 1..<cursors.count {
      switch merge.order(beside: cursors[place]) {
      case .same: (isSame, isBehind[place]) = (true, true)
      case .different: isBehind[place] = true
      case .before: break
      case .after, nil: if cursors[place].isAtEnd { break } else { return false }
      }
    }
    guard isSame else { return false }
    for place in 1..<cursors.count where isBehind[place] { try cursors[place].advance() }
    try merge.advance()
    return true
  }

  /// The cursor whose entry comes first in git's order; `nil` when all are at the end.
  private static func first(_ cursors: [TreeCursor]) -> TreeCursor? {
    var first: TreeCursor?
    for cursor in cursors where !cursor.isAtEnd {
      if let best = first, !cursor.isBefore(best) { continue }
      first = cursor
    }
    return first
  }

  /// Adds one path, or what differs below it. Of items at the same place all are trees, or none is.
  private mutating func add(
    _ name: String, _ merge: TreeItem?, _ parents: [TreeItem?], under folder: String
  ) throws(GitError) {
    let path = folder + name
    let isTree = merge?.isTree ?? parents.contains { $0?.isTree == true }
    if isTree {
      try compare(merge?.id, parents.map { $0?.id }, under: "\(path)/")
    } else {
      differences.append(Difference(path: path, merge: merge, parents: parents))
    }
  }
}

/// An entry of a tree that is read from its start to its end.
private final class TreeCursor {
  private let tree: TreeObject
  private var entry: TreeObject.Entry?
  /// `nil` at the end.
  var item: TreeItem? { if let entry { tree.item(entry) } else { nil } }
  var isAtEnd: Bool { entry == nil }
  /// Of the entry; empty at the end.
  var name: String { if let entry { tree.name(entry) } else { "" } }

  init(_ id: ObjectID?, in repository: Repository) throws(GitError) {
    tree = try TreeObject(id, in: repository)
    try read(at: 0)
  }

  func advance() throws(GitError) {
    if let end = entry?.end { try read(at: end) }
  }

  private func read(at place: Int) throws(GitError) {
    entry = try tree.entry(at: place)
  }

  func isBefore(_ other: TreeCursor) -> Bool { order(beside: other) == .before }

  func isAtPlace(of other: TreeCursor) -> Bool {
    if self === other { return true }
    return switch order(beside: other) {
    case .same, .different: true
    case .before, .after, nil: false
    }
  }

  func order(beside other: TreeCursor) -> TreeObject.Order? {
    guard let entry, let otherEntry = other.entry else { return nil }
    return tree.order(of: entry, beside: otherEntry, of: other.tree)
  }
}
