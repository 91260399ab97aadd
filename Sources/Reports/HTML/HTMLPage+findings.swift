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
    /// How many are told beside their tickets only.
    let left: Int
    let help: String?

    private static let mostOpen = 20
    /// Of findings about tickets: their rows have them all.
    private static let mostTickets = 50

    struct Item {
      let ticket: String?
      let title: String?
      let commit: Reference?
      let message: String?
      let advice: String?
      let waiver: String?
    }

    init(_ group: FindingGroup, _ commits: CommitReferences, _ titles: TicketTitles) {
      tone = group.severity.tone
      severity = group.severity.label
      title = group.rule.title
      rule = group.rule.rawValue
      number = group.findings.count
      isOpen = group.severity == .error && group.findings.count <= Self.mostOpen
      let shown = Self.shown(group.findings)
      items = shown.map {
        Item($0, commits, titles, saysMessage: group.sharedMessage == nil, shared: group.sharedHelp)
      }
      left = group.findings.count - shown.count
      help = group.sharedHelp.map { HTMLPage.clean($0.text) }
    }

    private init(waived: [Finding], _ commits: CommitReferences, _ titles: TicketTitles) {
      tone = ""
      severity = "ACCEPTED"
      title = "waived, or in the baseline"
      rule = "accepted"
      number = waived.count
      isOpen = false
      let shown = Self.shown(waived)
      items = shown.map { Item($0, commits, titles, saysMessage: true, shared: $0.help) }
      left = waived.count - shown.count
      help = nil
    }

    static func waived(_ report: ScopeReport, _ commits: CommitReferences, _ titles: TicketTitles) -> [Findings] {
      let waived = report.findings.filter { !$0.isOpen }
      return waived.isEmpty ? [] : [Findings(waived: waived, commits, titles)]
    }

    /// All findings that no ticket's row has, and the first of the others.
    private static func shown(_ findings: [Finding]) -> [Finding] {
      var tickets = 0
      return findings.filter { finding in
        if finding.ticket != nil { tickets += 1 }
        return finding.ticket == nil || tickets <= mostTickets
      }
    }
  }
}

extension HTMLPage.Findings.Item {
  /// - Parameter shared: Advice that is said elsewhere.
  init(_ finding: Finding, _ commits: CommitReferences, _ titles: TicketTitles, saysMessage: Bool, shared: Advice?) {
    ticket = finding.ticket.map(\.description)
    title = finding.ticket.flatMap { titles[$0] }.map(HTMLPage.clean)
    commit = finding.ticket == nil ? finding.commits.first.map(commits.reference) : nil
    message = saysMessage ? HTMLPage.clean(finding.ownMessage) : nil
    advice = finding.help == shared ? nil : HTMLPage.clean(finding.help.text)
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
