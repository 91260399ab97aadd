/// One verdict for a version that spans repositories, from the report of each.
///
/// A ticket is missing only if no report delivers it. What is said by some of the reports only ends in their names.
package struct ReportMerge {
  /// A report and the name that tells it from the others.
  package struct Part: Sendable {
    package let name: String
    package let report: ScopeReport

    package init(name: String, report: ScopeReport) {
      self.name = name
      self.report = report
    }
  }

  package let report: ScopeReport

  /// - Parameter version: What all must be of; `nil` for the version that they share.
  /// - Throws: ``Problem`` of kind `badData` when they do not belong together.
  package init(_ parts: [Part], version: VersionName? = nil) throws(Problem) {
    guard let first = parts.first else { throw Problem(.usage, "there is no report to merge", help: "name the files") }
    try Self.check(parts, version: version ?? first.report.version)
    let tickets = MergedTickets(parts.map(\.report))
    let findings = MergedFindings(parts, delivered: tickets.delivered).findings
    let reports = parts.map(\.report)
    var incomplete = Self.incomplete(parts)
    incomplete += Self.missingReports(parts, tickets.all)
    var merged = ScopeReport(
      verdict: Verdict(findings, unseen: incomplete), version: first.report.version, stage: first.report.stage,
      range: Self.range(reports), manifest: reports.lazy.compactMap(\.manifest).first,
      tickets: tickets.all, findings: findings, incomplete: incomplete)
    merged.parts = parts.flatMap { part in
      part.report.parts.isEmpty
        ? [
          ReportPart(
            name: part.name, verdict: part.report.verdict, range: part.report.range, policy: part.report.policy)
        ] : part.report.parts
    }
    merged.dates = reports.lazy.compactMap(\.dates).first
    merged.links.ticket = first.report.links.ticket
    merged.untracked = reports.flatMap(\.untracked).unique
    merged.exempt = reports.flatMap(\.exempt)
    merged.reverts = reports.flatMap(\.reverts)
    merged.alreadyOnBase = reports.flatMap(\.alreadyOnBase)
    merged.otherKeys = Dictionary(grouping: reports.flatMap(\.otherKeys), by: \.key)
      .map { OtherKey(key: $0, commits: $1.flatMap(\.commits).unique) }.sorted { $0.key < $1.key }
    merged.remarks = parts.flatMap { part in part.report.remarks.map { "\(part.name): \($0)" } }
    merged.commits = CommitSummaries(reports.reversed().flatMap(\.commits))
    merged.counts = Counts(merged.tickets, findings, untracked: merged.untracked.count)
    report = merged
  }

  private static func check(_ parts: [Part], version: VersionName?) throws(Problem) {
    guard let version else {
      throw Problem(.badData, "'\(parts[0].name)' names no version", help: "check it again with --version")
    }
    var manifest: (name: String, digest: String)?
    var repositories: [String: String] = [:]
    for part in parts {
      guard part.report.version == version else {
        let other = part.report.version.map { "of version '\($0)'" } ?? "of no version"
        throw Problem(
          .badData, "'\(part.name)' is a report \(other), not of '\(version)'", help: "merge reports of one version")
      }
      guard part.report.stage == parts[0].report.stage else {
        throw Problem(
          .badData,
          "'\(part.name)' judges the stage '\(part.report.stage.rawValue)', '\(parts[0].name)' "
            + "'\(parts[0].report.stage.rawValue)'", help: "check all with the same --stage")
      }
      if let digest = part.report.manifest?.digest {
        if let manifest, manifest.digest != digest {
          throw Problem(
            .badData,
            "'\(manifest.name)' and '\(part.name)' compare with different manifests (\(manifest.digest), \(digest))",
            help: "give every repository the same manifest, and check again")
        }
        manifest = (part.name, digest)
      }
      if let repository = part.report.repository, let first = repositories.updateValue(part.name, forKey: repository) {
        throw Problem(
          .badData, "'\(first)' and '\(part.name)' are both reports of the repository '\(repository)'",
          help: "leave the older one out")
      }
    }
  }

  private static func range(_ reports: [ScopeReport]) -> RangeSummary {
    func name(_ end: KeyPath<RangeSummary, RangeEnd>) -> String {
      reports.map { $0.range[keyPath: end].name }.unique.joined(separator: ", ")
    }
    return RangeSummary(
      base: RangeEnd(name: name(\.base), id: nil), release: RangeEnd(name: name(\.release), id: nil),
      commits: reports.reduce(0) { $0 + $1.range.commits }, merges: reports.reduce(0) { $0 + $1.range.merges })
  }

  private static func incomplete(_ parts: [Part]) -> [Incompleteness] {
    parts.flatMap { part in
      part.report.incomplete.map {
        Incompleteness(reason: $0.reason, message: "\(part.name): \($0.message)", help: $0.help)
      }
    }
  }

  /// Repositories that tickets of the version are for, where the reports say which repositories they are of.
  private static func missingReports(_ parts: [Part], _ tickets: [TicketReport]) -> [Incompleteness] {
    let known = Set(parts.compactMap(\.report.repository))
    guard !known.isEmpty, parts.allSatisfy({ $0.report.parts.isEmpty }) else { return [] }
    let planned = tickets.filter(\.isPlanned)
    let wanted = Set(planned.flatMap(\.repositories)).subtracting(known).sorted()
    return wanted.map { repository in
      let keys = planned.filter { $0.repositories.contains(repository) }.map(\.key.description)
      let more = keys.count > 3 ? " and \(keys.count - 3) more" : ""
      return Incompleteness(
        reason: .missingReport,
        message: "no report is of '\(repository)', which \(keys.prefix(3).joined(separator: ", "))\(more) "
          + "\(keys.count == 1 ? "is" : "are") planned for",
        help: "check that repository, and merge its report as well")
    }
  }
}

extension Array where Element: Hashable {
  /// The elements, each once, in the order in which they first come.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
