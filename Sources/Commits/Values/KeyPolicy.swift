/// Where a ticket key makes a commit the ticket's work.
package struct KeyPolicy: Equatable, Sendable {
  package var places: Set<KeyPlace> = Set(KeyPlace.allCases)
  /// Trailers besides those that always count, such as `Ticket` and `Jira`; compared without case.
  package var trailers: [String] = []
  /// Whether `shop-12` counts as `SHOP-12` for known projects, where a key opens a text, in trailers and in branch
  /// names.
  package var ignoresCase = true

  package init() {}
}

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
