import ReleaseScope

extension BranchDrawing {
  /// The lines, those behind first.
  func lines(width: Int) -> [BranchPicture.Line] {
    let base = Self.baseLane
    let first = x(0)
    let last = end + 4
    var lines = [
      BranchPicture.Line(kind: "lane", path: "M4 \(base)H\(width - 4)"),
      BranchPicture.Line(
        kind: "lane",
        path: "M\(first - 52) \(base)C\(first - 26) \(base) \(first - 40) \(trunk) \(first - 12) \(trunk)"
          + (gaps.first?.column == 0 ? "" : "H\(first)")),
      BranchPicture.Line(
        kind: report.range.merge != nil ? "lane" : "merge",
        path: "M\(last) \(trunk)C\(last + 30) \(trunk) \(last + 14) \(base) \(last + 44) \(base)"),
    ]
    var from = first
    for gap in gaps {
      let x = x(gap.column)
      if x > from { lines.append(BranchPicture.Line(kind: "lane", path: "M\(from) \(trunk)H\(x - 10)")) }
      from = x + 10
    }
    lines.append(BranchPicture.Line(kind: "lane", path: "M\(from) \(trunk)H\(last)"))
    return lines + sides.flatMap(sideLines) + mergesOfBase + reverts + picks
  }

  private func sideLines(_ side: Side) -> [BranchPicture.Line] {
    let (y, first, merge) = (y(side.lane), x(side.first), x(side.merge))
    let last = merge - Self.step
    var lines = [
      BranchPicture.Line(
        kind: "lane",
        path: "M\(first) \(y)H\(last)C\(last + 14) \(y) \(merge - 12) \(trunk) \(merge) \(trunk)")
    ]
    if side.isFromBase {
      let base = Self.baseLane
      lines.append(
        BranchPicture.Line(
          kind: "lane", path: "M\(first - 26) \(base)C\(first - 10) \(base) \(first - 16) \(y) \(first) \(y)"))
    } else if let fork = side.fork {
      let from = (x: x(fork), y: forkLane(side))
      lines.append(
        BranchPicture.Line(
          kind: "lane",
          path: "M\(from.x) \(from.y)C\(from.x + 14) \(from.y) \(from.x + 8) \(y) \(from.x + 24) \(y)H\(first)"))
    } else {
      lines.append(BranchPicture.Line(kind: "stub", path: "M\(first - 16) \(y)H\(first)"))
    }
    return lines
  }

  private func forkLane(_ side: Side) -> Int {
    switch graph.stops[side.stop].fork {
    case .brought(let commit): places[commit]?.y ?? trunk
    case .stop, .base, nil: trunk
    }
  }

  /// From the base to the merges that took something of it.
  private var mergesOfBase: [BranchPicture.Line] {
    graph.stops.compactMap { stop in
      guard stop.takesBase, let place = places[stop.commit] else { return nil }
      let base = Self.baseLane
      return BranchPicture.Line(
        kind: "lane",
        path: "M\(place.x - 24) \(base)C\(place.x - 6) \(base) \(place.x - 12) \(trunk) \(place.x) \(trunk)")
    }
  }

  /// Arcs from reverts to what they undo: to the merge alone where that stands for what it brought.
  private var reverts: [BranchPicture.Line] {
    var lines: [BranchPicture.Line] = []
    for revert in report.reverts {
      guard let from = place(of: revert.commit) else { continue }
      let undone = Set(revert.undoes.compactMap { graph.range.position(of: $0) }.filter { places[$0] != nil })
      let brought = Set(sides.filter { undone.contains(graph.stops[$0.stop].commit) }.flatMap(\.brought))
      for target in undone.subtracting(brought).sorted() {
        if let to = places[target] { lines.append(Self.arc(from: from, to: to, trunk: trunk)) }
      }
      if !revert.outside.isEmpty {
        lines.append(
          BranchPicture.Line(kind: "revert", path: "M\(from.x) \(from.y - 7)V\(Self.baseLane + 3)m-4 5l4 -5l4 5"))
      }
    }
    return lines
  }

  private static func arc(
    from: (x: Int, y: Int), to: (x: Int, y: Int), trunk: Int
  ) -> BranchPicture.Line {
    if from.y == trunk, to.y == trunk {
      let depth = trunk + 14 + min(36, abs(from.x - to.x) / 4)
      return BranchPicture.Line(
        kind: "revert",
        path: "M\(from.x) \(from.y + 7)C\(from.x) \(depth) \(to.x) \(depth) \(to.x) \(to.y + 9)m-4 5l4 -5l4 5")
    }
    let top = min(from.y, to.y) - 20
    return BranchPicture.Line(
      kind: "revert",
      path: "M\(from.x) \(from.y - 7)C\(from.x) \(top) \(to.x) \(top) \(to.x) \(to.y - 9)m-4 -5l4 5l4 -5")
  }

  private var picks: [BranchPicture.Line] {
    report.alreadyOnBase.compactMap { match in
      place(of: match.commit).map {
        BranchPicture.Line(kind: "picked", path: "M\($0.x) \($0.y - 7)V\(Self.baseLane)")
      }
    }
  }

  private func place(of id: ObjectID) -> (x: Int, y: Int)? { graph.range.position(of: id).flatMap { places[$0] } }

  /// What lines and marks mean that are no commits.
  var legend: [BranchPicture.Legend] {
    var legend: [BranchPicture.Legend] = []
    if dots.contains(where: { $0.kind == "gap" }) {
      legend.append(BranchPicture.Legend(kind: "gap", label: "so many left out", path: Self.gapPath(x: 0, y: 0)))
    }
    let kinds = Set(reverts.map(\.kind) + picks.map(\.kind))
    if kinds.contains("revert") {
      legend.append(BranchPicture.Legend(kind: "revert", label: "undoes", path: Self.linePath))
    }
    if kinds.contains("picked") {
      legend.append(BranchPicture.Legend(kind: "picked", label: "the same on the base", path: Self.linePath))
    }
    if sides.contains(where: { $0.fork == nil && !$0.isFromBase }) {
      legend.append(BranchPicture.Legend(kind: "stub", label: "began earlier", path: Self.linePath))
    }
    if report.range.merge == nil {
      legend.append(BranchPicture.Legend(kind: "merge", label: "not merged yet", path: Self.linePath))
    }
    return legend
  }
}
