import ReleaseScope

/// Steps 1 to 5: what QA and the developers do in Jira before there is a pull request.
extension ProcessFacts {
  /// What stands in for the tickets where there is no manifest.
  private func noTickets(_ step: ProcessStep) -> StepRow {
    let text = manifest == nil ? gaps.first ?? "there is no manifest" : "the manifest lists no ticket"
    return StepRow(step, .unknown, [StepEvidence(.manifest, text)], waitsFor: ["QA"])
  }

  var testing: StepRow {
    let standings = standings
    guard !standings.isEmpty else { return noTickets(.testing) }
    let untested = standings.filter { $0.status != nil && !$0.isReady }
    if !untested.isEmpty { return unready(.testing, untested, of: standings.count, "not tested yet") }
    let undated = standings.filter { $0.status == nil || $0.since == nil && $0.foundReady == nil }
    if !undated.isEmpty {
      let names = undated.names(of: standings.count)
      let verb = isOrAre(names.hasPrefix("any") ? 1 : undated.count)
      let text = "nothing tells when \(names) \(verb) found ready, and which work came later"
      return StepRow(.testing, .unknown, [StepEvidence(.manifest, text)], waitsFor: ["QA"])
    }
    guard let report else {
      let text = gaps.last ?? "the work of the tickets was not looked at"
      return StepRow(.testing, .unknown, [StepEvidence(.check, text)], waitsFor: ["release developer"])
    }
    let late = report.findings.filter { $0.rule == .staleApproval }.compactMap(\.ticket)
    if !late.isEmpty {
      let text = "\(late.names) \(late.count == 1 ? "has" : "have") work that is newer than the test"
      return StepRow(.testing, .notYet, [StepEvidence(.check, text)], waitsFor: ["QA"])
    }
    let latest = standings.compactMap { $0.foundReady?.time ?? $0.since }.max()
    let text = "\(quantity(standings.count, "ticket")) found ready, and no work that is newer"
    return StepRow(.testing, .done, [StepEvidence(standings[0].source, text, time: latest)])
  }

  var readiness: StepRow {
    let standings = standings
    guard !standings.isEmpty else { return noTickets(.readiness) }
    let unready = standings.filter { $0.status != nil && !$0.isReady }
    if !unready.isEmpty { return self.unready(.readiness, unready, of: standings.count, "not ready") }
    let silent = standings.filter { $0.status == nil }
    if !silent.isEmpty {
      let text = "nothing tells the status of \(silent.names(of: standings.count))"
      return StepRow(.readiness, .unknown, [StepEvidence(.manifest, text)], waitsFor: ["QA"])
    }
    let last = standings.max { ($0.foundReady?.time ?? $0.since).isBefore($1.foundReady?.time ?? $1.since) }
    let text = "all \(quantity(standings.count, "ticket")) \(isOrAre(standings.count)) ready"
    return StepRow(
      .readiness, .done,
      [StepEvidence(standings[0].source, text, time: last?.foundReady?.time ?? last?.since, by: last?.foundReady?.by)])
  }

  private func unready(_ step: ProcessStep, _ tickets: [TicketStanding], of count: Int, _ word: String) -> StepRow {
    let text = "\(tickets.count) of \(quantity(count, "ticket")) \(isOrAre(tickets.count)) \(word): \(tickets.names)"
    let statuses = Dictionary(grouping: tickets) { $0.status ?? "" }.sorted { $0.key < $1.key }
      .map { "\($0.value.count) '\($0.key)'" }
    return StepRow(
      step, .notYet,
      [StepEvidence(tickets[0].source, text), StepEvidence(tickets[0].source, enumeration(statuses))],
      waitsFor: tickets.assignees)
  }

