/// What is left of commits at the tips of both sides, and where both come from.
struct RemainsAtTips {
  private var remains: [ScopeAnswers.Place: Remains]
  private let alike: Set<ObjectID>
  private let tips: NetScope.Tips

  /// - Parameter overwritten: By commit, those that it goes on from. What something else came in the place of is there
  ///   where what goes on from it is, and is not where that is gone which it goes on from.
  /// - Complexity: Linear in what is overwritten.
  init(
    _ remains: [ScopeAnswers.Place: Remains], alike: Set<ObjectID>, overwritten: [ObjectID: Set<ObjectID>],
    _ tips: NetScope.Tips
  ) {
    self.remains = remains
    self.alike = alike
    self.tips = tips
    var overwriting: [ObjectID: Set<ObjectID>] = [:]
    for (commit, others) in overwritten {
      for other in others { overwriting[other, default: []].insert(commit) }
    }
    for tip in tips.all {
      tell(.all, of: overwritten, in: tip)
      tell(.none, of: overwriting, in: tip)
    }
  }

  /// Says the same of the replaced commits that others lead to.
  private mutating func tell(_ told: Remains, of others: [ObjectID: Set<ObjectID>], in tip: ObjectID) {
    var pending = others.keys.filter { remains[ScopeAnswers.Place(of: $0, in: tip)] == told }
    while let commit = pending.popLast() {
      for other in others[commit] ?? [] {
        let place = ScopeAnswers.Place(of: other, in: tip)
        guard remains[place] == .replaced else { continue }
        remains[place] = told
        pending.append(other)
      }
    }
  }

  /// Whether both sides have the same files where the commit changed some.
  func isAlike(_ commit: ObjectID) -> Bool { alike.contains(commit) }

  func inRelease(_ commit: ObjectID) -> Remains? { remains[ScopeAnswers.Place(of: commit, in: tips.release)] }

  func onBase(_ commit: ObjectID) -> Remains? { remains[ScopeAnswers.Place(of: commit, in: tips.base)] }

  /// Of several merge bases, what merging them gives.
  ///
  /// - Returns: `nil` where that is not known.
  func atMergeBase(_ commit: ObjectID) -> Remains? {
    let found = Set(tips.mergeBases.map { remains[ScopeAnswers.Place(of: commit, in: $0)] })
    if found.count == 1 { return found.first ?? nil }
    guard let origin = tips.origin, let before = remains[ScopeAnswers.Place(of: commit, in: origin)] else { return nil }
    let changed = found.subtracting([before])
    return changed.count == 1 ? changed.first ?? nil : nil
  }
}
