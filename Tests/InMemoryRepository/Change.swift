import ReleaseScope

/// What became of one tree on the way to another. Its patches are made when they are asked for.
final class Change {
  let old: FileTree
  let new: FileTree
  let paths: [String]

  private(set) lazy var patch = Patch(from: old, to: new, paths: paths)
  private(set) lazy var inversePatch = Patch(from: new, to: old, paths: paths)
  private(set) lazy var lines: [String: ChangedLines] = Dictionary(
    uniqueKeysWithValues: paths.map { ($0, ChangedLines(old.entries[$0], new.entries[$0])) })

  init(from old: FileTree, to new: FileTree) {
    self.old = old
    self.new = new
    paths = new.changedPaths(from: old)
  }

  var isEmpty: Bool { paths.isEmpty }

  /// Whether it has all that `part` changes: at each of its paths it ends with the same, or changes the same lines. It
  /// may change further paths.
  func contains(_ part: Change) -> Bool {
    part.paths.allSatisfy { path in
      guard let own = lines[path] else { return false }
      return new.entries[path] == part.new.entries[path] || own == part.lines[path]
    }
  }

  /// Whether it has at a path what was there before another change, or takes away the lines that the other one added
  /// and brings back those that it removed; and no others where there were none.
  func takesBack(_ other: Change, at path: String) -> Bool {
    guard let done = other.lines[path], let undone = lines[path] else { return false }
    if new.entries[path] == other.old.entries[path] { return true }
    guard !(done.added.isEmpty && done.removed.isEmpty) else { return false }
    guard undone.removed.have(done.added), undone.added.have(done.removed) else { return false }
    return !done.removed.isEmpty || undone.added.isEmpty
  }

  /// What a tree has of the change at a path: the lines that were added and removed tell.
  ///
  /// - Returns: `nil` if no line can tell.
  func remains(at path: String, in tree: FileTree) -> Remains? {
    let now = tree.entries[path]
    if now == new.entries[path] { return .all }
    if now == old.entries[path] { return Remains.none }
    let (before, after) = (LineCounts(old.entries[path]), LineCounts(new.entries[path]))
    let here = LineCounts(now)
    let (added, removed) = (here.have(after, besides: before), here.have(before, besides: after))
    guard let added else { return removed?.inverse }
    // Where all the old lines are, too, the new ones may be others that read the same.
    guard added == Remains.none else { return added == .all && removed == .all ? .some : added }
    // Lines that took no other's place may be gone by work that came after.
    guard let removed else { return nil }
    return removed == .all ? Remains.none : .replaced
  }

  /// Whether two trees have the same file at a path, or the lines of the change as often, and some that it added.
  func isSame(at path: String, in left: FileTree, and right: FileTree) -> Bool {
    if left.entries[path] == right.entries[path] { return true }
    let changed = ChangedLines(old.entries[path], new.entries[path])
    let (left, right) = (left.entries[path]?.lines ?? [], right.entries[path]?.lines ?? [])
    guard changed.added.isEmpty || changed.added.contains(where: left.contains) else { return false }
    return (changed.added + changed.removed).allSatisfy { line in
      left.count { $0 == line } == right.count { $0 == line }
    }
  }
}

/// The lines of one path that a change takes out and puts in.
struct ChangedLines: Equatable {
  let removed: [String]
  let added: [String]

  init(_ old: FileTree.Entry?, _ new: FileTree.Entry?) {
    let (old, new) = (old?.lines ?? [], new?.lines ?? [])
    let blocks = LineDiff(old, new).blocks
    removed = blocks.flatMap { old[$0.old] }
    added = blocks.flatMap { new[$0.new] }
  }
}

extension [String] {
  /// Whether all of `others` are among these, as often.
  fileprivate func have(_ others: [String]) -> Bool {
    var counts: [String: Int] = [:]
    for line in self { counts[line, default: 0] += 1 }
    for line in others {
      guard let count = counts[line], count > 0 else { return false }
      counts[line] = count - 1
    }
    return true
  }
}

/// How often a file has each line. Lines of blanks are left out.
private struct LineCounts {
  private var counts: [String: Int] = [:]

  init(_ entry: FileTree.Entry?) {
    for line in entry?.lines ?? [] where !line.allSatisfy(\.isWhitespace) { counts[line, default: 0] += 1 }
  }

  /// Whether the lines are here that `text` has and `other` lacks; or, if there are none, those of which it has more.
  ///
  /// - Returns: `nil` if there are no such lines.
  func have(_ text: LineCounts, besides other: LineCounts) -> Remains? {
    let surplus = text.counts.filter { $0.value > other.counts[$0.key] ?? 0 }
    let own = surplus.filter { other.counts[$0.key] == nil }
    var (there, wanted) = (0, 0)
    for (line, count) in own.isEmpty ? surplus : own {
      let before = other.counts[line] ?? 0
      there += max(0, min((counts[line] ?? 0) - before, count - before))
      wanted += count - before
    }
    guard wanted > 0 else { return nil }
    return there == wanted ? .all : there == 0 ? Remains.none : .some
  }
}
