import ReleaseScope

/// Tickets whose last commits say to remove something: it may be all that they brought.
extension RangeReading {
  /// Looks which of these commits leave nothing else than was there before.
  mutating func readRemovals(
    of scope: inout NetScope, at mergeBases: [ObjectID], into remains: inout [ScopeAnswers.CommitInTree: [Remains?]]
  ) throws {
    let removals = scope.removals
    try read(removals.sorted(), at: Set(mergeBases), into: &remains)
    var restoring: Set<ObjectID> = []
    for removal in removals {
      for base in mergeBases {
        if let told = remains[.init(of: removal, in: base)], Remains.whole(told) == .all { restoring.insert(removal) }
      }
    }
    scope.keepRemovals(restoring)
  }

  /// Leaves out the removals that remove others' work, too, or leave some of their ticket's, in whatever form.
  ///
  /// - Returns: By removal, the work of its ticket whose lines it took away.
  mutating func removedWork(of scope: inout NetScope) throws -> [ObjectID: Set<ObjectID>] {
    let repository = repository
    var (restoring, dropped): (Set<ObjectID>, [ObjectID: Set<ObjectID>]) = ([], [:])
    for (removals, work) in scope.removing {
      let all = work.union(removals).sorted()
      let isWhole = try attempt {
        try repository.takeBackOnly(work.sorted(), removals.sorted())
          && repository.takeBackOnly(all, work.sorted())
      }
      guard isWhole == true else { continue }
      restoring.formUnion(removals)
      let found = try repository.overwritten(by: all, removers: removals)
      for removal in removals { dropped[removal, default: []].formUnion(found[removal] ?? []) }
    }
    scope.keepRemovals(restoring)
    return dropped
  }
}
