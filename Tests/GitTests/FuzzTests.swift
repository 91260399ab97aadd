import Foundation
import Fuzzing
import TestSupport
import Testing

/// A part of what scripts/fuzz does, at each run of the tests.
struct FuzzTests {
  @Test func `comes to an end with any commit-graph file`() async throws {
    var files: [[UInt8]] = []
    for kind in [CommitGraphKind.single, .split, .levels] {
      let drawn = try await DrawnHistories(CommitGraphReaderTests.graph)
      try await kind.write(drawn.ids, in: drawn.repository)
      let info = "\(drawn.repository.path)/.git/objects/info"
      let layers = (try? FileManager.default.contentsOfDirectory(atPath: "\(info)/commit-graphs")) ?? []
      let paths = ["\(info)/commit-graph"] + layers.sorted().map { "\(info)/commit-graphs/\($0)" }
      files += paths.compactMap { FileManager.default.contents(atPath: $0) }.map { [UInt8]($0) }
    }
    files.removeAll { FuzzRuns.Format(of: $0) != .commitGraph }
    #expect(files.count == 5)
    let done = FuzzRuns(.commitGraph, files, count: 10_000, seed: 1)
    let accepted = done.accepted
    #expect(accepted > 1000 && accepted < 9000)
  }

  @Test func `comes to an end with any commit, and reads it the same in both ways`() {
    let header = """
      tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904
      parent 0123456789abcdef0123456789abcdef01234567
      parent fedcba9876543210fedcba9876543210fedcba98
      author Dana Weber <dana@example.com> 1793610000 +0100
      committer Milan <milan@example.com> 1793610060 -0330
      encoding SHIFT_JIS
      gpgsig -----BEGIN PGP SIGNATURE-----
       iQEzBAABCAAdFiEE
       -----END PGP SIGNATURE-----

      SHOP-1 Keep the cart

      This reverts commit 0123456789abcdef0123456789abcdef01234567.
      """
    let root = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor D <d> 1 +0000\ncommitter D <d> 1 +0000\n\n"
    let done = FuzzRuns(.commit, [Array(header.utf8), Array(root.utf8)], count: 10_000, seed: 1)
    let accepted = done.accepted
    #expect(accepted > 1000 && accepted < 9000)
  }

  @Test(arguments: ["pack", "idx"])
  func `comes to an end with any pack and any index`(_ ending: String) async throws {
    let history = try await LongHistory(commits: 60)
    var files: [[UInt8]] = []
    for layout in [PackLayout.whole, .deltas, .deltasByID] {
      try await layout.pack(history.repository)
      files.append(try history.repository.packed(ending))
    }
    let done = FuzzRuns(ending == "pack" ? .pack : .packIndex, files, count: 10_000, seed: 1)
    let accepted = done.accepted
    #expect(accepted > 1000 && accepted < 9990)
  }
}
