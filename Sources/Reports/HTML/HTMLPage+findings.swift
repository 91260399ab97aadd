import ReleaseScope

extension HTMLPage {
  /// The findings of one rule.
  struct Findings {
    let tone: String
    let severity: String
    let title: String
    let rule: String
    let number: Int
    let isOpen: Bool
    let items: [Item]
    let help: String?

    private static let mostOpen = 20

    struct Item {
      let ticket: String?
      let summary: String?
      let commit: Reference?
      let message: String?
      let advice: String?
      let waiver: String?
    }

    init(_ group: FindingGroup, _ commits: CommitReferences, _ summaries: [TicketKey: String]) {
      tone = group.severity.tone
      severity = group.severity.label
      title = group.rule.title
      rule = group.rule.rawValue
      number = group.findings.count
      isOpen = group.severity == .error && group.findings.count <= Self.mostOpen
      items = group.findings.map {
        Item($0, commits, summaries, saysMessage: group.sharedMessage == nil, shared: group.sharedHelp)
      }
      help = group.sharedHelp.map(HTMLPage.clean)
    }

    private init(waived: [Finding], _ commits: CommitReferences, _ summaries: [TicketKey: String]) {
      tone = ""
      severity = "ACCEPTED"
      title = "waived, or in the baseline"
      rule = "accepted"
      number = waived.count
      isOpen = false
      items = waived.map { Item($0, commits, summaries, saysMessage: true, shared: $0.help) }
      help = nil
    }

    static func waived(
      _ report: ScopeReport, _ commits: CommitReferences, _ summaries: [TicketKey: String]
    ) -> [Findings] {
      let waived = report.findings.filter { !$0.isOpen }
      return waived.isEmpty ? [] : [Findings(waived: waived, commits, summaries)]
    }
  }
}

extension HTMLPage.Findings.Item {
  /// - Parameter shared: Advice that is said elsewhere.
  init(
    _ finding: Finding, _ commits: CommitReferences, _ summaries: [TicketKey: String], saysMessage: Bool,
    shared: String?
  ) {
    ticket = finding.ticket.map(\.description)
    summary = finding.ticket.flatMap { summaries[$0] }.map(HTMLPage.clean)
    commit = finding.ticket == nil ? finding.commits.first.map(commits.reference) : nil
    message = saysMessage ? HTMLPage.clean(finding.ownMessage) : nil
    advice = finding.help == shared ? nil : HTMLPage.clean(finding.help)
    waiver = finding.acceptance.map(HTMLPage.clean)
  }
}

extension Severity {
  /// The class of the page's style.
  var tone: String {
    switch self {
    case .error: "bad"
    case .warning: "warn"
    case .note, .off: ""
    }
  }
}
