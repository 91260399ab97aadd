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
    (
      HistoryMode.git,
      [
        20317, 21643, 21745, 23546, 23606, 25298, 28965, 40583, 41235, 61470, 61637, 63678, 66865, 70966, 71104,
        71912, 41947, 110106, 3_004_519, 4_001_021, 7_001_806, 7_012_294, 8_005_361, 8_007_612, 8_008_300, 8_009_183,
        8_010_526, 9_011_519, 14_007_150, 14_007_653, 14_018_865, 14_024_248, 14_025_622, 14_032_193, 20_008_216,
        20_014_480, 20_014_847, 21_019_415, 21_039_200, 22_010_545, 22_019_949, 22_021_621, 22_038_426, 23_019_079,
        27_000_843,
      ] as [UInt64]
    ),
    (
      .all,
      [
        21643, 22064, 22735, 24889, 25298, 28919, 29692, 42017, 61841, 64415, 64787, 71912, 72261, 73797, 76084, 88099,
        88188, 3_004_519, 4_000_117, 4_001_021, 8_005_006, 8_011_607, 8_020_670, 9_004_164, 9_009_374, 14_002_938,
        14_038_929, 20_011_653, 20_013_311, 21_012_624, 21_033_904, 21_039_200,
        22_021_847, 22_029_919, 22_036_370, 23_005_661, 23_012_089, 23_014_960, 26_003_126, 26_006_969, 27_008_357,
      ]
    ),
    (
      .wide,
      [
        60101, 60306, 61318, 62141, 63201, 63641, 64345, 65825, 66507, 66815, 70405, 73363, 75033, 81202, 86938, 90316,
        90723, 91298, 133_595, 1_013_086, 1_020_315, 1_022_681, 1_033_713, 7_004_690, 7_007_367, 7_014_134, 8_001_286,
        8_007_094, 9_013_535, 14_008_379, 14_011_103, 14_028_035, 21_000_547, 21_000_966, 22_007_526, 22_028_436,
        22_032_063, 22_026_582, 23_000_541, 23_004_551, 24_005_648, 25_006_325, 26_000_563, 26_002_787, 26_006_039,
        26_010_551, 27_011_119,
      ]
    ),
  ])
  func `agrees with the files of histories that were told wrongly`(_ mode: HistoryMode, _ seeds: [UInt64]) throws {
    for seed in seeds {
      let run = try OracleRun(RandomHistory(seed: seed, mode, operations: 14))
      #expect(run.disagreements.isEmpty, "\(run.story)")
    }
  }
}
