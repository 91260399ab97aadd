import ReleaseScope

/// What the page of a report shows: clean texts, in the order in which they stand there.
struct HTMLPage {
  let title: String
  let verdict: String
  let verdictClass: String
  let verdictSign: String
  let sentence: String
  let counts: [Count]
  let unseen: [Unseen]
  let unseenMeans: String
  let findings: [Findings]
  let picture: BranchPicture?
  let states: [Choice]
  let rules: [Choice]
  let tickets: [Ticket]
  let lists: [List]
  let facts: [Fact]

  struct Count {
    let label: String
    let number: Int
    let tone: String
  }

  struct Fact {
    let label: String
    let text: String
  }

  struct Unseen {
    let message: String
    let advice: String
  }

  struct Choice {
    let value: String
    let label: String
    let number: Int
  }

  /// A commit, with its address where the policy has one.
  struct Reference {
    let short: String
    let subject: String
    let link: String?
    let author: String
    let date: String
  }

  struct List {
    let title: String
    let number: Int
    let items: [Item]

    struct Item {
      var commit: Reference?
      var note: String?
    }
  }

  init(_ report: ScopeReport) {
    let headline = Headline(report)
    let commits = CommitReferences(report)
    title = "\(Self.clean(headline.verdict)): \(Self.clean(report.range.release.shownName))"
    verdict = headline.verdict
    verdictClass = report.verdict.rawValue
    verdictSign =
      switch report.verdict {
      case .pass: "\u{2713}"
      case .fail: "\u{2717}"
      case .incomplete: "?"
      }
    sentence = Self.clean(headline.sentence)
    counts = Self.counts(report)
    unseen = report.incomplete.map { Unseen(message: Self.clean($0.message), advice: Self.clean($0.help)) }
    unseenMeans =
      switch report.verdict {
      case .fail: "More may be wrong than what was found."
      case .pass, .incomplete: "Nobody can tell what the verdict is until it is seen."
      }
    let summaries = Dictionary(report.tickets.map { ($0.key, $0.knownSummary ?? "") }) { first, _ in first }
    findings =
      FindingGroup.groups(of: report).map { Findings($0, commits, summaries) }
      + Findings.waived(report, commits, summaries)
    picture = BranchPicture(report)
    tickets = Ticket.all(report, commits)
    states = Self.choices(tickets.map { ($0.state, $0.delivered) })
    rules = Self.choices(tickets.flatMap { ticket in Set(ticket.findings.map(\.rule)).map { ($0, $0) } })
    lists = Self.lists(report, commits)
    facts = ReportFacts(report).facts.map { Fact(label: $0.label, text: Self.clean($0.text)) }
  }

  static func clean(_ text: String) -> String { BriefText.cleaned(text) }

  private static func counts(_ report: ScopeReport) -> [Count] {
    let counts = report.counts
    func count(_ label: String, _ number: Int, _ tone: String = "bad") -> Count {
      Count(label: label, number: number, tone: number == 0 ? "" : tone)
    }
    return [
      count("planned", report.manifest?.tickets ?? 0, ""), count("delivered", counts.delivered, ""),
      count("absent", counts.absent), count("unplanned", counts.unplanned),
      count("without a ticket", counts.untracked), count("errors", counts.errors),
      count("warnings", counts.warnings, "warn"), count("waived", counts.waived, ""),
    ]
  }

  /// One choice for each value, in the order of their labels.
  private static func choices(_ pairs: [(value: String, label: String)]) -> [Choice] {
    Dictionary(grouping: pairs, by: \.value).map { value, pairs in
      Choice(value: value, label: pairs[0].label, number: pairs.count)
    }.sorted { $0.label < $1.label }
  }
}

/// The commits that a report names, as the page shows them.
struct CommitReferences {
  private let report: ScopeReport

  init(_ report: ScopeReport) {
    self.report = report
  }

  func reference(_ id: ObjectID) -> HTMLPage.Reference {
    let summary = report.summary(of: id)
    return HTMLPage.Reference(
      short: id.abbreviated, subject: HTMLPage.clean(summary?.subject ?? "(not here)"),
      link: report.links.address(of: id), author: HTMLPage.clean(summary?.author ?? "unknown"),
      date: summary.map { "\($0.date.day)" } ?? "no date")
  }
}
