extension Rule {
  static let untrustedPolicy = Rule(
    .untrustedPolicy, .error, judgesPush: true,
    finds: "a policy, a manifest or a baseline that the release changes: it would judge itself",
    advice: "change the file on the base, in a pull request of its own",
    find: .absence { facts in
      facts.elsewhere.changedDocuments.map { Difference(message: "the release changes '\($0)'") }
    })
}
