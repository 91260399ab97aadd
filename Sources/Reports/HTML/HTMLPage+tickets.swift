import ReleaseScope

extension HTMLPage {
  /// One ticket: what was planned beside what is delivered, and what shows it.
  struct Ticket {
    let key: String
    let tracker: String?
    let tone: String
    let state: String
    /// The rules of its findings, parted by blanks.
    let rules: String
    let summary: String
    let planned: String
    let sign: String
    let delivered: String
    let commitCount: Int
    let findingCount: Int
    /// Errors before warnings before notes, for sorting.
    let weight: Int
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
      let advice: String?
      let waiver: String?
    }

    /// A commit, and where in it the key is.
    struct Piece {
      let commit: Reference
      let tone: String
      let place: String
      let note: String?
    }

    static func all(_ report: ScopeReport, _ commits: CommitReferences) -> [Ticket] {
      let found = Dictionary(grouping: report.findings.filter { $0.ticket != nil }) { $0.ticket }
      let reverts = Dictionary(
        report.reverts.filter(\.isInEffect).flatMap { revert in revert.undoes.map { ($0, revert.commit) } }
      ) { first, _ in first }
      let onBase = Dictionary(report.alreadyOnBase.map { ($0.commit, $0) }) { first, _ in first }
      return report.tickets.map { ticket in
        Ticket(
          ticket, found[ticket.key] ?? [], report.links.address(of: ticket.key),
          pieces: ticket.evidence.map { evidence in
            Piece(evidence, commits, revert: reverts[evidence.commit], match: onBase[evidence.commit])
          }, mentions: ticket.mentions.map(commits.reference))
      }
    }

    private init(
      _ ticket: TicketReport, _ found: [Finding], _ tracker: String?, pieces: [Piece], mentions: [Reference]
    ) {
      let group = TicketGroup(ticket)
      let open = found.filter(\.isOpen)
      key = ticket.key.description
      self.tracker = tracker
      tone = open.map(\.severity).min()?.tone ?? (group == .both ? "good" : "")
      state = ticket.state.rawValue
      rules = Set(found.map(\.rule)).sorted().map(\.rawValue).joined(separator: " ")
      summary = HTMLPage.clean(ticket.knownSummary ?? "")
      planned = ticket.isPlanned ? "planned" : "no"
      sign = group.sign
      delivered = ticket.state.words
      commitCount = ticket.evidence.count
      findingCount = open.count
      weight = open.reduce(0) { $0 + $1.severity.weight }
      status = HTMLPage.clean(ticket.status ?? "")
      assignee = HTMLPage.clean(ticket.assignee ?? "")
      findings = found.map { finding in
        Found(
          tone: finding.isOpen ? finding.severity.tone : "",
          severity: finding.isOpen ? finding.severity.label : "ACCEPTED",
          message: HTMLPage.clean(finding.ownMessage), rule: finding.rule.rawValue,
          advice: HTMLPage.clean(finding.help),
          waiver: finding.acceptance.map(HTMLPage.clean))
      }
      evidence = pieces
      self.mentions = mentions
    }
  }
}

extension HTMLPage.Ticket.Piece {
  /// - Parameters:
  ///   - revert: What undoes the commit.
  ///   - match: Its counterpart on the base.
  init(_ evidence: Evidence, _ commits: CommitReferences, revert: ObjectID?, match: BaseMatch?) {
    commit = commits.reference(evidence.commit)
    tone = evidence.state == .undone ? "undone" : ""
    place = evidence.via.map { "\(evidence.place.words) \($0.abbreviated)" } ?? evidence.place.words
    note =
      switch evidence.state {
      case .inEffect: nil
      case .undone: revert.map { "undone by \($0.abbreviated)" } ?? "undone"
      case .onBase: match.map(Self.note) ?? "on the base"
      }
  }
}

extension HTMLPage.Ticket.Piece {
  private static func note(_ match: BaseMatch) -> String {
    // What only the files tell has no commit of its own there.
    let counterpart = match.by == .contents ? "" : " as \(match.counterpart.abbreviated)"
    return "on the base\(counterpart) (\(match.by.words))"
  }
}

extension Severity {
  fileprivate var weight: Int {
    switch self {
    case .error: 10_000
    case .warning: 100
    case .note, .off: 1
    }
  }
}

extension TicketState {
  /// As people say it.
  fileprivate var words: String { rawValue.replacing("-", with: " ") }
}

extension KeyPlace {
  fileprivate var words: String {
    switch self {
    case .subject: "in the subject"
    case .bodyLine: "in the body"
    case .trailer: "in a trailer"
    case .mergeBranch: "by the branch of merge"
    case .note: "in a note"
    }
  }
}

extension BaseEvidence {
  fileprivate var words: String {
    switch self {
    case .patchID: "same patch"
    case .trailer: "mark of a cherry-pick"
    case .tree: "same tree"
    case .squash: "squashed"
    case .request: "copy of the pull request"
    case .changeID: "same Change-Id"
    case .ancestry: "the commits themselves"
    case .contents: "same lines"
    case .authorship: "same author, date and subject"
    }
  }
}
