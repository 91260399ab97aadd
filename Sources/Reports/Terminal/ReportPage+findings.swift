import ReleaseScope

extension ReportPage {
  mutating func drawFindings() {
    for group in FindingGroup.groups(of: report) {
      heading(
        group.severity.label, group.severity.ink, group.rule.title, "\(group.rule.rawValue) (\(group.findings.count))")
      if let message = group.sharedMessage {
        let isAboutTickets = group.findings.allSatisfy { $0.ticket != nil && $0.ownMessage != $0.message }
        page.paragraph(page.clean(isAboutTickets ? "each \(message)" : message), indent: 2)
      }
      let shown = group.findings.prefix(page.terminal.lists.findings)
      for finding in shown { draw(finding, in: group) }
      drawMore(group.findings.dropFirst(page.terminal.lists.findings))
      if let help = group.sharedHelp { page.advice(help, indent: 2) }
    }
  }

  mutating func drawWaived() {
    let waived = report.findings.filter { $0.waiver != nil }
    guard !waived.isEmpty else { return }
    heading("WAIVED", .note, "accepted, and not counted as errors", quantity(waived.count, "finding"))
    for finding in waived.prefix(page.terminal.lists.findings) {
      guard let waiver = finding.waiver else { continue }
      let message = page.clean(finding.ownMessage) + StyledText(" [\(finding.rule.rawValue)]", .faint)
      if let label = finding.subject.label {
        page.entry(StyledText(label, .key), message, column: column)
      } else {
        page.paragraph(message, indent: 2)
      }
      let accepted = "\(waiver.approver), until \(waiver.expires): \(waiver.reason)"
      page.entry(StyledText(""), page.clean(accepted), column: column)
    }
    drawMore(waived.dropFirst(page.terminal.lists.findings))
  }

  mutating func drawKnown() {
    let known = report.findings.filter { $0.waiver == nil && $0.baselineReason != nil }
    guard !known.isEmpty else { return }
    heading("KNOWN", .note, "in the baseline, and not counted as errors", quantity(known.count, "finding"))
    for finding in known.prefix(page.terminal.lists.findings) {
      let message = page.clean(finding.ownMessage) + StyledText(" [\(finding.rule.rawValue)]", .faint)
      if let label = finding.subject.label {
        page.entry(StyledText(label, .key), message, column: column)
      } else {
        page.paragraph(message, indent: 2)
      }
      page.entry(StyledText(""), page.clean(finding.baselineReason ?? "", .faint), column: column)
    }
    drawMore(known.dropFirst(page.terminal.lists.findings))
  }

  private mutating func draw(_ finding: Finding, in group: FindingGroup) {
    var edge = page.terminal.isNarrow ? 4 : 2 + column
    var commits = finding.commits[...]
    var message: StyledText? = group.sharedMessage == nil ? page.clean(finding.ownMessage) : nil
    switch finding.subject {
    case .ticket(let key):
      let summary = report.ticket(key)?.knownSummary.map { page.brief($0) }
      page.entry(
        page.key(key), summary ?? message ?? StyledText("(summary unknown)", .faint), column: column
      )
      if summary == nil { message = nil }
    case .commit(let id):
      drawCommit(id, indent: 2, column: column)
      commits = []
    case .release:
      edge = 4
      if let message { page.paragraph(message, indent: 2) }
      message = nil
    }
    if let message { page.paragraph(message, indent: edge) }
    let limit = finding.ticket == nil ? page.terminal.lists.commitsOfRelease : page.terminal.lists.commitsOfTicket
    for commit in commits.prefix(limit) { drawCommit(commit, indent: edge, column: 12) }
    drawIDs(commits.dropFirst(limit), indent: edge)
    if finding.help != group.sharedHelp { page.advice(finding.help, indent: edge) }
  }

  /// Writes one line with a commit's id, subject and author; in a narrow terminal as many as it takes.
  private mutating func drawCommit(_ id: ObjectID, indent: Int, column: Int) {
    let label = page.id(id)
    guard let summary = report.summary(of: id) else {
      page.line(label, indent: indent)
      return
    }
    let subject = page.brief(summary.subject)
    let author = page.brief(summary.author, .faint)
    let room = page.terminal.width - indent - column
    guard room >= 44 else {
      page.entry(label, subject + StyledText("  ") + author, indent: indent, column: column)
      return
    }
    let authorColumns = min(18, room / 3)
    let ellipsis = page.terminal.ellipsis
    let left = subject.truncated(to: room - authorColumns - 2, ellipsis: ellipsis).padded(to: room - authorColumns)
    page.line(
      label.padded(to: column) + left + author.truncated(to: authorColumns, ellipsis: ellipsis), indent: indent)
  }

  private mutating func drawIDs(_ ids: ArraySlice<ObjectID>, indent: Int) {
    guard !ids.isEmpty else { return }
    let shown = ids.prefix(page.terminal.lists.ids).map(\.abbreviated).joined(separator: ", ")
    let rest = ids.count > page.terminal.lists.ids ? " and \(ids.count - page.terminal.lists.ids) others" : ""
    page.paragraph(
      StyledText("and \(ids.count) more: ", .faint) + StyledText(shown + rest), indent: indent, hanging: indent + 2)
  }

  /// Writes the findings that are not shown in full: by name, so that none is lost.
  private mutating func drawMore(_ findings: ArraySlice<Finding>) {
    guard !findings.isEmpty else { return }
    // Bare ids of commits tell nobody anything.
    let isBare = findings.allSatisfy { if case .commit = $0.subject { true } else { false } }
    let shown = isBare ? findings.prefix(page.terminal.lists.ids) : findings
    let labels = shown.map { $0.subject.label ?? page.terminal.cleaner.cleaned($0.message) }
    let rest = findings.count - shown.count
    let text = labels.joined(separator: ", ") + (rest > 0 ? " and \(rest) others; -v shows each" : "")
    page.paragraph(
      StyledText("and \(findings.count) more: ", .faint) + StyledText(text), indent: 2, hanging: 4)
  }
}

extension ScopeReport {
  /// Finds a ticket of the report.
  ///
  /// - Complexity: The logarithm of the number of tickets.
  func ticket(_ key: TicketKey) -> TicketReport? {
    var range = tickets[...]
    while let middle = range.indices.dropFirst(range.count / 2).first {
      if tickets[middle].key == key { return tickets[middle] }
      range = tickets[middle].key < key ? tickets[(middle + 1)..<range.endIndex] : tickets[range.startIndex..<middle]
    }
    return nil
  }
}

extension Severity {
  var ink: Ink {
    switch self {
    case .error: .error
    case .warning: .warning
    case .note, .off: .note
    }
  }
}
