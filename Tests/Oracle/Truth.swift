package import ReleaseScope

/// Why more than one answer is right.
package enum Doubt: String, CaseIterable, Sendable {
  /// The work went out and came back, or came back and went out, so that nothing changes.
  case backAndForth
  /// Older work is out, and newer work of the same ticket is in.
  case olderOutNewerIn
  /// A merge brings what both sides have.
  case mergeOfWhatBothHave
  /// The base took work back that the release still has.
  case takenBackByTheBase
  /// A copy has more than what it is a copy of.
  case adaptedPick
  /// All that is left of the work is on the base.
  case partlyOnBase
  /// A squash has a revert in it that its message does not tell.
  case hiddenInASquash
  /// The base has a part of a squash of several tickets.
  case squashedWithOthers
  /// A squash was taken back, and what it was made of came again.
  case redoneOtherwise
  /// Another change of the same line came in its place: nobody took it back.
  case overwritten
  /// The sides come from several commits, and those differ.
  case severalMergeBases
  /// Only the branch that brought the work in names the ticket, and the merge of it is on the base.
  case namedOnTheBaseOnly
  /// A commit that changes nothing is called as work is.
  case emptyCommit
  /// A merge changed it as no commit did: that is told of the merge, and not of the ticket.
  case changedInAMerge
}

/// What may be said of a ticket, from contents alone.
package struct TicketTruth: Equatable, Sendable {
  package let states: Set<TicketState>
  /// `nil` where there is one answer.
  package let doubt: Doubt?
}

