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
    let start = Self.commonStart(old, new)
    let end = Self.commonEnd(old, new, behind: start)
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

  /// How many bytes of whole lines both begin with.
  private static func commonStart(_ old: [UInt8], _ new: [UInt8]) -> Int {
    let (old, new) = (old.span, new.span)
    let most = min(old.count, new.count)
    var place = 0
    while place <= most - 8, old.word(at: place) == new.word(at: place) { place += 8 }
    while place < most, old[place] == new[place] { place += 1 }
    while place > 0, old[place - 1] != UInt8(ascii: "\n") { place -= 1 }
    return place
  }

  /// How many bytes of whole lines both end with.
  private static func commonEnd(_ old: [UInt8], _ new: [UInt8], behind start: Int) -> Int {
    let (old, new) = (old.span, new.span)
    let most = min(old.count, new.count) - start
    var count = 0
    while count <= most - 8, old.word(at: old.count - count - 8) == new.word(at: new.count - count - 8) { count += 8 }
    while count < most, old[old.count - count - 1] == new[new.count - count - 1] { count += 1 }
    // The first of these lines may only end as another one does.
    let line = old.index(of: UInt8(ascii: "\n"), from: old.count - count)
    return max(0, old.count - line - 1)
  }
}
