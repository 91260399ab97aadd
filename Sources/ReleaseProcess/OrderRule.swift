import ReleaseScope

/// A rule on what cannot have happened before, or without, something else.
struct OrderRule: Sendable {
  /// The step that was not done as it should have been, and what it is compared with.
  let steps: [ProcessStep]
  /// What is wrong; empty where nothing is.
  let find: @Sendable (ProcessFacts) -> [String]

  init(_ steps: [ProcessStep], _ find: @escaping @Sendable (ProcessFacts) -> [String]) {
    self.steps = steps
    self.find = find
  }

  static let all: [OrderRule] = preparation + delivery + closing
}

extension OrderRule {
  fileprivate static let preparation: [OrderRule] = [
    OrderRule([.testing, .readiness]) { facts in
      (facts.report?.findings ?? []).filter { $0.rule == .staleApproval && $0.isOpen }.map(\.message)
    },
    OrderRule([.readiness]) { facts in
      guard !facts.policy.qa.isEmpty else { return [] }
      return facts.standings.compactMap { ticket in
        guard ticket.isReady, let change = ticket.foundReady, let person = change.address ?? change.by,
          !facts.policy.qa.contains(where: { $0.caseInsensitivelyEquals(person) })
        else { return nil }
        return "\(ticket.key) was set ready by \(change.by ?? person), who is not QA by the policy"
      }
    },
    OrderRule([.version]) { facts in
      let fetched = facts.evidence?.versions?.filter(\.isArchived).map { "the version is archived in \($0.project)" }
      return fetched ?? (facts.manifest?.version.isArchived == true ? ["the version is archived"] : [])
    },
    OrderRule([.assignment, .comparison]) { facts in
      guard let drift = facts.drift else { return [] }
      let added = drift.changes.added.map { ticket in
        let entered = facts.evidence?.tickets?.first { $0.key == ticket.key }?.entered
        let by = entered.flatMap(\.by).map { " by \($0)" } ?? ""
        return "\(ticket.key) came into the version\(by) after the scope was frozen at '\(drift.since)'"
      }
      return added
        + drift.changes.dropped.map { "\($0.key) left the version after the scope was frozen at '\(drift.since)'" }
    },
    OrderRule([.assignment, .production]) { facts in
      guard let produced = facts.producedAt else { return [] }
      return (facts.evidence?.tickets ?? []).compactMap { ticket in
        guard ticket.left == nil, let entered = ticket.entered, entered.time > produced else { return nil }
        let by = entered.by.map { " by \($0)" } ?? ""
        return
          "\(ticket.key) came into the version\(by) after it was on production: plan it in a version that follows it"
      }
    },
    OrderRule([.pullRequest, .merge]) { facts in
      guard let request = facts.evidence?.pullRequest, request.state == .closed, facts.newestMerge != nil else {
        return []
      }
      return ["the release is on the base, and pull request #\(request.number) was closed without a merge"]
    },
    OrderRule([.pullRequest]) { facts in
      guard let request = facts.evidence?.pullRequest, request.state == .open, let head = request.head,
        let branch = facts.branch, branch.head != head
      else { return [] }
      return [
        "the pull request is at \(head.abbreviated), '\(branch.name)' here at \(branch.head.abbreviated): fetch or push first"
      ]
    },
    OrderRule([.scopeTold]) { facts in
      guard let told = facts.evidence?.pullRequest?.comment?.head, let head = facts.branch?.head, !told.names(head)
      else { return [] }
      return ["QA was told the scope of \(told.abbreviated), and the release is at \(head.abbreviated)"]
    },
  ]

