extension Rule {
  /// Planned beside delivered.
  static let ticketRules: [Rule] = [
    Rule(
      .unplannedTicket, .error, from: .presence, judgesPush: true, finds: "a ticket in the scope that the manifest lacks",
      advice: "give the ticket this fix version and refresh the manifest, or take its commits out of the release"
    ) { input in
      guard input.manifest != nil else { return [] }
      return unplanned(input).filter { input.otherTicket($0) == nil }.map { key in
        let likely = input.likelyMeant(instead: key)
        return Difference(
          ticket: key, commits: input.standingWork(for: key),
          message: "\(key) is in the release and not in the manifest",
          help: likely.map { "did you mean \($0)? it is planned and has no work here" })
      }
    },
    Rule(
      .missingTicket, .error, from: .absence, finds: "a ticket of the manifest with no work in the range",
      advice: "merge its work into the release, or move the ticket to another version and refresh the manifest"
    ) { input in
      missing(input).filter { input.unmergedWork[$0] == nil }.map { key in
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
          ticket: key, commits: work.commits, message: "\(key) is planned and its work is only on '\(work.branch)' (\(count))",
          help: work.isBase
            ? "it is on the base already: run: git merge \(ShellWord.quoted(work.branch))"
            : "run: git switch \(ShellWord.quoted(input.releaseName)) && git merge \(ShellWord.quoted(work.branch))")
      }
    },
    Rule(
      .revertedTicket, .error, from: .absence, finds: "a ticket of the manifest whose work is all undone",
      advice: "bring the work back with git revert of the revert, or move the ticket to another version"
    ) { input in
      planned(input, in: .reverted).map { key in
        Difference(
          ticket: key, commits: input.undoers(of: key),
          message: "\(key) is planned and all of its work in the release is reverted")
      }
    },
    Rule(
      .partlyRevertedTicket, .warning, from: .absence, finds: "a ticket of which some commits are undone",
      advice: "check that what is left of the ticket is what should be released"
    ) { input in
      input.scope.tickets.values.filter { $0.state == .partlyReverted }.map { ticket in
        let undone = ticket.evidence.count { $0.state == .undone }
        return Difference(
          ticket: ticket.key, commits: input.undoers(of: ticket.key),
          message: "\(undone) of \(ticket.evidence.count) commits of \(ticket.key) are reverted")
      }
    },
    Rule(
      .removedTicket, .error, from: .absence, judgesPush: true, finds: "work of an earlier release that the range takes out",
      advice: "make sure that the removal is meant: plan the ticket for this version, or drop the revert"
    ) { input in
      input.scope.tickets.values.filter { $0.state == .removed }.map { ticket in
        Difference(
          ticket: ticket.key, commits: ticket.removedBy,
          message: "the release takes earlier work of \(ticket.key) out of the product")
      }
    },
    Rule(
      .alreadyOnBase, .note, from: .absence, finds: "a ticket whose work is all on the base by cherry-pick or squash merge",
      advice: "nothing to do if a hot fix or an earlier release brought it; else check the fix version"
    ) { input in
      input.scope.tickets.values.filter { $0.state == .alreadyOnBase }.map { ticket in
        Difference(
          ticket: ticket.key, commits: ticket.evidence.map(\.commit),
          message: "the work of \(ticket.key) is on '\(input.baseName)' already")
      }
    },
    Rule(
      .wrongVersion, .error, from: .presence, judgesPush: true, finds: "a ticket in the scope whose fix version is another one",
      advice: "correct the ticket's fix version, or take its commits out of the release"
    ) { input in
      guard let version = input.manifest?.version.name.text else { return [] }
      let strays = unplanned(input).compactMap(input.otherTicket)
      let planned = input.planned.filter { ticket in
        guard let versions = ticket.fixVersions, !versions.isEmpty else { return false }
        return !versions.contains { $0.caseInsensitivelyEquals(version) }
      }
      return (strays + planned).map { ticket in
        let versions = ticket.fixVersions?.joined(separator: ", ") ?? ""
        return Difference(
          ticket: ticket.key, commits: input.standingWork(for: ticket.key),
          message: "\(ticket.key) has the fix version \(versions.isEmpty ? "of no release" : "'\(versions)'"), not '\(version)'")
      }
    },
  ]

  private static func unplanned(_ input: RuleInput) -> [TicketKey] {
    let planned = input.plannedKeys
    return input.scope.tickets.values
      .filter { ($0.state == .delivered || $0.state == .partlyReverted) && !planned.contains($0.key) }
      .map(\.key)
  }

  private static func missing(_ input: RuleInput) -> [TicketKey] {
    planned(input, in: .absent, .mentioned)
  }

  private static func planned(_ input: RuleInput, in states: TicketState...) -> [TicketKey] {
    input.planned.map(\.key).filter { states.contains(input.state(of: $0)) }
  }
}

extension RuleInput {
  /// What the manifest knows of a ticket that is not of this version.
  func otherTicket(_ key: TicketKey) -> Ticket? { manifest?.others.first { $0.key == key } }

  /// The reverts in effect that undo work of a ticket.
  func undoers(of key: TicketKey) -> [ObjectID] {
    let undone = Set(scope.tickets[key]?.evidence.filter { $0.state == .undone }.map(\.commit) ?? [])
    return scope.reverts.filter { $0.isInEffect && !undone.isDisjoint(with: $0.undoes) }.map(\.commit)
  }

  /// A planned ticket without work whose number differs by two swapped digits, or by one too many or too few.
  func likelyMeant(instead key: TicketKey) -> TicketKey? {
    let digits = Array(String(key.number).utf8)
    guard digits.count >= 3 else { return nil }
    return planned.map(\.key).first { other in
      let theirs = Array(String(other.number).utf8)
      let isSubstitution = theirs.count == digits.count && theirs.sorted() != digits.sorted()
      return other.project == key.project && other != key && state(of: other) == .absent && !isSubstitution
        && editDistance(theirs, digits, limit: 1) != nil
    }
  }
}
