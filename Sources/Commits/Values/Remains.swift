/// What a tree still has of the change of a commit.
package enum Remains: Equatable, Sendable {
  /// Every line that the commit added is there; of a change that only takes lines away, none of these is.
  case all
  /// No line that the commit added is there, and every line that it took away is.
  case none
  /// Part of it.
  case some
  /// None of its lines is there, and not all of those that it took away: something else came in their place, or may
  /// have.
  case replaced
  /// The same, and a file of it is gone: its lines may be in another one.
  case moved

  /// The same of a change that is its inverse.
  package var inverse: Remains {
    switch self {
    case .all: .none
    case .none: .all
    case .some: .some
    case .replaced: .replaced
    case .moved: .moved
    }
  }

  /// What remains of a whole change, by what each of its paths tells; `nil` for a path whose lines tell nothing.
  ///
  /// - Returns: Whole where every path says so, and not at all where every path says that; where some of these say
  ///   replaced, replaced. `nil` for no paths.
  package static func whole(_ paths: [Remains?]) -> Remains? {
    guard !paths.isEmpty else { return nil }
    let told = Set(paths.compactMap(\.self))
    let isOpen = paths.contains(nil)
    if told == [Remains.none, .replaced] || told.isEmpty { return .replaced }
    guard told.count == 1, let one = told.first else { return .some }
    return isOpen && one != Remains.none && one != .replaced ? .some : one
  }
}
