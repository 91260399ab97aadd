import Foundation
import TestSupport
import Testing

/// A user who may have no more threads.
struct ThreadLimitTests {
  private static let user: UInt32 = 12_345

  /// The programs are where that user may not look, so a copy is run; and only root can be another user.
  @Test(.enabled(if: geteuid() == 0), arguments: [false, true])
  func `reads a long range alone`(withCommitGraph: Bool) async throws {
    let repository = try await GitRepository.planning(["SHOP-1"])
    let length = withCommitGraph ? 600 : 5_000
    var stream = ""
    for number in 1...length {
      stream += "commit refs/heads/release/2.4.0\ncommitter Dana <dana@example.com> \(1_793_700_000 + number) +0000\n"
      stream += "data 14\nSHOP-1 Change\n\n" + (number == 1 ? "from refs/heads/release/2.4.0^0\n\n" : "\n")
    }
    try await repository.git("-c", "fastimport.unpackLimit=0", "fast-import", "--quiet", input: stream)
    if withCommitGraph { try await repository.git("commit-graph", "write", "--reachable", "--no-progress") }
    let program = repository.folder.path + "/relscope"
    try FileManager.default.copyItem(atPath: try BuiltProgram.path("relscope"), toPath: program)
    let environment = repository.environment.setting(["RELSCOPE_THREADS": "2"])
    let owned = try await Program("chown", environment: environment).run(
      ["-R", "\(Self.user)", repository.folder.path])
    try #require(owned.status == 0)
    // A program that waits for a thread for ever is ended.
    let result = try await Program("timeout", environment: environment).run([
      "300", "setpriv", "--reuid=\(Self.user)", "--clear-groups", "prlimit", "--nproc=1", program, "check", "--repo",
      repository.path, "--base", "main", "--release", "release/2.4.0",
    ])
    #expect(result.output.contains("\(length) commits"), "\(result)")
    #expect(result.output.contains("1 of 1 planned ticket delivered"), "\(result)")
    // Empty commits change nothing.
    #expect(result.status == 1, "\(result)")
  }
}