extension HistoryDraft {
  /// What became of each ticket, by the files of the release, of the base and of what both come from. Of the commits it
  /// looks at what they change, and not at what they say.
  func truth() -> [TicketTruth] {
    let (base, release) = (tip(of: Self.main), tip(of: Self.release))
    let origin = mergeBase(base.ancestors, release.ancestors)
    let origins = mergeBases(base.ancestors, release.ancestors)
    let range = nodes.indices.filter { release.reaches($0) && !base.reaches($0) }
    let released = released()
    return world.tickets.indices.map { ticket in
      var parts = PartCounts()
      var (isChangedInAMerge, isChangedOnBase, isOutBeneath) = (false, false, false)
      for line in world.owners.indices where world.owners[line] == ticket {
        let isSplit = origins.contains { nodes[$0].state[line] != nodes[origins[0]].state[line] }
        for part in world.numbers(of: line) {
          let makers = range.filter { makes($0, part, line) }
          for node in nodes.indices where nodes[node].isMerge && makes(node, part, line) {
            isChangedInAMerge = true
            if !release.reaches(node) { isChangedOnBase = true }
          }
          let isTakenOut = range.contains { node in
            !world.holds(part, in: nodes[node].state[line], of: line)
              && world.holds(part, in: before(node)[line], of: line)
          }
          if isTakenOut, range.contains(where: { writes($0, over: part, line) }) { isOutBeneath = true }
          let wasOnBase = nodes.indices.contains { node in
            base.reaches(node) && !release.reaches(node) && world.holds(part, in: nodes[node].state[line], of: line)
          }
          let isOlder = nodes.indices.contains { node in
            release.reaches(node) && base.reaches(node) && makes(node, part, line)
          }
          let inRelease = world.holds(part, in: release.state[line], of: line)
          let onBase = world.holds(part, in: base.state[line], of: line)
          // Merging would change what no commit of the range changed.
          let isUnmade = isSplit && makers.isEmpty && inRelease != onBase
          let isOverwritten = world.isOther(release.state[line], than: part, of: line)
          parts.add(
            makers, isTakenOut: isTakenOut, isOlder: isOlder, isOverwritten: isOverwritten,
            isCopied: makers.allSatisfy(isCopy),
            isAlike: release.state[line] == base.state[line],
            isOtherOnBase: world.isOther(base.state[line], than: part, of: line), wasOnBase: wasOnBase,
            isChangedOnBase: origin.map { $0[line] != base.state[line] } ?? false,
            inRelease: inRelease, onBase: onBase,
            inOrigin: isUnmade ? nil : origin.map { world.holds(part, in: $0[line], of: line) })
        }
      }
      // Or it is called so: what else is of its branch, both have.
      let isMerged = range.contains { merge in
        nodes[merge].isMerge
          && nodes.indices.contains { node in
            let isNamed = nodes[merge].message.contains(world.tickets[ticket].description)
            return nodes[merge].reaches(node) && (isNamed || !nodes[nodes[merge].parents[0]].reaches(node))
              && tickets(changedBy: node).contains(ticket)
          }
      }
      // A copy of a merge names what the merge brought, which may have been there already.
      let isNamedByACopy = range.contains { node in
        guard case .pick(let origin) = nodes[node].kind, nodes[origin].isMerge else { return false }
        return nodes[node].message.contains(world.tickets[ticket].description)
      }
      // A release that goes on after it was merged: what came by that merge is said to be on the base.
      let isTicketReleased = released.contains { tickets(changedBy: $0).contains(ticket) }
      // What was squashed may come back as the commits that it was made of, which nobody can tell from new ones.
      let isSquashed = range.contains { node in
        guard case .squash = nodes[node].kind else { return false }
        return tickets(changedBy: node).contains(ticket)
      }
      let isSquashTakenBack =
        isSquashed
        && range.contains { node in
          guard case .revert(let target) = nodes[node].kind else { return false }
          return tickets(changedBy: target).contains(ticket)
        }
      // It names what was taken back there, which may be less than what has its title here.
      let isRevertPicked = range.contains { node in
        guard case .pick(let origin) = nodes[node].kind, case .revert = nodes[origin].kind else { return false }
        return tickets(changedBy: node).contains(ticket)
      }
      let truth = parts.truth(
        isMerged: isMerged || isNamedByACopy, isReleased: isTicketReleased, isSquashTakenBack: isSquashTakenBack,
        isRevertPicked: isRevertPicked)
      let isNamedOnTheBaseOnly = nodes.indices.contains { node in
        guard tickets(changedBy: node).contains(ticket) else { return false }
        if nodes[node].isKeyless { return base.reaches(node) || !release.reaches(node) }
        // A copy of what takes work back or brings it back may quote a title that has no ticket, of what is elsewhere.
        guard case .pick(let copied) = nodes[node].kind, release.reaches(node), !base.reaches(node) else {
          return false
        }
        switch nodes[copied].kind {
        case .revert, .reland:
          return !nodes[node].reaches(self.origin(of: node))
            && !nodes[node].message.contains(world.tickets[ticket].description)
        default: return false
        }
      }
      // A squash does not tell what its own commits took back in other words; nor does a copy, or what takes it back.
      // Work of the version that an earlier merge of the release brought to the base is told by what that brought.
      let isHidden = nodes.indices.contains { node in
        guard case .squash = nodes[node].kind, !nodes[node].message.lowercased().contains("revert"),
          range.contains(where: { self.origin(of: $0) == node }) || released.contains(node)
        else { return false }
        return world.owners.indices.contains { line in
          world.owners[line] == ticket
            && world.numbers(of: line).contains {
              world.holds($0, in: before(node)[line], of: line)
                && !world.holds($0, in: nodes[node].state[line], of: line)
            }
        }
      }
      // A copy that was fitted in is by commits the same work, and by contents not.
      let isFitted = nodes.indices.contains { node in
        guard case .pick(let origin) = nodes[node].kind, tickets(changedBy: node).contains(ticket) else { return false }
        // A merge that was picked has the titles of its commits no more.
        if nodes[origin].isMerge { return true }
        return changes(of: node, for: ticket) != changes(of: origin, for: ticket)
      }
      var told: Set<TicketState> = []
      if isChangedInAMerge {
        told = Set(TicketState.allCases)
        if !isChangedOnBase, !isOutBeneath { told.remove(.removed) }
      }
      if isFitted {
        let unnamed: Set<TicketState> = isNamedOnTheBaseOnly || origins.count > 1 ? [.absent, .mentioned] : []
        return TicketTruth(
          states: truth.states.union([.alreadyOnBase, .partlyReverted, .delivered, .reverted, .removed]).union(unnamed)
            .union(told),
          doubt: .adaptedPick)
      }
      if isHidden { return TicketTruth(states: Set(TicketState.allCases), doubt: .hiddenInASquash) }
      if isChangedInAMerge { return TicketTruth(states: truth.states.union(told), doubt: .changedInAMerge) }
      // It is work where nothing was taken out.
      let isEmptyWork = range.contains { node in
        guard case .nothing = nodes[node].kind else { return false }
        return nodes.contains { work in
          guard case .work = work.kind else { return false }
          return work.message == nodes[node].message && work.message.contains(world.tickets[ticket].description)
        }
      }
      if isEmptyWork, !truth.states.contains(.removed) {
        return TicketTruth(states: truth.states.union([.delivered, .alreadyOnBase]), doubt: .emptyCommit)
      }
      // Which part of a squash of several tickets the base has, nothing tells; nor that the branch had a part before.
      let squashes = nodes.indices.filter { isSquash($0, withOthersThan: ticket) }
      let hasNothing = squashes.contains { !tickets(changedBy: $0).contains(ticket) }
      if hasNothing || !squashes.isEmpty && truth.isOfBase {
        return TicketTruth(
          states: truth.states.union([.alreadyOnBase, .delivered, .partlyReverted]), doubt: .squashedWithOthers)
      }
      guard isNamedOnTheBaseOnly else { return truth }
      return TicketTruth(
        states: truth.states.union([.absent, .mentioned, .alreadyOnBase, .reverted, .partlyReverted, .delivered]),
        doubt: truth.doubt ?? .namedOnTheBaseOnly)
    }
  }
}

