import Commits

/// What git makes of the parents of a merge by itself, from one of their merge bases, path by path.
///
/// Where git could have made something else than is known here, as where it follows files that were moved, the merge
/// gets the benefit of the doubt.
struct AutomaticMerge {
  /// Of how many files that one side removes and the other changes each is looked at.
  private static let mostRemoved = 256

  private let repository: Repository
  private let merge: ObjectID
  private let parents: [ObjectID]
  private let base: ObjectID?
  private var basePaths: TreePaths
  /// What each parent changes; empty until it is needed.
  private var sides: [[String: TreeChange]] = []
  /// By side: what it removes and the other one changes.
  private var removed: [[(old: TreeItem, other: TreeItem)]] = []
  private var texts: [ObjectID: LineCounts?] = [:]

  /// - Parameters: All are trees.
  ///   - base: `nil` if there is none.
  init(of merge: ObjectID, _ parents: [ObjectID], base: ObjectID?, in repository: Repository) {
    self.merge = merge
    self.parents = parents
    self.base = base
    self.repository = repository
    basePaths = TreePaths(base, in: repository)
  }

  /// Whether it explains what the merge has at a path: by that, or by a conflict, which somebody had to resolve.
  ///
  /// - Throws: ``GitError/Code/missingObject`` if a tree or a file is not here.
  mutating func explains(_ difference: MergeComparison.Difference) throws(GitError) -> Bool {
    let base = try basePaths.item(at: difference.path)
    guard difference.parents.count == 2 else {
      guard difference.parents.count(where: { $0 != base }) <= 1 else { return true }
      return base == nil ? try isMoved(difference) : false
    }
    let (ours, theirs) = (difference.parents[0], difference.parents[1])
    switch (base, ours, theirs) {
    case (_, nil, nil): return try isMoved(difference)
    case (nil, let only?, nil): return try isMoved(only, on: 0, andChangedInto: difference.merge)
    case (nil, nil, let only?): return try isMoved(only, on: 1, andChangedInto: difference.merge)
    case (nil, let ours?, let theirs?): return ours != theirs
    case (let base?, nil, let other?), (let base?, let other?, nil): return other != base
    case (let base?, let ours?, let theirs?): return try canGive(difference.merge, base, ours, theirs)
    }
  }

  /// Whether merging three items gives `result`, contents and mode each for itself, or a conflict.
  private func canGive(
    _ result: TreeItem?, _ base: TreeItem, _ ours: TreeItem, _ theirs: TreeItem
  ) throws(GitError) -> Bool {
    guard let mode = Self.changed(base.mode, ours.mode, theirs.mode) else { return true }
    if let result, result.mode != mode { return false }
    if let id = Self.changed(base.id, ours.id, theirs.id) { return result?.id == id }
    guard base.isFile, ours.isFile, theirs.isFile else { return true }
    return try FileMerge.canGive(
      result?.id, repository.blob(base.id), repository.blob(ours.id), repository.blob(theirs.id))
  }

  /// What one side made of something that the other left alone; `nil` if both changed it, in other ways.
  private static func changed<Value: Equatable>(_ base: Value, _ ours: Value, _ theirs: Value) -> Value? {
    ours == theirs || theirs == base ? ours : ours == base ? theirs : nil
  }

  /// Whether a file that neither side has there is one that a side added or changed elsewhere, and that is gone from
  /// there: git moves files along with a folder that the other side moved.
  private mutating func isMoved(_ difference: MergeComparison.Difference) throws(GitError) -> Bool {
    guard let item = difference.merge else { return false }
    try readSides()
    let name = Self.name(difference.path)
    var paths = TreePaths(merge, in: repository)
    for change in sides.flatMap(\.values) {
      guard let new = change.new, new.id == item.id || Self.name(change.path) == name,
        try paths.item(at: change.path) == nil
      else { continue }
      if new.id == item.id { return true }
      if try resemble(new, item) { return true }
    }
    return false
  }

  /// Whether a file that one side alone has there is one that it moved and that the other side changed where it was.
  private mutating func isMoved(
    _ item: TreeItem, on side: Int, andChangedInto merge: TreeItem?
  ) throws(GitError) -> Bool {
    try readSides()
    guard removed[side].count <= Self.mostRemoved else { return true }
    for (old, other) in removed[side] where try resemble(old, item) {
      if try canGive(merge, old, item, other) { return true }
    }
    return false
  }

  /// Whether a good part of the lines of either file is in the other.
  private mutating func resemble(_ item: TreeItem, _ other: TreeItem) throws(GitError) -> Bool {
    guard item.isFile, other.isFile, let text = try lines(item.id), let otherText = try lines(other.id) else {
      return false
    }
    return text.count(in: otherText) * 3 >= max(text.total, otherText.total)
  }

  private mutating func lines(_ id: ObjectID) throws(GitError) -> LineCounts? {
    if let known = texts[id] { return known }
    if texts.count >= 2 * Self.mostRemoved { texts.removeAll() }
    let lines = LineCounts(try repository.blob(id))
    texts[id] = lines
    return lines
  }

  private mutating func readSides() throws(GitError) {
    guard sides.isEmpty else { return }
    for parent in parents {
      let changes = try TreeComparison(base, parent, in: repository).changes
      sides.append(Dictionary(changes.map { ($0.path, $0) }) { first, _ in first })
    }
    guard sides.count == 2 else { return }
    removed = sides.indices.map { side in
      sides[side].values.compactMap { change in
        guard change.new == nil, let old = change.old, old.isFile, let other = sides[1 - side][change.path]?.new,
          other.isFile
        else { return nil }
        return (old, other)
      }
    }
  }

  private static func name(_ path: String) -> Substring { path.split(separator: "/").last ?? "" }
}
