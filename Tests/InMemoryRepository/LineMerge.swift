/// The lines that git makes of two versions of a file and the one that both come from.
enum LineMerge {
  /// - Returns: `nil` for a conflict: both change the same lines, or lines that touch, and not in the same way.
  static func merge(_ base: [String], _ ours: [String], _ theirs: [String]) -> [String]? {
    if ours == theirs || theirs == base { return ours }
    if ours == base { return theirs }
    var left = LineDiff(base, ours).blocks[...]
    var right = LineDiff(base, theirs).blocks[...]
    var merged: [String] = []
    var next = 0
    func take(_ block: LineDiff.Block, of lines: [String]) {
      merged += base[next..<block.old.lowerBound] + lines[block.new]
      next = block.old.upperBound
    }
    while let mine = left.first, let other = right.first {
      if mine.old.upperBound < other.old.lowerBound {
        take(mine, of: ours)
        left.removeFirst()
      } else if other.old.upperBound < mine.old.lowerBound {
        take(other, of: theirs)
        right.removeFirst()
      } else if mine.old == other.old, ours[mine.new] == theirs[other.new] {
        take(mine, of: ours)
        left.removeFirst()
        right.removeFirst()
      } else {
        return nil
      }
    }
    for block in left { take(block, of: ours) }
    for block in right { take(block, of: theirs) }
    return merged + base[next...]
  }
}

extension FileTree {
  /// What git makes of one path of two trees and the one that both come from; conflicts are `nil`.
  static func merge(_ base: FileTree, _ ours: FileTree, _ theirs: FileTree, at path: String) -> MergedEntry? {
    let (base, ours, theirs) = (base.entries[path], ours.entries[path], theirs.entries[path])
    if ours == theirs || theirs == base { return MergedEntry(entry: ours) }
    if ours == base { return MergedEntry(entry: theirs) }
    guard let base = base?.lines, let ours = ours?.lines, let theirs = theirs?.lines else { return nil }
    return LineMerge.merge(base, ours, theirs).map { MergedEntry(entry: .file(FileLines($0))) }
  }

  /// `nil` in it for a path that neither has in the end.
  struct MergedEntry: Equatable {
    let entry: Entry?
  }
}
