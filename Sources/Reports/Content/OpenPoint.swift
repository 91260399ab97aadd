import ReleaseScope

/// An open finding that people have to do with, by what it is about.
struct OpenPoint: Hashable {
  let rule: RuleID
  /// A ticket's key, the start of a commit's id, or `*` for the release.
  let subject: String

  /// Each once, in the order of the report.
  static func all(in report: ScopeReport) -> [OpenPoint] {
    var seen: Set<OpenPoint> = []
    return report.findings.filter { $0.isOpen && $0.severity < .note }
      .map { OpenPoint(rule: $0.rule, subject: $0.subject.label ?? "*") }.filter { seen.insert($0).inserted }
  }
  /// The rules as they come first, each with all its subjects in their order.
  static func byRule(_ points: [OpenPoint]) -> [(rule: RuleID, subjects: [String])] {
    var order: [RuleID] = []
    var subjects: [RuleID: [String]] = [:]
    for point in points {
      if subjects[point.rule] == nil { order.append(point.rule) }
      subjects[point.rule, default: []].append(point.subject)
    }
    return order.map { ($0, subjects[$0] ?? []) }
  }
}
