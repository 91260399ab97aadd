/// Makes a history small in which relscope is wrong.
package enum HistoryShrinker {
  /// Leaves out one step after the other while what is wrong stays wrong: the same ticket, seen in the same state where
  /// the same is right, or the verdict.
  package static func shrink(_ run: OracleRun) throws -> OracleRun {
    guard let wrong = run.disagreements.first else { return run }
    var smallest = run
    var isSmaller = true
    while isSmaller {
      isSmaller = false
      var place = 0
      while place < smallest.history.steps.count {
        var steps = smallest.history.steps
        steps.remove(at: place)
        let history = RandomHistory(seed: run.history.seed, run.history.mode, steps: steps)
        let smaller = try OracleRun(history)
        if smaller.disagreements.contains(wrong) {
          smallest = smaller
          isSmaller = true
        } else {
          place += 1
        }
      }
    }
    return smallest
  }
}
