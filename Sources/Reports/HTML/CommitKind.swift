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

  var words: String {
    switch self {
    case .planned: "for a planned ticket"
    case .unplanned: "for a ticket that is not planned"
    case .untracked: "without a ticket"
    case .undone: "undone"
    case .onBase: "on the base already"
    case .revert: "revert"
    case .exempt: "exempt"
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
    case .exempt: "M\(x - 3) \(y)a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z"
    }
  }
}

/// The kinds of the commits that a report names as the range's.
struct CommitKinds {
  private var kinds: [ObjectID: CommitKind] = [:]

  init(_ report: ScopeReport) {
    for exempt in report.exempt { kinds[exempt.commit] = .exempt }
    for id in report.untracked { kinds[id] = .untracked }
    for ticket in report.tickets {
      for evidence in ticket.evidence {
        switch evidence.state {
        case .inEffect: if ticket.isPlanned || kinds[evidence.commit] == nil { add(evidence.commit, ticket.isPlanned) }
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

  private mutating func add(_ id: ObjectID, _ isPlanned: Bool) { kinds[id] = isPlanned ? .planned : .unplanned }

  subscript(id: ObjectID) -> CommitKind? { kinds[id] }
}
