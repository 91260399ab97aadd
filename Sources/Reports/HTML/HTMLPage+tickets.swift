import ReleaseScope

extension HTMLPage {
  /// The tickets with one outcome.
  struct TicketGroupRows {
    let outcome: TicketOutcome
    let title: String
    let meaning: String
    let isOpen: Bool
    /// By key.
    let tickets: [Ticket]

    /// Above this, what is as planned is closed at first.
    private static let mostQuiet = 50
    private static let mostTelling = 200

    static func all(_ report: ScopeReport, _ commits: CommitReferences, _ titles: TicketTitles) -> [Self] {
      let isPlanKnown = report.manifest != nil
      let tickets = Ticket.all(report, commits, titles)
      return TicketOutcome.allCases.compactMap { outcome in
        guard let tickets = tickets[outcome] else { return nil }
        let most =
          switch outcome {
          case .missing, .tooMany, .takenOut, .takenBack, .inPart: mostTelling
          case .onBase, .delivered: mostQuiet
          case .aside: 0
          }
        return Self(
          outcome: outcome, title: outcome.word(isPlanKnown: isPlanKnown),
          meaning: outcome.meaning(isPlanKnown: isPlanKnown), isOpen: tickets.count <= most, tickets: tickets)
      }
    }
  }

  /// One ticket: what is found about it, and the commits that show what is delivered.
  struct Ticket {
    let key: String
    let tracker: String?
    let tone: String
    let rules: [String]
    let title: String
    /// `2 errors, 1 note`, after what became of it where the group does not say; `nil` for nothing.
    let found: String?
    /// Errors before warnings before notes, for sorting.
    let weight: Int
    let commitCount: Int
    let status: String
    let assignee: String
    let findings: [Found]
    let evidence: [Piece]
    let mentions: [Reference]

    struct Found {
      let tone: String
      let severity: String
      let message: String
      let rule: String
      let advice: String
      let waiver: String?
    }

    /// A commit, and where in it the key is.
    struct Piece {
      let commit: Reference
      let isUndone: Bool
      let place: String
      let note: String?
    }

    fileprivate static func all(
      _ report: ScopeReport, _ commits: CommitReferences, _ titles: TicketTitles
    ) -> [TicketOutcome: [Ticket]] {
      let found = Dictionary(grouping: report.findings.filter { $0.ticket != nil }) { $0.ticket }
      let reverts = Dictionary(
        report.reverts.filter(\.isInEffect).flatMap { revert in
          (revert.undoes + revert.undoesInPart).map { ($0, revert.commit) }
        }
      ) { first, _ in first }
      let onBase = Dictionary(report.alreadyOnBase.map { ($0.commit, $0) }) { first, _ in first }
      var all: [TicketOutcome: [Ticket]] = [:]
      for ticket in report.tickets {
        let row = Ticket(
          ticket, titles[ticket], found[ticket.key] ?? [], report.links.address(of: ticket.key),
          pieces: ticket.evidence.map { evidence in
            Piece(evidence, commits, revert: reverts[evidence.commit], match: onBase[evidence.commit])
          }, mentions: ticket.mentions.map(commits.reference))
        all[TicketOutcome(ticket), default: []].append(row)
      }
      return all
    }

    private init(
      _ ticket: TicketReport, _ title: String?, _ found: [Finding], _ tracker: String?, pieces: [Piece],
      mentions: [Reference]
    ) {
      let outcome = TicketOutcome(ticket)
      let open = found.filter(\.isOpen)
      key = ticket.key.description
      self.tracker = tracker
      tone = open.map(\.severity).min()?.tone ?? ""
      rules = Set(found.map(\.rule)).sorted().map(\.rawValue)
      self.title = HTMLPage.clean(title ?? "")
      let isOutcomeClear = outcome != .aside && !(outcome == .tooMany && ticket.state == .partlyReverted)
      let words = (isOutcomeClear ? [] : [ticket.state.words]) + Self.counted(open)
      self.found = words.isEmpty ? nil : words.joined(separator: ", ")
      weight = [Severity.error, .warning, .note].reduce(0) { weight, severity in
        weight * 1_000 + min(999, open.count { $0.severity == severity })
      }
      commitCount = ticket.evidence.count
      status = HTMLPage.clean(ticket.status ?? "")
      assignee = HTMLPage.clean(ticket.assignee ?? "")
      findings = found.map(Found.init)
      evidence = pieces
      self.mentions = mentions
    }

    private static func counted(_ findings: [Finding]) -> [String] {
      [(Severity.error, "error"), (.warning, "warning"), (.note, "note")].compactMap { severity, noun in
        let count = findings.count { $0.severity == severity }
        return count == 0 ? nil : quantity(count, noun)
      }
    }
  }
}

extension HTMLPage.Ticket.Found {
  init(_ finding: Finding) {
    tone = finding.isOpen ? finding.severity.tone : ""
    severity = finding.isOpen ? finding.severity.label : "ACCEPTED"
    message = HTMLPage.clean(finding.ownMessage)
    rule = finding.rule.rawValue
    advice = HTMLPage.clean(finding.help.text)
    waiver = finding.acceptance.map(HTMLPage.clean)
  }
}

extension TicketState {
  /// As people say it.
  fileprivate var words: String { rawValue.replacing("-", with: " ") }
}
