import Fuzzing
import Testing

/// A part of what scripts/fuzz does, at each run of the tests.
struct FuzzTests {
  @Test(arguments: ApprovalRuns.Part.allCases)
  func `takes nothing that was changed`(_ part: ApprovalRuns.Part) throws {
    let done = ApprovalRuns(
      part, records: try VectorFiles.bytes("records"), signers: try VectorFiles.bytes("signers"), count: 1_000, seed: 1)
    #expect(done.runs == 1_000)
    #expect(done.accepted == 0)
    #expect(done.read > 5)
  }
}
