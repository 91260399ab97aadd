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

  /// Whether all that `part` changes is changed here, whatever else is.
  func contains(_ part: Change) -> Bool {
    part.lines.allSatisfy { path, lines in self.lines[path]?.contains(lines) ?? false }
  }
}

/// The lines of one path that a change takes out and puts in.
struct ChangedLines {
  let removed: [String]
  let added: [String]

  init(_ old: FileTree.Entry?, _ new: FileTree.Entry?) {
    let (old, new) = (old?.lines ?? [], new?.lines ?? [])
    let blocks = LineDiff(old, new).blocks
    removed = blocks.flatMap { old[$0.old] }
    added = blocks.flatMap { new[$0.new] }
  }

  func contains(_ part: ChangedLines) -> Bool {
    Set(removed).isSuperset(of: part.removed) && Set(added).isSuperset(of: part.added)
  }
}
