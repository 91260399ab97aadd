import Commits

/// The lines that a change of a file adds and those that it removes, wherever they are; lines of blanks left out.
struct ChangedLines {
  struct Line {
    let line: LineCounts.Line
    /// How many more of them the file has on this side of the change.
    let count: Int
    /// How many it has on the other side.
    let others: Int
  }

  let added: [Line]
  let removed: [Line]

  /// - Complexity: Linear; what both texts begin and end with is only looked through for the lines that differ.
  init(from old: [UInt8], to new: [UInt8]) {
    let common = CommonLines(old, new)
    let (start, end) = (common.start, common.end)
    let (before, after) = (
      LineCounts(old, in: start..<(old.count - end)), LineCounts(new, in: start..<(new.count - end))
    )
    let (more, less) = (after.surplus(over: before), before.surplus(over: after))
    var shared: [LineCounts.Line: Int] = [:]
    for line in more.keys where !line.isBlank { shared[line] = 0 }
    for line in less.keys where !line.isBlank { shared[line] = 0 }
    if !shared.isEmpty {
      for range in [0..<start, (old.count - end)..<old.count] {
        LineCounts.forEachLine(of: old, in: range) { line in
          if let place = shared.index(forKey: line) { shared.values[place] += 1 }
        }
      }
    }
    func lines(_ surplus: LineCounts.Surplus, besides other: LineCounts) -> [Line] {
      surplus.compactMap { line, count in
        shared[line].map { Line(line: line.alone, count: count, others: other[line] + $0) }
      }
    }
    added = lines(more, besides: before)
    removed = lines(less, besides: after)
  }
}
