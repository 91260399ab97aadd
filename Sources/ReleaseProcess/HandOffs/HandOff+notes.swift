package import ReleaseScope

extension HandOff {
  /// Release notes: what is net merged *and* in the version, by issue type. Internal tickets are counted and not named,
  /// no developer is, and no id of a commit.
  ///
  /// - Returns: `nil` where nothing was compared or no manifest says what the tickets are.
  package static func notes(_ facts: ProcessFacts) -> HandOff? {
    guard let report = facts.report, let manifest = facts.manifest else { return nil }
    let brought = Set(report.tickets.filter(\.isBrought).map(\.key))
    let tickets = facts.tickets.filter { brought.contains($0.key) }
    let inside = tickets.filter { facts.policy.notes.leavesOut($0) }
    let outside = tickets.filter { !facts.policy.notes.leavesOut($0) }
    let day = facts.evidence?.versions?.compactMap(\.releaseDate).max() ?? manifest.version.releaseDate
    var blocks: [Block] = [.heading("Release \(facts.version)\(day.map { ", \($0)" } ?? "")")]
    if let description = manifest.version.description, !description.isEmpty { blocks.append(.paragraph(description)) }
    for section in facts.policy.notes.sections(of: outside) {
      blocks.append(.heading(section.heading))
      blocks.append(
        .items(section.tickets.map { Item(ticket: $0.key, $0.summary ?? "") }))
    }
    if outside.isEmpty { blocks.append(.paragraph("This release brings nothing that can be seen from outside.")) }
    if !inside.isEmpty { blocks.append(.paragraph("Besides, \(quantity(inside.count, "internal change")).")) }
    return HandOff(
      .notes, of: facts.version, subject: "Release notes for \(facts.version)", blocks: blocks,
      recipients: facts.policy.mail.stakeholders, sender: facts.policy.mail.from, links: facts.policy.links,
      warnings: warnings(of: facts, report, brought))
  }

  private static func warnings(
    of facts: ProcessFacts, _ report: ScopeReport, _ brought: Set<TicketKey>
  ) -> [String] {
    var warnings: [String] = []
    if report.verdict == .incomplete {
      warnings.append(
        "not everything could be seen, so that something may be missing: \(report.incomplete.first?.message ?? "")")
    }
    let missing = facts.tickets.map(\.key).filter { !brought.contains($0) }
    if !missing.isEmpty {
      warnings.append("\(missing.names) \(isOrAre(missing.count)) of the version and not brought: left out")
    }
    let strange = report.tickets.filter { !$0.isPlanned && $0.hasWork }.map(\.key)
    if !strange.isEmpty {
      warnings.append("\(strange.names) \(isOrAre(strange.count)) brought and not of the version: left out")
    }
    let unnamed = facts.tickets.filter { brought.contains($0.key) && ($0.summary ?? "").isEmpty }.map(\.key)
    if !unnamed.isEmpty {
      warnings.append("the manifest does not tell what \(unnamed.names) \(isOrAre(unnamed.count)) about")
    }
    if facts.newestMerge == nil { warnings.append("the release is not merged yet: its scope may still change") }
    return warnings
  }
}

extension NotesPolicy {
  /// Tickets of one kind, by what people outside call it.
  package struct Section: Equatable, Sendable {
    package let heading: String
    package let tickets: [Ticket]
  }

  func leavesOut(_ ticket: Ticket) -> Bool {
    if let type = ticket.type, internalTypes.contains(where: { $0.caseInsensitivelyEquals(type) }) { return true }
    let labels = (ticket.fields.first { $0.key.caseInsensitivelyEquals("labels") }?.value.text ?? "")
      .split { $0 == "," || $0 == " " }
    return labels.contains { label in internalLabels.contains { $0.caseInsensitivelyEquals(String(label)) } }
  }

  /// In the order of the policy's headings, then of the types' names; tickets without a type last.
  func sections(of tickets: [Ticket]) -> [Section] {
    var order: [String] = []
    var grouped: [String: [Ticket]] = [:]
    let named = headings.map(\.heading)
    for ticket in tickets {
      let heading = heading(of: ticket)
      if grouped[heading] == nil, !named.contains(heading) { order.append(heading) }
      grouped[heading, default: []].append(ticket)
    }
    order.sort { ($0 == Self.other ? 1 : 0, $0) < ($1 == Self.other ? 1 : 0, $1) }
    // Beside nothing else, what has no type is not other than anything.
    if Array(grouped.keys) == [Self.other] {
      return [Section(heading: "Changes", tickets: tickets.sorted { $0.key < $1.key })]
    }
    var seen: Set<String> = []
    return (named + order).filter { seen.insert($0).inserted }.compactMap { heading in
      grouped[heading].map { Section(heading: heading, tickets: $0.sorted { $0.key < $1.key }) }
    }
  }

  private static let other = "Other"

  private func heading(of ticket: Ticket) -> String {
    guard let type = ticket.type, !type.isEmpty else { return Self.other }
    return headings.first { $0.type.caseInsensitivelyEquals(type) }?.heading ?? type
  }
}
