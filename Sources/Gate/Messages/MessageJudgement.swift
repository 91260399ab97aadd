package import ReleaseScope

/// What the hook `commit-msg` does with a message.
package enum MessageJudgement {
  case pass
  /// The message gets a trailer.
  case add(trailer: String, file: [UInt8])
  case refuse(MissingKey)

  /// A message without a ticket, on a branch that needs one.
  package struct MissingKey: Sendable {
    package let branch: String
    /// The trailer that would name one.
    package let trailer: String
    /// The ticket of the branch, or what a near miss looks like.
    package let suggestion: TicketKey?
    package let nearMisses: [NearMiss]
    /// The tickets of the release, in the order of its manifest.
    package let planned: [Ticket]
    /// The manifest's path on the base; `nil` if there is none.
    package let manifest: String?
    /// The base's name.
    package let base: String
  }
}

extension ReleaseGate {
  /// Judges the message of an ordinary commit: that of a merge says what was merged, and that of a squash what was
  /// squashed.
  ///
  /// - Throws: An ``ExplainedError`` of the repository.
  package func judgement(
    of message: CommitMessageFile, on branch: String?, during pending: PendingMerge
  ) throws -> MessageJudgement {
    guard !message.isEmpty, !message.isAutosquash, pending.heads.isEmpty, pending.squash == nil, let branch
    else { return .pass }
    let needed = try neededKeys(on: branch)
    guard needed.isNeeded else { return .pass }
    let facts = needed.facts(of: message.text)
    guard facts.implements.isEmpty, facts.reverts.isEmpty else { return .pass }
    let trailer = policy.keys.trailers.first ?? "Ticket"
    if policy.hooks.onMissingKey == .add, let key = needed.key, facts.nearMisses.isEmpty {
      return .add(trailer: "\(trailer): \(key)", file: message.adding(trailer: "\(trailer): \(key)"))
    }
    return .refuse(
      MessageJudgement.MissingKey(
        branch: branch, trailer: trailer, suggestion: needed.key ?? facts.nearMisses.first?.suggestion,
        nearMisses: facts.nearMisses, planned: needed.planned,
        manifest: needed.manifest, base: base?.name ?? baseBranch))
  }
}
