import ReleaseProcess
import ReleaseScope

/// What the page of a report shows: clean texts, in the order in which they stand there.
struct HTMLPage {
  let title: String
  let verdict: String
  let verdictClass: String
  let verdictSign: String
  let sentence: String
  /// Project, dates and branch, in short pieces.
  let about: [String]
  let numbers: Numbers
  let unseen: [Unseen]
  let unseenMeans: String
  let findings: [Findings]
  let rules: [Choice]
  let groups: [TicketGroupRows]
  let picture: BranchPicture?
  let process: ReleaseProcess?
  let lists: [List]
  let facts: [Fact]
  let terms: [Fact]

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
    /// For links to it.
    let id: String?
    let number: Int
    let items: [Item]

    struct Item {
      var commit: Reference?
      var note: String?
    }
  }

  init(_ report: ScopeReport, process: ReleaseProcess? = nil) {
    let headline = Headline(report)
    let commits = CommitReferences(report)
    let titles = TicketTitles(report)
    verdict = headline.verdict
    verdictClass = report.verdict.rawValue
    verdictSign =
      switch report.verdict {
      case .pass: "\u{2713}"
      case .fail: "\u{2717}"
      case .incomplete: "?"
      }
    sentence = Self.clean(PlainSentence(report).text)
    title = "\(Self.clean(headline.verdict)): \(sentence)"
    about = Self.about(report).map(Self.clean)
    numbers = Numbers(report)
    unseen = report.incomplete.map { Unseen(message: Self.clean($0.message), advice: Self.clean($0.help.text)) }
    unseenMeans =
      switch report.verdict {
      case .fail: "More may be wrong than what was found."
      case .pass, .incomplete: "Nobody can tell what the verdict is until it is seen."
      }
    findings =
      FindingGroup.groups(of: report).map { Findings($0, commits, titles) }
      + Findings.waived(report, commits, titles)
    groups = TicketGroupRows.all(report, commits, titles)
    rules = Self.rules(groups)
    picture = BranchPicture(report)
    self.process = process
    lists = Self.lists(report, commits)
    // The head has the numbers of the scope.
    facts = ReportFacts(report).facts.filter { $0.label != "scope" }
      .map { Fact(label: $0.label, text: Self.clean($0.text)) }
    terms = Self.terms(report, outcomes: groups.map(\.outcome), hasProcess: process != nil)
  }

  static func clean(_ text: String) -> String { BriefText.cleaned(text) }

  /// One choice for each rule that something was found by, in the order of their names.
  private static func rules(_ groups: [TicketGroupRows]) -> [Choice] {
    var counts: [String: Int] = [:]
    for ticket in groups.flatMap(\.tickets) {
      for rule in ticket.rules { counts[rule, default: 0] += 1 }
    }
    return counts.map { Choice(value: $0, label: $0, number: $1) }.sorted { $0.label < $1.label }
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
