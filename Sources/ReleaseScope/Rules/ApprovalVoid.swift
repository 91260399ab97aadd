extension Rule {
  static let approvalVoid = Rule(
    .approvalVoid, .error, finds: "a role in which somebody approved, and not what is there now",
    advice: "look at what came since, and approve again: relscope approve --role <role> --push",
    find: .approvals { facts in
      facts.lackingRoles.compactMap { role, void in
        void.map { void in
          Difference(
            commits: facts.head.map { [$0] } ?? [], message: facts.message(of: void), help: facts.approveCommand(role))
        }
      }
    })
}

extension ApprovalFacts {
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
