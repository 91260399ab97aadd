import ReleaseScope

/// What a commit of the range is to the release, each with a shape of its own.
enum CommitKind: String, CaseIterable {
  case planned
  case unplanned
  case untracked
  case undone
  case onBase = "onbase"
  case revert = "back"
  case exempt
  case merge = "joint"
  case other

  /// - Parameter isPlanKnown: Whether there is a manifest.
  func words(isPlanKnown: Bool) -> String {
    switch self {
    case .planned: isPlanKnown ? "for a planned ticket" : "for a ticket"
    case .unplanned: "for a ticket that is not planned"
    case .untracked: "without a ticket"
    case .undone: "undone"
    case .onBase: "on the base already"
    case .revert: "revert"
    case .exempt: "exempt"
    case .merge: "merge"
    case .other: "of no account"
    }
  }

  /// Whether somebody should look at the commit.
  var isTelling: Bool {
    switch self {
    case .unplanned, .untracked, .undone, .revert: true
    case .planned, .onBase, .exempt, .merge, .other: false
    }
  }

  /// The outline around a point.
  func path(x: Int, y: Int) -> String {
    switch self {
    case .planned, .onBase: "M\(x - 6) \(y)a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z"
    case .unplanned: "M\(x) \(y - 7)l7 7l-7 7l-7 -7z"
    case .untracked: "M\(x - 5) \(y - 5)h10v10h-10z"
    case .undone: "M\(x - 6) \(y - 4)l2 -2l4 4l4 -4l2 2l-4 4l4 4l-2 2l-4 -4l-4 4l-2 -2l4 -4z"
    case .revert: "M\(x + 5) \(y - 6)v12l-11 -6z"
    case .exempt, .other: "M\(x - 3) \(y)a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z"
    case .merge: "M\(x - 4) \(y)a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"
    }
  }
}

/// The kinds of the commits that a report names as the range's, and the tickets that they are for.
struct CommitKinds {
  private var kinds: [ObjectID: CommitKind] = [:]
  private var tickets: [ObjectID: TicketKey] = [:]
  let isPlanKnown: Bool

  init(_ report: ScopeReport) {
    isPlanKnown = report.manifest != nil
    for exempt in report.exempt { kinds[exempt.commit] = .exempt }
    for id in report.untracked { kinds[id] = .untracked }
    for ticket in report.tickets {
      let isPlanned = ticket.isPlanned || !isPlanKnown
      for evidence in ticket.evidence {
        if isPlanned || tickets[evidence.commit] == nil { tickets[evidence.commit] = ticket.key }
        switch evidence.state {
        case .inEffect:
          if isPlanned || kinds[evidence.commit] == nil {
            kinds[evidence.commit] = isPlanned ? .planned : .unplanned
          }
        case .undone: kinds[evidence.commit] = .undone
        case .onBase: kinds[evidence.commit] = .onBase
        }
      }
    }
    for match in report.alreadyOnBase { kinds[match.commit] = .onBase }
    for revert in report.reverts {
      kinds[revert.commit] = .revert
      for undone in revert.undoes where revert.isInEffect { kinds[undone] = .undone }
    }
  }

  /// The kind of a commit of the range.
  func kind(of id: ObjectID, isMerge: Bool) -> CommitKind { kinds[id] ?? (isMerge ? .merge : .other) }

  /// A ticket that the commit is work for.
  func ticket(of id: ObjectID) -> TicketKey? { tickets[id] }

  func words(_ kind: CommitKind) -> String { kind.words(isPlanKnown: isPlanKnown) }
}
