import Fuzzing
import Testing

/// A part of what scripts/fuzz does, at each run of the tests.
struct FuzzTests {
  @Test(arguments: FuzzTarget.all.map(\.name))
  func `comes to an end with whatever is read, and takes some of it`(name: String) throws {
    let target = try #require(FuzzTarget.named(name))
    let files = FuzzCorpus.files(target)
    #expect(files.contains(where: target.read))
    let count = name == "multi-pack-index" ? 200 : 600
    let done = FuzzRuns(target, files, count: count, seed: 1)
    let accepted = done.accepted
    #expect(done.runs == count)
    #expect(accepted * 10 > count && accepted < count)
  }

  @Test func `reads the same at each run of the same number`() throws {
    let target = try #require(FuzzTarget.named("policy"))
    let files = FuzzCorpus.files(target)
    for run in 0..<50 {
      let bytes = FuzzRuns.bytes(target, files, seed: 7, run: run)
      #expect(bytes == FuzzRuns.bytes(target, files, seed: 7, run: run))
      #expect(bytes != FuzzRuns.bytes(target, files, seed: 8, run: run))
    }
  }
}
