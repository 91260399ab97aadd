package enum KeyPlace: String, CaseIterable, Comparable, Sendable {
  case subject
  case bodyLine = "body-line"
  case trailer
  case mergeBranch = "merge-branch"
  case note

  package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  /// The place among ``allCases``.
  var rank: Int {
    switch self {
    case .subject: 0
    case .bodyLine: 1
    case .trailer: 2
    case .mergeBranch: 3
    case .note: 4
    }
  }

  init(rank: Int) { self = Self.byRank[rank] }

  private static let byRank = allCases
}
