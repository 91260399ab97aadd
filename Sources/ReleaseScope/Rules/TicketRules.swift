extension Rule {
  /// Planned beside delivered.
  static let ticketRules: [Rule] = [
    Rule(
      .unplannedTicket, .error, from: .presence, judgesPush: true,
      finds: "a ticket in the scope that the manifest lacks",
      advice: "give the ticket this fix version and refresh the manifest, or take its commits out of the release"
    ) { input in
      guard let manifest = input.manifest else { return [] }
      let others = input.otherTickets
      let unknown = Set(manifest.unknown)
      let slips = MistypedNumber(expected: planned(input, in: .absent))
      return input.unplanned.filter { others[$0] == nil }.map { key in
        let likely = slips.meant(insteadOf: key)
        let isUnknown = unknown.contains(key)
        let isLeft = input.state(of: key) == .reverted
        return Difference(
          ticket: key, commits: input.standingWork(for: key),
          message: isUnknown
            ? "\(key) is in the release and Jira knows no such ticket, or does not show it"
            : isLeft
              ? "\(key) is not in the manifest, and what takes it back leaves a part of it in the release"
              : "\(key) is in the release and not in the manifest",
          help: likely.map { "did you mean \($0)? it is planned and has no work here" }
            ?? (isUnknown
              ? "attribute the commits to the right ticket: git notes --ref=tickets add -m <key> <commit>" : nil))
      }
    },
    Rule(
      .missingTicket, .error, from: .absence, finds: "a ticket of the manifest with no work in the range",
      advice: "merge its work into the release, or move the ticket to another version and refresh the manifest"
    ) { input in
      missing(input).filter { input.unmergedWork[$0] == nil }.map { key in
        if let work = input.workBefore[key] {
          return Difference(
            ticket: key, commits: [work],
            message: "\(key) is planned and its work is on '\(input.baseName)' already: \(work.abbreviated)",
            help: "take this version off the ticket if an earlier one has it, or begin the range before: --since <rev>")
        }
        let isMentioned = input.state(of: key) == .mentioned
        return Difference(
          ticket: key, commits: input.scope.tickets[key]?.mentions ?? [],
          message: isMentioned
            ? "\(key) is planned and only mentioned in passing, by no commit that implements it"
            : "\(key) is planned and no commit of the release implements it")
      }
    },
    Rule(
      .unmergedWork, .error, from: .absence, finds: "a ticket of the manifest whose work is on another ref only",
      advice: "merge the branch that has the work into the release"
    ) { input in
      missing(input).compactMap { key in
        guard let work = input.unmergedWork[key] else { return nil }
        let count = work.commits.count == 1 ? "1 commit" : "\(work.commits.count) commits"
        return Difference(
          ticket: key, commits: work.commits,
          message: "\(key) is planned and its work is only on '\(work.branch)' (\(count))",
          help: work.isBase
            ? "it is on the base already: run: git merge \(ShellWord.quoted(work.branch))"
            : "run: git switch \(ShellWord.quoted(input.releaseName)) && git merge \(ShellWord.quoted(work.branch))")
      }
    },
    Rule(
      .revertedTicket, .error, from: .absence, finds: "a ticket of the manifest whose work is all undone",
      advice: "bring the work back with git revert of the revert, or move the ticket to another version"
    ) { input in
      let undoers = input.undoers
      return planned(input, in: .reverted).map { key in
        Difference(
          ticket: key, commits: undoers(key),
          message: "\(key) is planned and all of its work in the release is reverted")
      }
    },
    Rule(
      .partlyRevertedTicket, .warning, from: .absence, finds: "a ticket of which some commits are undone",
      advice: "check that what is left of the ticket is what should be released"
    ) { input in
      let undoers = input.undoers
      return input.scope.tickets.values.filter { $0.state == .partlyReverted }.map { ticket in
        let undone = ticket.evidence.count { $0.state == .undone }
        return Difference(
          ticket: ticket.key, commits: undoers(ticket.key),
          message:
            "\(undone) of \(ticket.evidence.count) commits of \(ticket.key) \(undone == 1 ? "is" : "are") reverted")
      }
    },
    Rule(
      .removedTicket, .error, from: .absence, judgesPush: true,
      finds: "work of an earlier release that the range takes out",
      advice: "make sure that the removal is meant: plan the ticket for this version, or drop the revert"
    ) { input in
      let undoers = input.undoers
      return input.scope.tickets.values.filter { $0.state == .removed }.map { ticket in
        let removers = [ticket.removedBy, undoers(ticket.key), ticket.doubtedBy].first { !$0.isEmpty }
        return Difference(
          ticket: ticket.key, commits: removers ?? [],
          message: "the release takes earlier work of \(ticket.key) out of the product")
      }
    },
    Rule(
      .alreadyOnBase, .note, from: .absence,
      finds: "a ticket whose work is all on the base by cherry-pick or squash merge",
      advice: "nothing to do if a hot fix or an earlier release brought it; else check the fix version"
    ) { input in
      input.scope.tickets.values.filter { $0.state == .alreadyOnBase }.map { ticket in
        Difference(
          ticket: ticket.key, commits: ticket.evidence.map(\.commit),
          message: "the work of \(ticket.key) is on '\(input.baseName)' already")
      }
    },
    Rule(
      .wrongVersion, .error, from: .presence, judgesPush: true,
      finds: "a ticket in the scope whose fix version is another one",
      advice: "correct the ticket's fix version, or take its commits out of the release"
    ) { input in
      guard let version = input.manifest?.version.name.text else { return [] }
      let others = input.otherTickets
      let strays = input.unplanned.compactMap { others[$0] }
      let planned = input.planned.compactMap { ticket in
        guard let versions = ticket.fixVersions, !versions.isEmpty,
          !versions.contains(where: { $0.caseInsensitivelyEquals(version) })
        else { return nil as Ticket? }
        return ticket
      }
      return (strays + planned).map { ticket in
        let versions = ticket.fixVersions ?? []
        let commits = input.standingWork(for: ticket.key)
        if versions.contains(where: { $0.caseInsensitivelyEquals(version) }) {
          return Difference(
            ticket: ticket.key, commits: commits,
            message: "\(ticket.key) has '\(version)' of project '\(ticket.key.project)', which the manifest leaves out",
            help: "fetch the manifest again with the project: --projects, or 'projects:' in the policy")
        }
        let names = versions.isEmpty ? "no fix version" : "the fix version '\(versions.joined(separator: "', '"))'"
        return Difference(ticket: ticket.key, commits: commits, message: "\(ticket.key) has \(names), not '\(version)'")
      }
    },
  ]

  private static func missing(_ input: RuleInput) -> [TicketKey] {
    planned(input, in: .absent, .mentioned)
  }

  private static func planned(_ input: RuleInput, in states: TicketState...) -> [TicketKey] {
    input.plannedStates.filter { states.contains($0.state) }.map(\.key)
  }
}

extension RuleInput {
  /// What the manifest knows of tickets that are not of this version, by key.
  var otherTickets: [TicketKey: Ticket] {
    Dictionary((manifest?.others ?? []).map { ($0.key, $0) }) { first, _ in first }
  }

  /// Finds the reverts in effect that undo work of a ticket, newest first.
  var undoers: (TicketKey) -> [ObjectID] {
    var byTarget: [ObjectID: [Int]] = [:]
    for (position, revert) in scope.reverts.enumerated() where revert.isInEffect {
      for target in revert.undoes { byTarget[target, default: []].append(position) }
    }
    return { key in
      let undone = scope.tickets[key]?.evidence.filter { $0.state == .undone }.map(\.commit) ?? []
      return Set(undone.flatMap { byTarget[$0] ?? [] }).sorted().map { scope.reverts[$0].commit }
    }
  }
}
