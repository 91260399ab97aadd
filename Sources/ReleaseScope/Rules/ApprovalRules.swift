extension Rule {
  /// Whether those who have to approve have approved what is there.
  static let approvalRules: [Rule] = [
    Rule(
      .approvalMissing, .error, from: .documents, finds: "a role that the policy asks for, in which nobody approved",
      advice: "run: relscope approve --role <role> --push; what others approved comes by: "
        + "\(SharedNotes.approvals.fetchCommand)"
    ) { input in
      input.lackingRoles.filter { $0.void == nil }.map { role, _ in
        Difference(
          commits: input.head.map { [$0] } ?? [],
          message: "\(role): nobody approved \(input.head?.abbreviated ?? "the release")",
          help: input.approveCommand(role))
      }
    },
    Rule(
      .approvalVoid, .error, from: .documents, finds: "a role in which somebody approved, and not what is there now",
      advice: "look at what came since, and approve again: relscope approve --role <role> --push"
    ) { input in
      input.lackingRoles.compactMap { role, void in
        void.map { void in
          Difference(
            commits: input.head.map { [$0] } ?? [], message: input.message(of: void), help: input.approveCommand(role))
        }
      }
    },
  ]
}

extension RuleInput {
  /// The roles in which no approval holds, with the best of those that are void.
  fileprivate var lackingRoles: [(role: String, void: ApprovalReport?)] {
    guard let approvals else { return [] }
    return policy.approvals.required.compactMap { role in
      let reports = approvals.filter { $0.role == role }
      guard !reports.contains(where: { $0.state == .held }) else { return nil }
      let void = reports.filter { $0.state == .void }
      // What anybody may have put there says less than what somebody signed.
      return (role, void.first { $0.key != nil } ?? void.first)
    }
  }

  fileprivate func approveCommand(_ role: String) -> String {
    "run: relscope approve \(ShellWord.quoted(releaseName)) --role \(ShellWord.quoted(role)) --push"
  }

  fileprivate func message(of void: ApprovalReport) -> String {
    let approver = void.approver ?? "somebody"
    let approved = void.head?.abbreviated ?? "another commit"
    guard void.reason == .head else {
      return "\(void.role): \(approver) approved \(approved)\(void.day), which does not count: \(void.detail ?? "void")"
    }
    let count = void.since.count
    let first = void.since.first.flatMap { commits[$0]?.subject }.map { ": \($0)" } ?? ""
    let since = count == 0 ? "" : " (\(count == 1 ? "1 commit" : "\(count) commits") later\(first))"
    return "\(void.role): \(approver) approved \(approved)\(void.day); the head is "
      + "\(head?.abbreviated ?? "another one")\(since)"
  }
}

extension ApprovalReport {
  /// The day that the approver's clock said.
  fileprivate var day: String { time.map { " on \($0.day)" } ?? "" }
}
