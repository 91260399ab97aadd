package import ReleaseScope

/// Says of all approvals that were found which of them count, and which roles lack one.
package struct ApprovalJudgement<Facts: ReleaseFacts> {
  private let check: ApprovalCheck<Facts>
  private var policy: ApprovalPolicy { check.policy }

  package init(_ subject: ApprovalSubject, _ policy: ApprovalPolicy, _ signers: AllowedSigners, _ facts: Facts) {
    check = ApprovalCheck(subject: subject, policy: policy, signers: signers, facts: facts)
  }

  /// An approval that nothing makes void but perhaps another one.
  private struct Candidate {
    let report: ApprovalReport
    let person: Mailbox
    let key: SigningKey
  }

  /// - Returns: By role, in the order in which the policy requires them, then by name; of a role first what holds.
  /// - Throws: What the facts throw.
  package func reports(_ found: [FoundApproval]) throws -> [ApprovalReport] {
    var candidates: [String: [Candidate]] = [:]
    var others: [ApprovalReport] = []
    let revocations = revocations(in: found)
    for found in Self.once(found) where found.record.payload.decision == .approve {
      var report = Self.report(on: found.record.payload)
      if case .earlier(let since) = found.standing { report.since = since }
      do {
        let key = try check.key(of: found.record)
        report.key = key.fingerprint
        try check.binding(of: found)
        let person = check.facts.person(found.record.payload.approver)
        try separate(person, in: report.role, found.standing)
        try refuseRevoked(found.record.payload, person, revocations)
        report.state = .held
        candidates[report.role, default: []].append(Candidate(report: report, person: person, key: key))
      } catch let failure as ApprovalCheck<Facts>.Failure {
        report.reason = failure.reason
        report.detail = failure.detail
        others.append(report)
      }
    }
    return sorted(distinct(candidates) + others)
  }

  /// Takes each signature once, wherever else it lies too.
  private static func once(_ found: [FoundApproval]) -> [FoundApproval] {
    var seen: Set<[UInt8]> = []
    return found.filter { seen.insert($0.record.payloadBytes + $0.record.signature).inserted }
  }

  private static func report(on payload: ApprovalPayload) -> ApprovalReport {
    var report = ApprovalReport(role: payload.role, state: .void)
    report.approver = payload.approver
    report.head = payload.head
    report.time = payload.time
    report.until = payload.until
    report.despite = payload.despite
    return report
  }

  private func separate(_ person: Mailbox, in role: String, _ standing: FoundApproval.Standing) throws {
    guard policy.isSeparate, !policy.authorMay.contains(role),
      let commit = try check.facts.commit(by: person, countsCommitters: standing != .content)
    else { return }
    throw ApprovalCheck<Facts>.Failure(.author, "the approver is an author of the release, as of \(commit.abbreviated)")
  }

  private func revocations(in found: [FoundApproval]) -> [ApprovalPayload] {
    found.map(\.record).filter { $0.payload.decision == .revoke && (try? check.key(of: $0)) != nil }.map(\.payload)
  }

  private func refuseRevoked(_ payload: ApprovalPayload, _ person: Mailbox, _ revocations: [ApprovalPayload]) throws {
    let revocation = revocations.first {
      $0.head == payload.head && $0.role == payload.role && $0.time >= payload.time
        && check.facts.person($0.approver) == person
    }
    guard let revocation else { return }
    throw ApprovalCheck<Facts>.Failure(.revoked, "the approver took it back on \(revocation.time.day)")
  }

  /// Gives each role an approval of a person and a key of its own, if that can be.
  private func distinct(_ candidates: [String: [Candidate]]) -> [ApprovalReport] {
    let roles = policy.required.filter { candidates[$0] != nil }
    var steps = Self.stepLimit
    let chosen = Self.choose(roles[...], candidates, [], steps: &steps) ?? Self.greedy(roles, candidates)
    var reports = chosen.map(\.report)
    for (role, held) in candidates {
      if !policy.required.contains(role) {
        reports += held.map(\.report)
        continue
      }
      if let first = chosen.first(where: { $0.report.role == role }) {
        var seen = [first.person]
        for other in held where !seen.contains(other.person) {
          seen.append(other.person)
          reports.append(other.report)
        }
        continue
      }
      reports += held.map { candidate in
        var report = candidate.report
        report.state = .void
        let other = chosen.first { $0.person == candidate.person }
        report.reason = other == nil ? .sameKey : .samePerson
        let role = (other ?? chosen.first { $0.key == candidate.key })?.report.role ?? ""
        report.detail = "the same \(other == nil ? "key" : "person") approves as '\(role)'"
        return report
      }
    }
    return reports
  }

  /// Beyond it, the first fit decides.
  private static var stepLimit: Int { 10_000 }

  private static func choose(
    _ roles: ArraySlice<String>, _ candidates: [String: [Candidate]], _ chosen: [Candidate], steps: inout Int
  ) -> [Candidate]? {
    guard let role = roles.first else { return chosen }
    for candidate in candidates[role] ?? [] where !isTaken(candidate, chosen) {
      steps -= 1
      guard steps > 0 else { return nil }
      if let all = choose(roles.dropFirst(), candidates, chosen + [candidate], steps: &steps) { return all }
    }
    return nil
  }

  private static func greedy(_ roles: [String], _ candidates: [String: [Candidate]]) -> [Candidate] {
    roles.reduce(into: []) { chosen, role in
      if let first = candidates[role]?.first(where: { !isTaken($0, chosen) }) { chosen.append(first) }
    }
  }

  private static func isTaken(_ candidate: Candidate, _ chosen: [Candidate]) -> Bool {
    chosen.contains { $0.person == candidate.person || $0.key == candidate.key }
  }

  /// Adds the roles that nobody approved in.
  private func sorted(_ reports: [ApprovalReport]) -> [ApprovalReport] {
    var all = reports
    for role in policy.required where !all.contains(where: { $0.role == role }) {
      all.append(ApprovalReport(role: role, state: .missing))
    }
    let ranks = Dictionary(policy.required.enumerated().map { ($1, $0) }) { first, _ in first }
    func order(_ report: ApprovalReport) -> (Int, String, Int, Int64, String, String) {
      (
        ranks[report.role] ?? .max, report.role, report.state == .held ? 0 : report.since.count + 1,
        -(report.time?.seconds ?? 0), report.approver ?? "", report.detail ?? ""
      )
    }
    return all.sorted { order($0) < order($1) }
  }
}
