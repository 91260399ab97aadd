import Foundation
import TestSupport
import Testing

/// What comes in by no commit's own message.
struct ContentTests {
  @Test func `does not pass a release that changes nothing`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.git("rm", "--quiet", "cart.js", "refund.js")
    try await repository.commit("SHOP-1 Clean up")
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(try outcome.report().findings(of: "nothing-changed").map(\.severity) == ["error"])
    let push = try await Relscope(for: repository).check(repository, "--stage", "push")
    #expect(try push.report().findings(of: "nothing-changed").map(\.severity) == ["note"])
  }

  @Test func `names a merge that brings more than its sides`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.checkout(new: "feature/SHOP-1", at: "HEAD~1")
    try await repository.commit("SHOP-1 Test", files: ["test.js": "1\n"])
    try await repository.checkout("release/2.4.0")
    let plain = try await repository.merge("feature/SHOP-1")
    let quiet = try await Relscope(for: repository).check(repository)
    #expect(quiet.status == 0, "\(quiet)")
    #expect(try quiet.report().findings(of: "merge-with-changes").isEmpty)
    try await repository.git("reset", "--quiet", "--hard", "\(plain)^1")
    try await repository.git("merge", "--quiet", "--no-ff", "--no-commit", "feature/SHOP-1")
    let merge = try await repository.commit("Merge branch 'feature/SHOP-1'", files: ["own.js": "1\n"])
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 0, "\(outcome)")
    let findings = try outcome.report().findings(of: "merge-with-changes")
    #expect(findings.map(\.commits) == [[merge]])
    #expect(findings.first?.message.contains("'own.js'") == true)
  }

  @Test func `says that a submodule moves, and what an exempt link is`() async throws {
    let policy = ReleaseFixture.policy + "\nexempt:\n  - paths: [\"docs/**\"]\n    reason: documents\n"
    let repository = try await GitRepository.planning(["SHOP-1"], policy: policy)
    try await repository.git(
      "update-index", "--add", "--cacheinfo", "160000,1111111111111111111111111111111111111111,lib")
    try await repository.commit("SHOP-1 Take the library")
    try FileManager.default.createDirectory(atPath: repository.path + "/docs", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: repository.path + "/docs/link", withDestinationPath: "../lib")
    try await repository.git("add", "docs/link")
    let exempt = try await repository.commit("Link")
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 0, "\(outcome)")
    let report = try outcome.report()
    #expect(report.findings(of: "submodule-moved").map(\.severity) == ["note"])
    #expect(report.remarks.contains { $0.hasPrefix("commit \(exempt.prefix(10)), which is exempt by its paths") })
    let off = try await Relscope(for: repository).check(repository, "--rule", "submodule-moved=off")
    #expect(try off.report().findings(of: "submodule-moved").isEmpty)
  }
}
