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
}