extension TicketTruth {
  /// Whether it depends on what the base has or had.
  fileprivate var isOfBase: Bool { states.contains(.alreadyOnBase) || doubt == .takenBackByTheBase }
}

extension HistoryDraft {
  /// Whether a commit is a squash of work of a ticket and of another one.
  private func isSquash(_ node: Int, withOthersThan ticket: Int) -> Bool {
    guard case .squash(let parts) = nodes[node].kind else { return false }
    let tickets = parts.map { self.tickets(changedBy: $0) }
    return tickets.contains { $0.contains(ticket) } && tickets.contains { $0 != [ticket] }
  }

  /// What a commit does to the lines of a ticket, as before and after by line.
  private func changes(of node: Int, for ticket: Int) -> [[Int]] {
    let (old, new) = (before(node), nodes[node].state)
    return world.owners.indices.filter { world.owners[$0] == ticket && old[$0] != new[$0] }
      .map { [$0, Int(old[$0]), Int(new[$0])] }
  }

  /// The commits that the base got by merges of the release.
  private func released() -> Set<Int> {
    let base = tip(of: Self.main)
    let merges = nodes.indices.filter { base.reaches($0) && nodes[$0].isReleaseMerge }
    return Set(
      merges.flatMap { merge in
        nodes.indices.filter { nodes[merge].reaches($0) && !nodes[nodes[merge].parents[0]].reaches($0) }
      })
  }

  /// Whether a commit is where a part came up: it has the part, and none of its parents.
  private func makes(_ node: Int, _ part: Int, _ line: Int) -> Bool {
    world.holds(part, in: nodes[node].state[line], of: line)
      && !nodes[node].parents.contains { world.holds(part, in: nodes[$0].state[line], of: line) }
  }

  /// Whether a merge met a part on one side and not on the other, and has something else written over it: whether that
  /// goes on from the part or came in its place, files do not tell.
  private func writes(_ node: Int, over part: Int, _ line: Int) -> Bool {
    guard nodes[node].isMerge, world.holds(part, in: nodes[node].state[line], of: line) else { return false }
    let sides = Set(nodes[node].parents.map { world.holds(part, in: nodes[$0].state[line], of: line) })
    return sides.count > 1 && world.numbers(of: line).contains { $0 != part && makes(node, $0, line) }
  }

  /// The merges that only the release has and that have changes of their own.
  func changedMerges() -> Set<ObjectID> {
    let (base, release) = (tip(of: Self.main), tip(of: Self.release))
    let merges = nodes.indices.filter { nodes[$0].isMerge && release.reaches($0) && !base.reaches($0) }
    return Set(
      merges.filter { node in
        world.owners.indices.contains { line in
          world.numbers(of: line).contains { makes(node, $0, line) }
        }
      }.map { nodes[$0].id })
  }

  private func isCopy(_ node: Int) -> Bool {
    switch nodes[node].kind {
    case .pick: true
    case .reland(let target), .revert(let target): isCopy(target)
    case .work, .squash, .merge, .nothing, .start: false
    }
  }
}
