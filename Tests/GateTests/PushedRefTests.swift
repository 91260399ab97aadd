import ReleaseScope
import Testing

@testable import Gate

struct PushedRefTests {
  private static let usual = [
    "PRE_COMMIT": "1", "PRE_COMMIT_REMOTE_NAME": "origin", "PRE_COMMIT_REMOTE_URL": "https://git.example.com/shop.git",
    "PRE_COMMIT_LOCAL_BRANCH": "refs/heads/release/2.4.0", "PRE_COMMIT_REMOTE_BRANCH": "refs/heads/release/2.4.0",
    "PRE_COMMIT_FROM_REF": "11", "PRE_COMMIT_TO_REF": "22",
  ]

  @Test func `reads what pre-commit says about a push`() throws {
    let ref = try #require(PushedRef(preCommit: Self.usual))
    #expect(ref.localRef == "refs/heads/release/2.4.0")
    #expect(ref.remoteRef == .branch("release/2.4.0"))
    #expect(ref.localID == "22")
    #expect(ref.start == "11")
    #expect(ref.remoteName == "origin")
    #expect(ref.remoteURL == "https://git.example.com/shop.git")
  }

  @Test(arguments: [["PRE_COMMIT_FROM_REF", "PRE_COMMIT_TO_REF"], ["PRE_COMMIT_REMOTE_URL"]])
  func `does without what pre-commit leaves out`(names: [String]) throws {
    let ref = try #require(PushedRef(preCommit: Self.usual.filter { !names.contains($0.key) }))
    #expect((ref.localID == nil) == names.contains("PRE_COMMIT_TO_REF"))
    #expect((ref.start == nil) == names.contains("PRE_COMMIT_FROM_REF"))
    #expect(ref.remoteRef == .branch("release/2.4.0"))
  }

  @Test(arguments: ["PRE_COMMIT", "PRE_COMMIT_REMOTE_BRANCH", "PRE_COMMIT_LOCAL_BRANCH", "PRE_COMMIT_REMOTE_NAME"])
  func `is none outside of a push by pre-commit`(name: String) {
    for value in [nil, ""] { #expect(PushedRef(preCommit: Self.usual.merging([name: value ?? ""]) { $1 }) == nil) }
    #expect(PushedRef(preCommit: Self.usual.filter { $0.key != name }) == nil)
  }
}