  var versionCreated: StepRow {
    if let versions = evidence?.versions, !versions.isEmpty {
      let names = versions.map { "'\(version)' of \($0.project)" }
      return StepRow(
        .version, .done,
        [
          StepEvidence(
            .jira, "Jira has the version \(enumeration(names))", url: versions.first?.url, time: evidence?.fetchedAt)
        ])
    }
    if evidence?.versions != nil {
      return StepRow(.version, .notYet, [StepEvidence(.jira, "Jira has no version '\(version)'")], waitsFor: ["QA"])
    }
    guard let manifest else { return noTickets(.version) }
    guard let source = manifest.source, source.kind == "jira" else {
      let text = "a manifest that nobody fetched names the version; Jira may not have it"
      return StepRow(.version, .unknown, [StepEvidence(.manifest, text)], waitsFor: ["QA"])
    }
    let dates = [manifest.version.startDate.map { "from \($0)" }, manifest.version.releaseDate.map { "to \($0)" }]
      .compactMap(\.self).joined(separator: " ")
    let text = "the manifest was fetched from Jira's version" + (dates.isEmpty ? "" : ", planned \(dates)")
    return StepRow(.version, .done, [StepEvidence(.manifest, text, url: source.url, time: source.fetchedAt)])
  }

  var assignment: StepRow {
    let standings = standings
    guard !standings.isEmpty else { return noTickets(.assignment) }
    let idle = standings.filter { $0.assignee == .empty }
    let strange = (report?.findings ?? []).filter { $0.rule == .wrongVersion && $0.isOpen }.compactMap(\.ticket)
    var missing: [StepEvidence] = []
    if !idle.isEmpty { missing.append(StepEvidence(idle[0].source, "nobody has \(idle.names)")) }
    if !strange.isEmpty {
      let verb = strange.count == 1 ? "has" : "have"
      missing.append(StepEvidence(.check, "\(strange.names) \(verb) work in the release and another fix version"))
    }
    if !missing.isEmpty { return StepRow(.assignment, .notYet, missing, waitsFor: ["QA"]) }
    let silent = standings.filter { $0.assignee == .absent }
    let unversioned = tickets.filter { ticket in ticket.fixVersions?.contains(version.text) != true }.map(\.key)
    if !silent.isEmpty {
      let text = "nothing tells who has \(silent.names(of: standings.count))"
      return StepRow(.assignment, .unknown, [StepEvidence(.manifest, text)], waitsFor: ["QA"])
    }
    if !unversioned.isEmpty {
      let text = "nothing tells whether \(unversioned.names) \(unversioned.count == 1 ? "has" : "have") the version"
      return StepRow(.assignment, .unknown, [StepEvidence(.manifest, text)], waitsFor: ["QA"])
    }
    let last = (evidence?.tickets ?? []).compactMap(\.entered).max { $0.time < $1.time }
    let text =
      "\(quantity(standings.count, "ticket")) \(standings.count == 1 ? "has" : "have") the version and an assignee"
    return StepRow(.assignment, .done, [StepEvidence(standings[0].source, text, time: last?.time, by: last?.by)])
  }

  var releaseTicketMade: StepRow {
    if let ticket = evidence?.releaseTicket { return releaseTicket(ticket.key, ticket.assignee, .jira) }
    guard let manifest else { return noTickets(.releaseTicket) }
    guard let key = manifest.releaseTicket else {
      let isKnown = manifest.source?.kind == "jira" && policy.releaseTicketQuery != nil
      let text = isKnown ? "Jira has no release ticket" : "the manifest names no release ticket"
      return StepRow(.releaseTicket, isKnown ? .notYet : .unknown, [StepEvidence(.manifest, text)], waitsFor: ["QA"])
    }
    let ticket = (manifest.tickets + manifest.others).first { $0.key == key }
    return releaseTicket(key, ticket?.assignee ?? .absent, .manifest)
  }

  private func releaseTicket(
    _ key: TicketKey, _ assignee: Ticket.Field, _ source: StepEvidence.Source
  ) -> StepRow {
    let url = policy.links.address(of: key)
    switch assignee {
    case .value(let name):
      return StepRow(.releaseTicket, .done, [StepEvidence(source, "\(key) is assigned to \(name)", url: url)])
    case .empty:
      return StepRow(.releaseTicket, .notYet, [StepEvidence(source, "nobody has \(key)", url: url)], waitsFor: ["QA"])
    case .absent:
      let text = "nothing tells who has \(key)"
      return StepRow(.releaseTicket, .unknown, [StepEvidence(source, text, url: url)], waitsFor: ["QA"])
    }
  }
}

extension Instant? {
  fileprivate func isBefore(_ other: Instant?) -> Bool {
    guard let other else { return false }
    return self.map { $0 < other } ?? true
  }
}
