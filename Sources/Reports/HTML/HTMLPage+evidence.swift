import ReleaseScope

extension HTMLPage.Ticket.Piece {
  /// - Parameters:
  ///   - revert: What undoes the commit.
  ///   - match: Its counterpart on the base.
  init(_ evidence: Evidence, _ commits: CommitReferences, revert: ObjectID?, match: BaseMatch?) {
    commit = commits.reference(evidence.commit)
    isUndone = evidence.state == .undone
    place = evidence.via.map { "\(evidence.place.words) \($0.abbreviated)" } ?? evidence.place.words
    note =
      switch evidence.state {
      case .inEffect: nil
      case .undone: revert.map { "undone by \($0.abbreviated)" } ?? "undone"
      case .onBase: match.map(Self.note) ?? "on the base"
      }
  }

  private static func note(_ match: BaseMatch) -> String {
    // What only the files tell has no commit of its own there.
    let counterpart = match.by == .contents ? "" : " as \(match.counterpart.abbreviated)"
    return "on the base\(counterpart) (\(match.by.words))"
  }
}

extension KeyPlace {
  fileprivate var words: String {
    switch self {
    case .subject: "in the subject"
    case .bodyLine: "in the body"
    case .trailer: "in a trailer"
    case .mergeBranch: "by the branch of merge"
    case .note: "in a note"
    }
  }
}

extension BaseEvidence {
  fileprivate var words: String {
    switch self {
    case .patchID: "same patch"
    case .trailer: "mark of a cherry-pick"
    case .tree: "same tree"
    case .squash: "squashed"
    case .request: "copy of the pull request"
    case .changeID: "same Change-Id"
    case .ancestry: "the commits themselves"
    case .contents: "same lines"
    case .authorship: "same author, date and subject"
    }
  }
}
