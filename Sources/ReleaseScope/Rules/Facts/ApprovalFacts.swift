/// What a rule sees that is about approvals.
struct ApprovalFacts: Sendable {
  /// `nil` as long as nobody has looked.
  let reports: [ApprovalReport]?
  /// The roles that the policy asks for.
  let required: [String]
  let head: ObjectID?
  let releaseName: String
  /// The commits of the range, for what came after an approval.
  let commits: CommitList

  init(_ facts: RuleFacts) {
    reports = facts.approvals
    required = facts.documents.policy.approvals.required
    head = facts.head
    releaseName = facts.documents.releaseName
    commits = facts.range.commits
  }

  /// The roles in which no approval holds, with the best of those that are void.
  var lackingRoles: [(role: String, void: ApprovalReport?)] {
    guard let reports else { return [] }
    return required.compactMap { role in
      let reports = reports.filter { $0.role == role }
      guard !reports.contains(where: { $0.state == .held }) else { return nil }
      let void = reports.filter { $0.state == .void }
      // What anybody may have put there says less than what somebody signed.
      return (role, void.first { $0.key != nil } ?? void.first)
    }
  }

  func approveCommand(_ role: String) -> Advice {
    .run("relscope approve \(ShellWord.quoted(releaseName)) --role \(ShellWord.quoted(role)) --push")
  }
}
