import ReleaseScope

/// A picture of the release branch below the base, oldest commit first: its line of first parents, the branches that
/// merges brought, the reverts, and how many commits are left out, where.
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

  /// A commit, or the place of commits that are left out.
  struct Dot {
    let kind: String
    /// What it is, in words.
    let title: String
    let path: String
    /// What there is to see of it: the ticket's row, the commit's address, or the picture itself.
    let address: String
    let x: Int
    let y: Int
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

  /// - Returns: `nil` for a report that does not know how its commits are joined, and for a range without commits.
  init?(_ report: ScopeReport) {
    guard let graph = BranchGraph(report.commits.range, head: report.range.release.id) else { return nil }
    let kinds = CommitKinds(report)
    let range = graph.range
    let choice = BranchChoice(graph) { kinds.kind(of: range.id($0), isMerge: range.isMerge($0)).isTelling }
    var drawing = BranchDrawing(graph, choice, report, kinds)
    drawing.draw()
    let base = HTMLPage.clean(report.range.base.shownName)
    let release = HTMLPage.clean(report.range.release.shownName)
    width = max(drawing.end + 90, drawing.end + 24 + 8 * min(release.count, 60), 340)
    height = drawing.height
    lines = drawing.lines(width: width)
    dots = drawing.dots
    texts =
      [
        Text(x: 4, y: BranchDrawing.baseLane - 10, anchor: "start", text: base),
        Text(x: width - 4, y: BranchDrawing.baseLane - 10, anchor: "end", text: base),
        Text(x: drawing.end + 10, y: drawing.trunk + 20, anchor: "start", text: release),
      ] + drawing.texts
    let used = Set(dots.map(\.kind))
    legend =
      CommitKind.allCases.filter { used.contains($0.rawValue) }.map {
        Legend(kind: $0.rawValue, label: kinds.words($0), path: $0.path(x: 0, y: 0))
      } + drawing.legend
    caption = Self.caption(graph, shown: drawing.shown)
    label =
      "\(release) leaves \(base) and adds \(quantity(report.range.commits, "commit")); "
      + quantity(report.reverts.count, "revert")
  }

  private static func caption(_ graph: BranchGraph, shown: Int) -> String {
    let all = quantity(graph.range.count, "commit")
    var parts = [
      shown == graph.range.count
        ? "\(all), oldest first" : "\(shown) of \(all), oldest first: the newest, and those to look at"
    ]
    if graph.strays > 0 { parts.append("\(quantity(graph.strays, "commit")) not reachable from the branch left out") }
    return parts.joined(separator: "; ") + "."
  }
}
