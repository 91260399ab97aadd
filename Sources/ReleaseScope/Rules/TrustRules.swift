extension Rule {
  /// Whether the documents can be relied on.
  static let trustRules: [Rule] = [
    Rule(
      .untrustedPolicy, .error, from: .absence, judgesPush: true,
      finds: "a policy, a manifest or a baseline that the release changes: it would judge itself",
      advice: "change the file on the base, in a pull request of its own"
    ) { input in
      input.changedDocuments.map { Difference(message: "the release changes '\($0)'") }
    },
    Rule(
      .unsealedManifest, .note, from: .documents, finds: "a manifest without a seal (written by hand, or an export)",
      advice: "run: relscope manifest seal <file>"
    ) { input in
      guard input.manifest != nil, input.seal == .none else { return [] }
      return [Difference(message: "'\(input.manifestName)' has no seal")]
    },
    Rule(
      .brokenSeal, .error, from: .documents, judgesPush: true, finds: "a manifest whose digest does not match its seal",
      advice: "find out who changed the manifest; fetch it again, or seal it again after a review"
    ) { input in
      guard case .broken(let expected, let actual) = input.seal else { return [] }
      return [
        Difference(
          message: "'\(input.manifestName)' was changed after it was sealed: its digest is "
            + "\(actual.prefix(12)), not \(expected.prefix(12))")
      ]
    },
    Rule(
      .staleManifest, .warning, from: .documents, finds: "a manifest that is older than the policy allows",
      advice: "fetch the manifest again"
    ) { input in
      guard let limit = input.policy.manifestMaxAge, let manifest = input.manifest else { return [] }
      guard let fetchedAt = manifest.source?.fetchedAt else {
        return [Difference(message: "'\(input.manifestName)' does not say when it was fetched")]
      }
      guard input.now.seconds - fetchedAt.seconds > limit else { return [] }
      return [
        Difference(message: "'\(input.manifestName)' was fetched at \(fetchedAt), longer ago than the policy allows")
      ]
    },
  ]

  /// Waivers and entries of the baseline that need somebody's attention.
  static let waiverRules: [Rule] = [
    Rule(
      .waiverExpired, .error, from: .documents, judgesPush: true, finds: "a waiver that no longer holds",
      advice: "mend what it covered, or have it approved again with a new day"
    ) { input in
      input.expiredWaivers.map {
        Difference(
          ticket: $0.ticket, message: "the waiver of \($0.rule.rawValue) for \($0.subject) expired on \($0.expires)")
      }
    },
    Rule(
      .waiverUnused, .warning, from: .documents, finds: "a waiver that matches nothing",
      advice: "remove the waiver from the policy"
    ) { input in
      input.unusedWaivers.map {
        Difference(ticket: $0.ticket, message: "the waiver of \($0.rule.rawValue) for \($0.subject) matches nothing")
      }
    },
    Rule(
      .baselineUnused, .warning, from: .absence, finds: "an entry of the baseline that matches nothing any more",
      advice: "write the baseline again: relscope check --baseline <file> --write-baseline"
    ) { input in
      input.unusedEntries.map {
        Difference(
          ticket: $0.ticket, commits: $0.commits,
          message: "the baseline's \($0.rule.rawValue) for \($0.subject) matches nothing any more")
      }
    },
  ]
}

extension Waiver {
  /// What it covers, in words.
  var subject: String {
    [ticket.map(\.description), commit.map { "commit \($0)" }, path.map { "'\($0)'" }]
      .compactMap(\.self).joined(separator: ", ")
  }
}
