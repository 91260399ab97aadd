import Foundation
import TestSupport
import Testing

/// Names, links and refs by which something else could be judged than what was meant.
struct ShadowTests {
  /// A clone whose remote's main has tickets that a tag of the same name has too, and one more.
  @Test(arguments: [[], ["--base", "main"], ["--base", "origin/main"]])
  func `does not take a tag for the base`(arguments: [String]) async throws {
    let original = try await GitRepository.planning(["SHOP-1"])
    try await original.commit("SHOP-1 Keep the cart", files: ["cart.js": "keep\n"])
    try await original.commit("SHOP-99 Slip in", files: ["slip.js": "x\n"])
    let clone = try await original.clone()
    try await clone.git("checkout", "--quiet", "--detach", "origin/release/2.4.0")
    try await clone.git("branch", "--quiet", "-D", "release/2.4.0")
    try await clone.commit(
      "Plan it", files: ["releases/2.4.0.json": ReleaseFixture.manifest(["SHOP-1", "SHOP-99"])])
    for tag in ["main", "origin/main"] { try await clone.tag(tag) }
    let result = try await Relscope(for: clone).run(
      ["check", "--repo", clone.path, "--release", "refs/remotes/origin/release/2.4.0", "--version", "2.4.0"]
        + arguments)
    #expect(result.status == (arguments.isEmpty ? 1 : 64), "\(result)")
  }

  @Test func `does not take a tag for the release`() async throws {
    let original = try await GitRepository.passing()
    try await original.tag("release/2.4.0", at: "release/2.4.0")
    try await original.commit("SHOP-99 Slip in", files: ["slip.js": "x\n"])
    let clone = try await original.clone(branch: "main")
    let outcome = try await Relscope(for: clone).check(clone)
    #expect(outcome.status == 64, "\(outcome)")
    #expect(outcome.result.errors.contains("refs/remotes/origin/release/2.4.0"))
  }

  @Test func `does not follow a link of the release to another manifest`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1"])
    try await repository.commit("SHOP-1 Keep the cart", files: ["cart.js": "keep\n"])
    try await repository.commit(
      "SHOP-99 Slip in", files: ["other.json": ReleaseFixture.manifest(["SHOP-1", "SHOP-99"])])
    let manifest = repository.path + "/releases/2.4.0.json"
    try FileManager.default.removeItem(atPath: manifest)
    try FileManager.default.createSymbolicLink(atPath: manifest, withDestinationPath: "../other.json")
    let outcome = try await Relscope(for: repository).check(repository, "--manifest", manifest)
    #expect(outcome.status == 1, "\(outcome)")
    #expect(try outcome.report().differences.contains("unplanned-ticket SHOP-99"))
  }

  @Test func `reads a path that only the base has`() async throws {
    let repository = try await GitRepository.passing()
    let elsewhere = repository.path + "/releases/../releases/2.4.0.json"
    try FileManager.default.removeItem(atPath: repository.path + "/releases")
    let outcome = try await Relscope(for: repository).check(repository, "--manifest", elsewhere)
    #expect(outcome.status == 0, "\(outcome)")
  }

  @Test func `says that the ref of the notes is none`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.git("update-ref", "refs/notes/tickets", "HEAD:cart.js")
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 66, "\(outcome)")
    #expect(outcome.result.errors.contains("does not point to a commit"))
  }

  @Test func `does not take a garbled list of shallow commits for a whole history`() async throws {
    let repository = try await GitRepository.passing()
    try repository.write(".git/shallow", "what is this\n")
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 66, "\(outcome)")
  }

  @Test func `asks when no ticket is for the repository that the policy names`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1"], policy: ReleaseFixture.policy + "repository: wbe\n")
    try await repository.commit("SHOP-1 Keep the cart", files: ["cart.js": "keep\n"])
    let manifest = ReleaseFixture.manifest(["SHOP-1"]).replacing(
      "\"priority\"", with: "\"repositories\": [\"web\"], \"priority\"")
    try repository.write("../manifest.json", manifest)
    let outcome = try await Relscope(for: repository)
      .check(repository, "--manifest", repository.path + "/../manifest.json")
    #expect(outcome.status == 2, "\(outcome)")
    #expect(outcome.result.output.contains("'wbe'"))
  }
}
