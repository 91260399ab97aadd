import ReleaseScope

/// What commits take back, and what takes them back.
extension WhyPage {
  mutating func drawRevert(by id: ObjectID) {
    for revert in report.reverts where revert.commit == id {
      let found = found(revert, after: ", ")
      if !revert.undoes.isEmpty { say("undoes \(enumeration(revert.undoes.map(\.abbreviated)))\(found)") }
      if !revert.undoesInPart.isEmpty {
        say("undoes a part of \(enumeration(revert.undoesInPart.map(\.abbreviated)))\(found)")
      }
      if !revert.restores.isEmpty {
        say("puts \(enumeration(revert.restores.map(\.abbreviated))) in effect again\(found)")
      }
      if !revert.outside.isEmpty {
        let verb = revert.outside.count == 1 ? "is" : "are"
        say("undoes \(enumeration(revert.outside.map(named))), which \(verb) older than the range\(found)")
      }
      for target in revert.unresolved { say("says that it reverts '\(target)', which was not found", .warning) }
      if !revert.isInEffect { say("is not in effect itself") }
    }
  }

  /// Says what undid a commit, what restored it, and where it is on the base.
  ///
  /// - Parameter state: `nil` for a commit that is no ticket's work.
  mutating func drawFate(of id: ObjectID, as state: EvidenceState?, indent: Int) {
    var isExplained = state != .undone
    for revert in report.reverts where revert.undoes.contains(id) {
      let found = found(revert, after: " (", before: ")")
      if !revert.isInEffect || isRestored(id, after: revert) {
        let restorers = report.reverts.filter {
          ($0.undoes.contains(revert.commit) || $0.restores.contains(id)) && $0.isInEffect
        }
        let restored = restorers.isEmpty ? "" : ": \(enumeration(restorers.map { named($0.commit) })) undid that"
        say("reverted by \(named(revert.commit))\(found), and restored\(restored)", indent: indent)
      } else if state == .inEffect || state == .onBase {
        say("\(named(revert.commit)) takes it back\(found), and the files have it all the same", indent: indent)
      } else {
        say("undone by \(named(revert.commit))\(found)", .error, indent: indent)
        isExplained = true
      }
    }
    for revert in report.reverts where revert.undoesInPart.contains(id) && revert.isInEffect {
      let found = found(revert, after: " (", before: ")")
      if state == .undone {
        say("what it has of the ticket is undone by \(named(revert.commit))\(found)", .error, indent: indent)
        isExplained = true
      } else {
        say("a part of it is undone by \(named(revert.commit))\(found)", indent: indent)
      }
    }
    if !isExplained {
      say("no revert names it, but once the release is merged nothing of it is in the files", .error, indent: indent)
    }
    for match in report.alreadyOnBase where match.commit == id { say(sentence(match), indent: indent) }
  }

  private func isRestored(_ id: ObjectID, after revert: RevertReport) -> Bool {
    // Newest first.
    report.reverts.prefix { $0 != revert }.contains { $0.isInEffect && $0.restores.contains(id) }
  }

  private func sentence(_ match: BaseMatch) -> String {
    switch match.by {
    case .contents: "on the base: the files there have its change"
    case .ancestry: "brings nothing new: the base has the commits that it merged, up to \(named(match.counterpart))"
    case .patchID, .trailer, .tree, .squash, .request, .changeID, .authorship:
      "on the base as \(named(match.counterpart)): \(match.by.phrase)"
    }
  }

  /// Says which reverts take the older work of a ticket out.
  mutating func drawRemoval(of key: TicketKey) {
    guard let finding = report.findings.first(where: { $0.rule == .removedTicket && $0.ticket == key }) else { return }
    if finding.commits.isEmpty { say("no revert was found whose target is that work: the files tell") }
    for id in finding.commits {
      let revert = report.reverts.first { $0.commit == id }
      say("taken out by \(named(id))\(revert.map { found($0, after: " (", before: ")") } ?? "")", .error)
    }
  }

  /// Why a commit is the ticket's work.
  func reason(for key: TicketKey, _ evidence: Evidence) -> String {
    guard evidence.place == .subject, let subject = report.summary(of: evidence.commit)?.subject,
      !subject.uppercased().contains(key.description)
    else { return "has the key \(evidence.place.phrase(via: evidence.via))" }
    let isRevert = report.reverts.contains {
      $0.commit == evidence.commit && !($0.outside.isEmpty && $0.restores.isEmpty)
    }
    return isRevert ? "does work of the ticket again" : "has the key in its subject or title"
  }

  func isRevert(_ id: ObjectID) -> Bool { report.reverts.contains { $0.commit == id } }

  func named(_ id: ObjectID) -> String {
    report.summary(of: id).map { "\(id.abbreviated) '\($0.subject.prefix(120))'" } ?? id.abbreviated
  }

  private func found(_ revert: RevertReport, after start: String, before end: String = "") -> String {
    revert.by.isEmpty ? "" : "\(start)found by \(enumeration(revert.by.map(\.phrase)))\(end)"
  }
}

extension RevertMatch {
  /// How the target was found, after "found by".
  var phrase: String {
    switch self {
    case .id: "the id in the message"
    case .trailer: "the mark of a cherry-pick"
    case .patchID: "a change equal to that of the commit that the message names"
    case .request: "the number of the pull request"
    case .inversePatch: "the change, which is the exact inverse"
    case .subject: "the title in the message"
    case .key: "the ticket, for which there is no other work"
    case .contents: "the files, in which nothing of that work is left"
    case .tree: "the files, which are as they were before that work"
    }
  }
}

extension BaseEvidence {
  /// What ties the two commits together.
  var phrase: String {
    switch self {
    case .patchID: "the change is the same"
    case .trailer: "the mark of a cherry-pick ties the two"
    case .tree: "with that commit the base had the same files (a squash merge or a rebase)"
    case .squash: "it has the whole branch in one commit (a squash merge)"
    case .request: "one says that it is a copy of the other's pull request"
    case .changeID: "both have the same Change-Id"
    case .ancestry: "the base has the merged commits themselves"
    case .contents: "the files there have the change"
    case .authorship: "author, date and subject are the same, which is weak evidence: look at both"
    }
  }
}
