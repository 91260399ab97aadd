import ReleaseScope

/// Lays out the picture of a branch: columns from left to right in the order of the branch, the base's line above, the
/// branch's below, and between them the branches that were merged.
struct BranchDrawing {
  static let baseLane = 24
  static let start = 64
  static let step = 26
  static let laneStep = 26
  static let mostLanes = 6
  static let linePath = "M-9 0h18"

  let graph: BranchGraph
  let choice: BranchChoice
  let report: ScopeReport
  let kinds: CommitKinds
  /// Where each commit that is drawn is.
  private(set) var places: [CommitPosition: (x: Int, y: Int)] = [:]
  /// Lane 0 is the branch's own.
  private(set) var columns: [CommitPosition: (column: Int, lane: Int)] = [:]
  private(set) var gaps: [(column: Int, stops: ClosedRange<Int>)] = []
  private(set) var sides: [Side] = []
  private(set) var laneCount = 0
  private(set) var dots: [BranchPicture.Dot] = []
  private(set) var texts: [BranchPicture.Text] = []
  /// The last column's right end.
  private(set) var end = 0

  /// A branch that a merge brought.
  struct Side {
    let stop: Int
    let brought: [CommitPosition]
    /// The columns of its first mark and of its merge.
    let first: Int
    let merge: Int
    let left: Int
    /// Where it starts, when that is drawn.
    var fork: Int?
    var isFromBase: Bool
    var lane = 0
  }

  init(_ graph: BranchGraph, _ choice: BranchChoice, _ report: ScopeReport, _ kinds: CommitKinds) {
    self.graph = graph
    self.choice = choice
    self.report = report
    self.kinds = kinds
  }

  /// The y of the branch's own line.
  var trunk: Int { Self.baseLane + (laneCount + 1) * Self.laneStep + 14 }

  var height: Int { trunk + (report.reverts.isEmpty && gaps.isEmpty ? 34 : 60) }

  /// How many commits are drawn.
  var shown: Int { columns.count }

  mutating func draw() {
    placeColumns()
    placeLanes()
    for (commit, place) in columns {
      places[commit] = (x(place.column), y(place.lane))
    }
    drawDots()
  }

  func x(_ column: Int) -> Int { Self.start + column * Self.step }

  func y(_ lane: Int) -> Int { trunk - lane * Self.laneStep }

  private mutating func placeColumns() {
    var next = 0
    for piece in choice.pieces {
      switch piece {
      case .gap(let stops):
        gaps.append((next, stops))
        next += 1
      case .stop(let number, let brought):
        let stop = graph.stops[number]
        let first = next
        let left = stop.brought.count - brought.count
        if left > 0 { next += 1 }
        for commit in brought {
          columns[commit] = (next, 0)
          next += 1
        }
        columns[stop.commit] = (next, 0)
        if !stop.brought.isEmpty {
          sides.append(
            Side(stop: number, brought: brought, first: first, merge: next, left: left, isFromBase: stop.fork == .base))
        }
        next += 1
      }
    }
    end = x(next) - Self.step / 2
  }

  /// Gives each side the lowest lane that is free from where it starts to its merge.
  private mutating func placeLanes() {
    var ends: [Int] = []
    for place in sides.indices {
      let fork = forkColumn(of: graph.stops[sides[place].stop])
      var lane = ends.firstIndex { $0 <= (fork ?? sides[place].first - 1) }
      if lane == nil, ends.count < Self.mostLanes {
        ends.append(0)
        lane = ends.count - 1
      }
      if lane != nil {
        sides[place].fork = fork
      } else {
        // Where it starts is too far back to be drawn without crossing others: it comes out of nowhere, dashed.
        lane = ends.indices.min { ends[$0] < ends[$1] }
        sides[place].isFromBase = false
      }
      sides[place].lane = (lane ?? 0) + 1
      ends[sides[place].lane - 1] = sides[place].merge
      for commit in sides[place].brought { columns[commit]?.lane = sides[place].lane }
    }
    laneCount = ends.count
  }

  private func forkColumn(of stop: BranchGraph.Stop) -> Int? {
    switch stop.fork {
    case .stop(let number): columns[graph.stops[number].commit]?.column
    case .brought(let commit): columns[commit]?.column
    case .base, nil: nil
    }
  }

  private mutating func drawDots() {
    for piece in choice.pieces {
      guard case .stop(let number, let brought) = piece else { continue }
      if let side = sides.first(where: { $0.stop == number }), side.left > 0 {
        drawGap(at: side.first, lane: side.lane, commits: leftOut(of: side))
      }
      for commit in brought + [graph.stops[number].commit] { drawDot(commit) }
    }
    for gap in gaps {
      let stops = graph.stops[gap.stops]
      drawGap(at: gap.column, lane: 0, commits: stops.flatMap { $0.brought + [$0.commit] })
    }
    dots.sort { ($0.x, $0.y) < ($1.x, $1.y) }
  }

  private func leftOut(of side: Side) -> [CommitPosition] {
    let drawn = Set(side.brought)
    return graph.stops[side.stop].brought.filter { !drawn.contains($0) }
  }

  private mutating func drawDot(_ commit: CommitPosition) {
    guard let place = places[commit] else { return }
    let range = graph.range
    let id = range.id(commit)
    let kind = kinds.kind(of: id, isMerge: range.isMerge(commit))
    let written = range[commit]
    let day = Instant(seconds: range.authored(commit)).day
    let title = "\(id.abbreviated) \(written.subject) (\(written.author.name), \(day); \(kinds.words(kind)))"
    let address = kinds.ticket(of: id).map { "#\($0)" } ?? report.links.address(of: id) ?? "#branch"
    dots.append(
      BranchPicture.Dot(
        kind: kind.rawValue, title: HTMLPage.clean(title), path: kind.path(x: place.x, y: place.y), address: address,
        x: place.x, y: place.y))
  }

  private mutating func drawGap(at column: Int, lane: Int, commits: [CommitPosition]) {
    let (x, y) = (x(column), y(lane))
    var counts: [CommitKind: Int] = [:]
    for commit in commits {
      counts[kinds.kind(of: graph.range.id(commit), isMerge: graph.range.isMerge(commit)), default: 0] += 1
    }
    let parts = CommitKind.allCases.compactMap { kind in counts[kind].map { "\($0) \(kinds.words(kind))" } }
    dots.append(
      BranchPicture.Dot(
        kind: "gap", title: "\(quantity(commits.count, "commit")) not drawn: \(parts.joined(separator: ", "))",
        path: Self.gapPath(x: x, y: y), address: "#branch", x: x, y: y))
    texts.append(
      BranchPicture.Text(x: x, y: lane == 0 ? y + 20 : y - 8, anchor: "middle", text: "\(commits.count)"))
  }

  /// Three points.
  static func gapPath(x: Int, y: Int) -> String {
    [-6, 0, 6].map { "M\(x + $0 - 2) \(y)a2 2 0 1 0 4 0a2 2 0 1 0 -4 0z" }.joined()
  }
}
