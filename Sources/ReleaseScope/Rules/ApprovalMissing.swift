extension Rule {
  static let approvalMissing = Rule(
    .approvalMissing, .error, finds: "a role that the policy asks for, in which nobody approved",
    advice: .run(
      "relscope approve --role <role> --push; what others approved comes by: \(SharedNotes.approvals.fetchCommand)"),
    find: .approvals { facts in
      facts.lackingRoles.filter { $0.void == nil }.map { role, _ in
        Difference(
          commits: facts.head.map { [$0] } ?? [],
          message: "\(role): nobody approved \(facts.head?.abbreviated ?? "the release")",
          help: facts.approveCommand(role))
      }
    })
}
