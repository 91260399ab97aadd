/// What is left of commits at the tips of both sides, and where both come from.
struct RemainsAtTips {
  /// What is left of a change, or of a part of it.
  struct Left: Hashable {
    let inRelease: Remains
    let onBase: Remains
    /// `nil` where that is not known.
    let atMergeBase: Remains?

    /// Whether the release has something else in its place, as both had before.
    var isAsAtMergeBase: Bool { inRelease == .replaced && atMergeBase == .replaced }

    /// Whether both sides have something else in its place, or have it in a place that nobody looked at.
    var isOpen: Bool {
      (inRelease == .replaced || inRelease == .moved) && (onBase == .replaced || onBase == .moved)
    }

    /// The same of what takes the change back.
    var inverse: Left {
      Left(inRelease: inRelease.inverse, onBase: onBase.inverse, atMergeBase: atMergeBase?.inverse)
    }
  }

  private var remains: [ScopeAnswers.CommitInTree: Remains]
  private let paths: [ScopeAnswers.CommitInTree: [Remains?]]
  private let alike: Set<ObjectID>
  private let tips: NetScope.Tips

  /// - Parameter overwritten: By commit, those that it goes on from. What something else came in the place of is there
  ///   where what goes on from it is, and is not where that is gone which it goes on from.
  /// - Parameter takenAway: By revert, the commits whose lines it takes away: where the revert is, they are not.
  /// - Complexity: Linear in what is overwritten.
  init(
    _ remains: [ScopeAnswers.CommitInTree: [Remains?]], alike: Set<ObjectID>, overwritten: [ObjectID: Set<ObjectID>],
    takenAway: [ObjectID: Set<ObjectID>] = [:], _ tips: NetScope.Tips
  ) {
    self.remains = remains.compactMapValues(Remains.whole)
    paths = remains
    self.alike = alike
    self.tips = tips
    var overwriting: [ObjectID: Set<ObjectID>] = [:]
    for (commit, others) in overwritten {
      for other in others { overwriting[other, default: []].insert(commit) }
    }
    for tip in tips.all {
      for (revert, others) in takenAway where self.remains[.init(of: revert, in: tip)] == .all {
        for other in others where self.remains[.init(of: other, in: tip)] == .replaced {
          self.remains[.init(of: other, in: tip)] = Remains.none
        }
      }
      tell(.all, of: overwritten, in: tip)
      tell(.none, of: overwriting, in: tip)
    }
  }

  /// Says the same of the replaced commits that others lead to.
  private mutating func tell(_ told: Remains, of others: [ObjectID: Set<ObjectID>], in tip: ObjectID) {
    var pending = others.keys.filter { remains[ScopeAnswers.CommitInTree(of: $0, in: tip)] == told }
    while let commit = pending.popLast() {
      for other in others[commit] ?? [] {
        let place = ScopeAnswers.CommitInTree(of: other, in: tip)
        guard remains[place] == .replaced else { continue }
        // What goes on from a part of it tells nothing of the part that is gone.
        if told == .all, paths[place]?.contains(Remains.none) == true { continue }
        remains[place] = told
        pending.append(other)
      }
    }
  }

  /// Whether both sides have the same files where the commit changed some.
  func isAlike(_ commit: ObjectID) -> Bool { alike.contains(commit) }

  /// Whether a commit changes nothing.
  func isEmpty(_ commit: ObjectID) -> Bool {
    paths[ScopeAnswers.CommitInTree(of: commit, in: tips.release)]?.isEmpty == true
  }

  func inRelease(_ commit: ObjectID) -> Remains? { remains[ScopeAnswers.CommitInTree(of: commit, in: tips.release)] }

  func onBase(_ commit: ObjectID) -> Remains? { remains[ScopeAnswers.CommitInTree(of: commit, in: tips.base)] }

  func atMergeBase(_ commit: ObjectID) -> Remains? {
    atMergeBase { remains[ScopeAnswers.CommitInTree(of: commit, in: $0)] }
  }

  /// Of several merge bases, what merging them gives.
  ///
  /// - Returns: `nil` where that is not known.
  private func atMergeBase(_ remains: (ObjectID) -> Remains?) -> Remains? {
    let found = Set(tips.mergeBases.map(remains))
    if found.count == 1 { return found.first ?? nil }
    guard let origin = tips.origin, let before = remains(origin) else { return nil }
    let changed = found.subtracting([before])
    return changed.count == 1 ? changed.first ?? nil : nil
  }

  /// What is left of a commit as far as it differs from path to path: a part of it may have gone another way than the
  /// rest. One part where it does not differ, or where that is not known.
  ///
  /// - Returns: `nil` where not even that is known.
  func parts(of commit: ObjectID) -> Set<Left>? {
    guard let ours = inRelease(commit), let theirs = onBase(commit) else { return nil }
    let whole = Left(inRelease: ours, onBase: theirs, atMergeBase: atMergeBase(commit))
    let isMixed = tips.all.contains { tip in
      let place = ScopeAnswers.CommitInTree(of: commit, in: tip)
      return remains[place] == .some || remains[place] == .replaced
    }
    guard isMixed, let count = paths[ScopeAnswers.CommitInTree(of: commit, in: tips.release)]?.count, count > 1 else {
      return [whole]
    }
    var parts: Set<Left> = []
    for path in 0..<count {
      func left(_ tip: ObjectID) -> Remains? {
        guard let known = paths[ScopeAnswers.CommitInTree(of: commit, in: tip)], known.count == count else {
          return nil
        }
        return known[path]
      }
      guard let ours = left(tips.release), let theirs = left(tips.base) else { return [whole] }
      parts.insert(Left(inRelease: ours, onBase: theirs, atMergeBase: atMergeBase(left)))
    }
    return parts
  }
}
