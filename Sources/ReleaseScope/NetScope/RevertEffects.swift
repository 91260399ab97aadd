/// What is in effect after a number of reverts and re-applications, where each may itself be undone later.
struct RevertEffects {
  private struct Event {
    let by: CommitPosition
    let restores: Bool
  }

  /// By what they change, oldest first.
  private var events: [CommitPosition: [Event]] = [:]
  /// By the commit that changes them.
  private var targets: [CommitPosition: [CommitPosition]] = [:]
  private(set) var isUndone: [Bool]

  init(count: Int) {
    isUndone = Array(repeating: false, count: count)
  }

  /// Adds what a commit undoes and what it restores. Commits are added oldest first: of those in effect, the newest one
  /// decides.
  mutating func add(_ commit: CommitPosition, undoing undone: [CommitPosition], restoring restored: [CommitPosition]) {
    targets[commit] = undone + restored
    for target in undone { events[target, default: []].append(Event(by: commit, restores: false)) }
    for target in restored { events[target, default: []].append(Event(by: commit, restores: true)) }
    update(undone + restored)
  }

  /// The commit that undid another; `nil` for one that is in effect.
  func undoer(of target: CommitPosition) -> CommitPosition? { isUndone[target] ? lastEvent(on: target)?.by : nil }

  private func lastEvent(on target: CommitPosition) -> Event? { events[target]?.last { !isUndone[$0.by] } }

  private mutating func update(_ changed: [CommitPosition]) {
    var pending = changed
    while let target = pending.popLast() {
      let isNowUndone = lastEvent(on: target).map { !$0.restores } ?? false
      guard isNowUndone != isUndone[target] else { continue }
      isUndone[target] = isNowUndone
      pending += targets[target] ?? []
    }
  }
}
