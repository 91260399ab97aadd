import ReleaseScope

extension WhyPage {
  /// Says which tickets a commit is for, and what came of it.
  mutating func draw(_ id: ObjectID) {
    let summary = report.summary(of: id)
    page.paragraph(
      StyledText(id.abbreviated, .id)
        + (summary.map { StyledText("  ") + page.brief($0.subject, .strong) } ?? StyledText("")),
      hanging: 2)
    if let summary { page.paragraph(page.brief("\(summary.author), \(summary.date)", .faint), indent: 2) }
    page.paragraph(StyledText(id.description, .faint), indent: 2)
    page.space()
    let before = page.text.utf8.count
    drawTickets(of: id)
    drawRevert(by: id)
    drawFate(of: id, indent: 2)
    let findings = report.findings.filter { $0.commits.contains(id) }
    if page.text.utf8.count == before {
      say(
        summary == nil && findings.isEmpty
          ? "the report of \(range) does not name this commit" : "no ticket is tied to it")
    }
    if summary != nil || !findings.isEmpty { drawFindings(findings, about: id.abbreviated) }
  }

  private mutating func drawTickets(of id: ObjectID) {
    for ticket in report.tickets {
      for evidence in ticket.evidence where evidence.commit == id {
        say("implements \(described(ticket)): has the key \(evidence.place.phrase(via: evidence.via))")
      }
      let inherited = ticket.evidence.count { $0.via == id }
      if inherited > 0 { say("gives \(described(ticket)) to \(quantity(inherited, "commit")) that it brought in") }
      if ticket.mentions.contains(id) { say("names \(described(ticket)) in passing") }
    }
    for other in report.otherKeys where other.commits.contains(id) {
      say("names \(other.key), a key of no known project")
    }
    if report.untracked.contains(id) { say("has no ticket, and needs one", .error) }
    for exempt in report.exempt where exempt.commit == id { say("needs no ticket: \(exempt.reason)") }
    if report.range.merge == id { say("is the merge that brought the release in") }
  }

  private func described(_ ticket: TicketReport) -> String {
    ticket.knownSummary.map { "\(ticket.key) (\($0))" } ?? "\(ticket.key)"
  }

  private mutating func drawRevert(by id: ObjectID) {
    for revert in report.reverts where revert.commit == id {
      let found = revert.by.isEmpty ? "" : ", found by \(enumeration(revert.by.map(\.phrase)))"
      if !revert.undoes.isEmpty { say("undoes \(enumeration(revert.undoes.map(\.abbreviated)))\(found)") }
      if !revert.restores.isEmpty {
        say("does \(enumeration(revert.restores.map(\.abbreviated))) again\(found)")
      }
      if !revert.outside.isEmpty {
        say("takes out \(enumeration(revert.outside.map(\.abbreviated))) of an earlier release\(found)")
      }
      for target in revert.unresolved { say("says that it reverts '\(target)', which was not found", .warning) }
      if !revert.isInEffect { say("is not in effect itself") }
    }
  }

  /// Says what undid a commit, what restored it, and where it is on the base.
  mutating func drawFate(of id: ObjectID, indent: Int) {
    for revert in report.reverts where revert.undoes.contains(id) {
      let found = revert.by.isEmpty ? "" : " (found by \(enumeration(revert.by.map(\.phrase))))"
      if revert.isInEffect, !isRestored(id, after: revert) {
        say("undone by \(named(revert.commit))\(found)", .error, indent: indent)
      } else {
        let restorers = report.reverts.filter {
          ($0.undoes.contains(revert.commit) || $0.restores.contains(id)) && $0.isInEffect
        }
        let restored = restorers.isEmpty ? "" : ": \(enumeration(restorers.map { named($0.commit) })) undid that"
        say("reverted by \(named(revert.commit))\(found), and restored\(restored)", indent: indent)
      }
    }
    for match in report.alreadyOnBase where match.commit == id {
      say("on the base as \(named(match.counterpart)): \(match.by.phrase)", indent: indent)
    }
  }

  private func isRestored(_ id: ObjectID, after revert: RevertReport) -> Bool {
    // Newest first.
    report.reverts.prefix { $0 != revert }.contains { $0.isInEffect && $0.restores.contains(id) }
  }

  private func named(_ id: ObjectID) -> String {
    report.summary(of: id).map { "\(id.abbreviated) '\($0.subject.prefix(120))'" } ?? id.abbreviated
  }
}

extension RevertMatch {
  /// How the target was found, after "found by".
  var phrase: String {
    switch self {
    case .id: "its id"
    case .trailer: "the mark of a cherry-pick"
    case .patchID: "an equal change"
    case .request: "the number of its pull request"
    case .inversePatch: "the exact inverse of its change"
    case .subject: "its title"
    case .key: "its ticket, of which it is the only work"
    case .contents: "the files, in which nothing of it is left"
    case .tree: "the files, which are as they were before it"
    }
  }
}

extension BaseEvidence {
  /// What ties the two commits together.
  var phrase: String {
    switch self {
    case .patchID: "the change is the same"
    case .trailer: "the mark of a cherry-pick ties them"
    case .tree: "a commit of the base has the same tree"
    case .squash: "it has all of these commits in one (a squash merge)"
    case .request: "one says to be a copy of the other's pull request"
    case .changeID: "they have one Change-Id"
    case .ancestry: "the base has the merged commits themselves"
    case .contents: "the base has all the lines that it added"
    case .authorship: "author, date and subject are the same, which is weak evidence: look at both"
    }
  }
}
