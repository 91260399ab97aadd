import ReleaseScope

extension HTMLPage {
  /// The numbers of the head. Those of the planned tickets add up to what is planned.
  struct Numbers {
    /// `nil` where nobody knows what is planned.
    let planned: Number?
    let parts: [Number]
    let others: [Number]
    /// What was found, as a sentence.
    let found: String

    init(_ report: ScopeReport) {
      let isPlanKnown = report.manifest != nil
      var counts: [TicketOutcome: Int] = [:]
      for ticket in report.tickets { counts[TicketOutcome(ticket), default: 0] += 1 }
      func number(_ outcome: TicketOutcome) -> Number? {
        counts[outcome].map {
          Number(
            number: $0, label: outcome.word(isPlanKnown: isPlanKnown), tone: outcome.tone, target: outcome.rawValue,
            isGroup: true)
        }
      }
      parts = isPlanKnown ? TicketOutcome.planned.compactMap(number) : []
      planned =
        isPlanKnown
        ? Number(number: parts.reduce(0) { $0 + $1.number }, label: "planned", target: "tickets", isGroup: true) : nil
      var others = [TicketOutcome.tooMany, .takenOut, .aside].compactMap(number)
      if report.counts.untracked > 0 {
        let label = report.counts.untracked == 1 ? "commit without a ticket" : "commits without a ticket"
        let target = report.toldUntracked.isEmpty ? "untracked" : "rule-untracked-commit"
        others.append(
          Number(number: report.counts.untracked, label: label, tone: "bad", target: target, isGroup: false))
      }
      self.others = others
      found = Self.found(report)
    }

    private static func found(_ report: ScopeReport) -> String {
      let notes = report.findings.count { $0.isOpen && $0.severity == .note }
      let parts = [(report.counts.errors, "error"), (report.counts.warnings, "warning"), (notes, "note")]
        .filter { $0.0 > 0 }.map { quantity($0.0, $0.1) }
      let accepted = report.counts.waived + report.counts.known
      return (parts + (accepted > 0 ? ["\(accepted) accepted"] : [])).joined(separator: ", ")
    }
  }

  struct Number {
    let number: Int
    let label: String
    var tone = ""
    /// The part of the page that has what it counts.
    let target: String
    /// Whether it counts tickets, which are then shown without the others.
    let isGroup: Bool
  }

  /// Which project and version it is, when it is planned, and what was looked at.
  static func about(_ report: ScopeReport) -> [String] {
    var parts: [String] = []
    if let repository = report.repository { parts.append(repository) }
    let projects = Set(report.tickets.filter(\.isPlanned).map(\.key.project.text)).sorted()
    if !projects.isEmpty {
      parts.append("\(projects.count == 1 ? "project" : "projects") \(enumeration(projects))")
    }
    if let dates = report.dates { parts.append(dates.words) }
    if report.parts.isEmpty {
      let range = report.range
      parts.append("\(range.release.shownName) into \(range.base.shownName)")
      parts.append(quantity(range.commits, "commit") + (Self.days(report).map { " \($0)" } ?? ""))
    } else {
      parts.append(enumeration(report.parts.map(\.name)))
    }
    return parts
  }

  /// From the oldest to the newest day of the range's commits.
  private static func days(_ report: ScopeReport) -> String? {
    let range = report.commits.range
    guard !range.isEmpty else { return nil }
    var (first, last) = (Int64.max, Int64.min)
    for position in range.indices {
      let time = range.authored(position)
      (first, last) = (min(first, time), max(last, time))
    }
    let (from, to) = (Instant(seconds: first).day, Instant(seconds: last).day)
    return from.number == to.number ? "of \(from)" : "of \(from) to \(to)"
  }

  /// The words of the page, for those who read one for the first time.
  static func terms(_ report: ScopeReport, outcomes: [TicketOutcome], hasProcess: Bool) -> [Fact] {
    let isPlanKnown = report.manifest != nil
    let range = report.range
    let groups = outcomes.map {
      Fact(label: $0.word(isPlanKnown: isPlanKnown), text: $0.meaning(isPlanKnown: isPlanKnown))
    }
    let release = clean(range.release.shownName)
    let base = clean(range.base.shownName)
    return [
      Fact(label: "release", text: "the commits that \(release) has and \(base) has not"),
      Fact(label: "planned", text: "the tickets that the version lists, by the manifest on the base"),
    ] + groups + [
      Fact(label: "error", text: "fails the check; a warning and a note do not"),
      Fact(label: "accepted", text: "found, and allowed by somebody, with a reason: a waiver, or the baseline"),
      Fact(label: "PASS", text: "everything that was needed was seen, and there is no error"),
      Fact(label: "FAIL", text: "there is at least one error"),
      Fact(label: "INCOMPLETE", text: "something that was needed could not be seen, so nobody can tell"),
    ]
  }
}

extension ScopeReport {
  /// The commits without a ticket that an open finding names.
  var toldUntracked: Set<ObjectID> {
    Set(findings.filter { $0.isOpen && $0.rule == .untrackedCommit && $0.commits.count == 1 }.map { $0.commits[0] })
  }
}

extension VersionDates {
  /// `planned 2026-11-02 to 2026-11-30`.
  var words: String {
    switch (start, release) {
    case (let start?, let release?): "planned \(start) to \(release)"
    case (nil, let release?): "planned for \(release)"
    case (let start?, nil): "planned from \(start)"
    case (nil, nil): "planned"
    }
  }
}
