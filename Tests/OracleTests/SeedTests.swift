import Oracle
import Testing

/// What relscope says of random histories, beside what their files say.
struct SeedTests {
  @Test(arguments: HistoryMode.allCases) func `agrees with the files of random histories`(_ mode: HistoryMode) throws {
    for seed: UInt64 in 1...500 {
      let run = try OracleRun(RandomHistory(seed: seed, mode, operations: 14))
      let story = run.disagreements.isEmpty ? "" : try HistoryShrinker.shrink(run).story
      #expect(story == "")
    }
  }

  /// Of each kind that was told wrongly once, one.
  @Test(arguments: [
    (HistoryMode.git, [20317, 21643, 21745, 23546, 23606, 25298, 28965] as [UInt64]),
    (.all, [21643, 22064, 22735, 24889, 25298, 28919, 29692]),
  ])
  func `agrees with the files of histories that were told wrongly`(_ mode: HistoryMode, _ seeds: [UInt64]) throws {
    for seed in seeds {
      let run = try OracleRun(RandomHistory(seed: seed, mode, operations: 14))
      #expect(run.disagreements.isEmpty, "\(run.story)")
    }
  }
}
