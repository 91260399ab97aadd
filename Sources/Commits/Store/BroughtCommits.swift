/// What a release brought to the line of the base on which it was merged, perhaps several times.
///
/// Of what came to the line since before the oldest of the release's merges, a commit belongs to the commit of the line
/// that reached it first. Those that came by a merge of the release are the release's; those that came by other commits
/// of the line are not, even if a later merge of the release reaches them too.
package struct BroughtCommits: Sendable {
  /// What the release brought, its merges included; in the order of the list.
  package let commits: CommitList
  /// What others brought.
  package let others: CommitList

  private enum Owner: UInt8 {
    case none
    case release
    case other
  }

  /// - Parameters:
  ///   - list: What the line has, and what was before the oldest merge of the release has not.
  ///   - top: The newest commit of the line.
  ///   - merges: For each merge of the release, the commits whose history it brought: later parents.
  ///   - end: What ships: what came to the line between the release's last merge before it and itself counts as well.
  ///     `nil` where the merges alone count, as does a commit that is not on the line.
  /// - Complexity: Linear in the list.
  package init(_ list: CommitList, top: ObjectID, merges: [ObjectID: [ObjectID]], upTo end: ObjectID?) {
    let line = Self.line(list, from: top)
    let last = Self.afterLastMerge(line.map(list.id), merges, upTo: end)
    var owners = [Owner](repeating: .none, count: list.count)
    func give(_ starts: [CommitPosition], to owner: Owner) {
      var pending = starts
      while let next = pending.popLast() {
        guard owners[next] == .none else { continue }
        owners[next] = owner
        list.forEachParent(of: next) { parent, _ in pending.append(parent) }
      }
    }
    // Oldest first, so that all that a line commit's first parent has is taken when its own turn comes.
    for place in line.indices.reversed() {
      let position = line[place]
      let tips = merges[list.id(position)]
      if let tips, !last.contains(place) {
        give(tips.compactMap(list.position), to: .release)
        give([position], to: .other)
        owners[position] = .release
      } else {
        give([position], to: last.contains(place) ? .release : .other)
      }
    }
    commits = list.filtered { owners[$0] == .release }
    others = list.filtered { owners[$0] != .release }
  }

  /// The positions of the first-parent line, newest first.
  private static func line(_ list: CommitList, from top: ObjectID) -> [CommitPosition] {
    var line: [CommitPosition] = []
    var next = list.position(of: top)
    while let position = next {
      line.append(position)
      next = nil
      list.forEachParent(of: position) { parent, place in if place == 0 { next = parent } }
    }
    return line
  }

  /// The places on the line that stand above the last merge below `end`, up to `end`.
  private static func afterLastMerge(
    _ line: [ObjectID], _ merges: [ObjectID: [ObjectID]], upTo end: ObjectID?
  ) -> Range<Int> {
    guard let end = end.flatMap(line.firstIndex(of:)),
      let merge = line[end...].firstIndex(where: { merges[$0] != nil })
    else { return 0..<0 }
    return end..<merge
  }
}
