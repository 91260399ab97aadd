extension Rule {
  static let brokenSeal = Rule(
    .brokenSeal, .error, judgesPush: true, finds: "a manifest whose digest does not match its seal",
    advice: "find out who changed the manifest; fetch it again, or seal it again after a review",
    find: .documents { facts in
      guard case .broken(let expected, let actual) = facts.seal else { return [] }
      return [
        Difference(
          message: "'\(facts.manifestName)' was changed after it was sealed: its digest is "
            + "\(actual.prefix(12)), not \(expected.prefix(12))")
      ]
    })
}