  fileprivate static let delivery: [OrderRule] = [
    OrderRule([.comparison, .merge]) { facts in
      guard facts.newestMerge != nil else { return [] }
      let owed = (facts.approvals ?? []).filter { $0.state != .holds }.map(\.role)
      return owed.isEmpty ? [] : ["the release was merged without the approval of \(enumeration(owed))"]
    },
    OrderRule([.comparison, .merge]) { facts in
      guard facts.newestMerge != nil, facts.report?.verdict == .fail else { return [] }
      return ["the release was merged, and it differs from the version"]
    },
    OrderRule([.notes, .merge]) { facts in
      guard let notes = facts.message(.notes) else { return [] }
      guard let merge = facts.merges.last else { return ["the release notes went out, and the release is not merged"] }
      return notes.time < merge.time ? ["the release notes went out before the release was merged"] : []
    },
    OrderRule([.notes]) { facts in
      guard let named = facts.message(.notes)?.tickets, let report = facts.report else { return [] }
      let delivered = Set(
        report.tickets.filter { $0.state == .delivered || $0.state == .partlyReverted || $0.state == .alreadyOnBase }
          .map(\.key))
      let strange = named.filter { !delivered.contains($0) }
      return strange.isEmpty ? [] : ["the release notes name \(strange.names), which the release did not bring"]
    },
    OrderRule([.production]) { facts in
      guard case .reached(let ref) = facts.production, !ref.isOnBase else { return [] }
      return ["\(ref.name) is at \(ref.commit.abbreviated), which is not on the base"]
    },
    OrderRule([.production, .merge]) { facts in
      guard case .reached(let ref) = facts.production, ref.hasMerge == false else { return [] }
      return ["\(ref.name) is at \(ref.commit.abbreviated), which does not have the release's merge"]
    },
    OrderRule([.production]) { facts in
      let done = (facts.evidence?.deployments ?? []).filter(\.hasSucceeded).sorted { $0.time < $1.time }
      guard let last = done.last, last.hasRelease == false, done.contains(where: { $0.hasRelease == true }) else {
        return []
      }
      return ["\(last.environment) went back to \(last.commit.abbreviated), which does not have the release"]
    },
    OrderRule([.merge]) { facts in
      facts.unported
    },
  ]

  fileprivate static let closing: [OrderRule] = [
    OrderRule([.closing, .production]) { facts in
      let closed = facts.standings.filter(\.isClosed)
      guard let produced = facts.producedAt else { return [] }
      let early = closed.filter { $0.since.map { $0 < produced } ?? false }
      guard !early.isEmpty else { return [] }
      return ["\(early.names) \(early.count == 1 ? "was" : "were") closed before the release came to production"]
    },
    OrderRule([.results, .production]) { facts in
      guard let results = facts.message(.results), let produced = facts.producedAt, results.time < produced else {
        return []
      }
      return ["the results went out before the release came to production"]
    },
    OrderRule([.versionClosed, .closing]) { facts in
      guard facts.isReleased else { return [] }
      let open = facts.standings.filter { $0.status != nil && !$0.isClosed }
      return open.isEmpty ? [] : ["the version is released, and \(open.names) \(isOrAre(open.count)) open"]
    },
    OrderRule([.versionClosed, .closing]) { facts in
      (facts.evidence?.versions ?? []).compactMap { version in
        guard version.isReleased, let count = version.unresolved, count > 0 else { return nil }
        return
          "the version is released in \(version.project), and \(quantity(count, "issue")) \(isOrAre(count)) unresolved"
      }
    },
    OrderRule([.versionClosed, .merge]) { facts in
      guard facts.isReleased, facts.newestMerge == nil, let branch = facts.branch, branch.ahead > 0 else { return [] }
      return [
        "the version is released, and \(quantity(branch.ahead, "commit")) of '\(branch.name)' \(isOrAre(branch.ahead)) not on the base"
      ]
    },
    OrderRule([.versionClosed]) { facts in
      guard facts.manifest?.version.isReleased == true, let fetched = facts.evidence?.versions else { return [] }
      let open = fetched.filter { !$0.isReleased }.map(\.project.description)
      return open.isEmpty ? [] : ["the version was released, and is open again in \(enumeration(open))"]
    },
    OrderRule([.versionClosed]) { facts in
      let versions = facts.evidence?.versions ?? []
      let (released, open) = (versions.filter(\.isReleased), versions.filter { !$0.isReleased })
      guard !released.isEmpty, !open.isEmpty else { return [] }
      return [
        "the version is released in \(enumeration(released.map(\.project.description))), and open in \(enumeration(open.map(\.project.description)))"
      ]
    },
  ]
}

extension ProcessFacts {
  /// Whether Jira calls the version released, by the newest source, in any project.
  var isReleased: Bool {
    evidence?.versions?.contains(where: \.isReleased) ?? (manifest?.version.isReleased == true)
  }
}
