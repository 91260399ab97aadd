import ReleaseScope

/// A small picture of the release branch beside the base, oldest commit first, with the reverts drawn.
///
/// It is schematic: commits stand in the order of their dates, and of many only the newest and those that reverts are
/// about.
struct BranchPicture {
  let width: Int
  let height: Int
  let label: String
  let caption: String
  let lines: [Line]
  let dots: [Dot]
  let texts: [Text]
  let legend: [Legend]

  struct Line {
    let kind: String
    let path: String
  }

  struct Dot {
    let kind: String
    let title: String
    let path: String
  }

  struct Text {
    let x: Int
    let y: Int
    let anchor: String
    let text: String
  }

  struct Legend {
    let kind: String
    let label: String
    let path: String
  }

  static let most = 40
  private static let baseLane = 32
  private static let releaseLane = 96
  private static let start = 84
  private static let step = 22

  /// - Returns: `nil` for a range without commits that the report names.
  init?(_ report: ScopeReport) {
    let kinds = CommitKinds(report)
    let shown = Self.shown(report, kinds)
    guard !shown.isEmpty else { return nil }
    let places = Dictionary(shown.enumerated().map { ($1.id, Self.start + $0 * Self.step) }) { first, _ in first }
    let end = Self.start + shown.count * Self.step
    let base = HTMLPage.clean(report.range.base.shownName)
    let release = HTMLPage.clean(report.range.release.shownName)
    width = max(end + 90, end + 24 + 8 * release.count, 340)
    height = Self.releaseLane + (report.reverts.isEmpty ? 34 : 62)
    dots = shown.map { commit in
      let kind = kinds[commit.id] ?? .planned
      return Dot(
        kind: kind.rawValue, title: HTMLPage.clean("\(commit.id.abbreviated) \(commit.subject) (\(kind.words))"),
        path: kind.path(x: places[commit.id] ?? 0, y: Self.releaseLane))
    }
    lines = Self.lanes(end: end, width: width, isMerged: report.range.merge != nil) + Self.links(report, places)
    texts = [
      Text(x: 4, y: Self.baseLane - 12, anchor: "start", text: base),
      Text(x: end + 8, y: Self.releaseLane + 20, anchor: "start", text: release),
    ]
    let used = Set(shown.compactMap { kinds[$0.id] })
    legend = CommitKind.allCases.filter(used.contains).map {
      Legend(kind: $0.rawValue, label: $0.words, path: $0.path(x: 0, y: 0))
    }
    let all = report.range.commits
    let merges = report.range.merges
    let others = quantity(all - merges, "commit")
    caption =
      (shown.count < all - merges
        ? "\(shown.count) of \(others): the newest, and reverts with what they undo"
        : "\(others), oldest first") + (merges > 0 ? "; \(quantity(merges, "merge")) left out." : ".")
    label = "\(release) leaves \(base) and adds \(quantity(all, "commit")); \(quantity(report.reverts.count, "revert"))"
  }

  private static func shown(_ report: ScopeReport, _ kinds: CommitKinds) -> [CommitSummary] {
    let known = report.commits.filter { kinds[$0.id] != nil }.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    guard known.count > most else { return known }
    let reverts = Set(report.reverts.flatMap { [$0.commit] + $0.undoes.prefix(2) }.suffix(most / 2))
    let newest = Set(known.suffix(most - reverts.count).map(\.id))
    return known.filter { newest.contains($0.id) || reverts.contains($0.id) }
  }

  private static func lanes(end: Int, width: Int, isMerged: Bool) -> [Line] {
    [
      Line(kind: "lane", path: "M4 \(baseLane)H\(width - 4)"),
      Line(
        kind: "lane",
        path: "M\(start - 56) \(baseLane)C\(start - 28) \(baseLane) \(start - 44) \(releaseLane) \(start - 14) "
          + "\(releaseLane)H\(end)"),
      Line(
        kind: isMerged ? "lane" : "merge",
        path: "M\(end) \(releaseLane)C\(end + 30) \(releaseLane) \(end + 14) \(baseLane) \(end + 44) \(baseLane)"),
    ]
  }

  /// Arcs from reverts to what they undo, below the branch or up to the base, and from picked commits to the base.
  private static func links(_ report: ScopeReport, _ places: [ObjectID: Int]) -> [Line] {
    var lines: [Line] = []
    for revert in report.reverts {
      guard let from = places[revert.commit] else { continue }
      for undone in revert.undoes {
        guard let to = places[undone] else { continue }
        let depth = releaseLane + 12 + min(44, abs(from - to) / 3)
        lines.append(
          Line(
            kind: "revert",
            path: "M\(from) \(releaseLane + 7)C\(from) \(depth) \(to) \(depth) \(to) \(releaseLane + 9)"
              + "m-4 5l4 -5l4 5"))
      }
      if !revert.outside.isEmpty {
        lines.append(
          Line(kind: "revert", path: "M\(from) \(releaseLane - 7)V\(baseLane + 3)m-4 5l4 -5l4 5"))
      }
    }
    for match in report.alreadyOnBase {
      guard let place = places[match.commit] else { continue }
      lines.append(Line(kind: "picked", path: "M\(place) \(releaseLane - 7)V\(baseLane)"))
    }
    return lines
  }
}
