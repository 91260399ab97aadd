import Foundation
import TestSupport
import Testing

/// What `relscope doctor` finds, and that its advice helps.
struct DoctorTests {
  /// The states of the parts, in order: `policy ok`.
  private func states(
    _ repository: GitRepository, _ arguments: String..., setting variables: [String: String?] = [:]
  ) async throws -> (words: [String], result: ProgramResult) {
    let result = try await Relscope(for: repository).run(
      ["doctor"] + arguments, in: repository.path, setting: ["RELSCOPE_JIRA_URL": nil].merging(variables) { $1 })
    let lines = result.output.split(separator: "\n").filter { !$0.hasPrefix(" ") }
    return (lines.map { $0.split(separator: " ").prefix(2).reversed().joined(separator: " ") }, result)
  }

  @Test func `finds nothing wrong in a clone that is set up`() async throws {
    let origin = try await GitRepository.passing()
    let clone = try await origin.clone(branch: "main")
    try await clone.git("fetch", "--quiet", "origin", "release/2.4.0:release/2.4.0")
    let installed = try await Relscope(for: clone).run(["hooks", "install"], in: clone.path)
    try #require(installed.status == 0, "\(installed)")
    let (words, result) = try await states(clone)
    let expected = [
      "history ok", "base ok", "policy ok", "manifest ok", "hooks ok", "notes ok", "jira open", "forge ok",
    ]
    #expect(words == expected, "\(result)")
    #expect(result.status == 0)
  }

  @Test func `tells where the policy and the manifest have to be`() async throws {
    let repository = try await GitRepository()
    try await repository.commit("SHOP-1 Start", files: ["a.txt": "1\n"])
    let none = try await states(repository)
    #expect(none.words.contains("policy wrong") && none.result.output.contains("run: relscope init"), "\(none.result)")
    #expect(none.result.status == 1)
    try ReleaseFixture.policy.write(toFile: repository.path + "/.relscope.yml", atomically: true, encoding: .utf8)
    let loose = try await states(repository)
    #expect(loose.result.output.contains(".relscope.yml is in the work tree and not on 'main'"), "\(loose.result)")
  }

  @Test func `names the command that fetches a manifest which is not there`() async throws {
    let repository = try await GitRepository()
    try await repository.commit(
      "SHOP-1 Start", files: [".relscope.yml": ReleaseFixture.policy, "releases/about.txt": "1\n"])
    try await repository.checkout(new: "release/2.4.0")
    try await repository.commit("SHOP-2 Cart", files: ["cart.js": "1\n"])
    let found = try await states(repository)
    let command = try #require(found.result.output.firstMatch(of: /run: (relscope manifest fetch .*)/)).1
    let run = try await Relscope(for: repository).run(shell: String(command), in: repository.path)
    // It goes as far as it can without a Jira.
    #expect(run.status == 78, "\(run)")
  }

  @Test func `tells of a base that is behind, and the command brings it`() async throws {
    let origin = try await GitRepository.passing()
    let clone = try await origin.clone(branch: "main")
    try await origin.checkout("main")
    try await origin.commit("SHOP-9 More", files: ["more.txt": "1\n"])
    try await clone.git("fetch", "--quiet")
    try await clone.git("switch", "--quiet", "--detach")
    let behind = try await states(clone)
    #expect(behind.words.contains("base wrong"), "\(behind.result)")
    let command = try #require(behind.result.output.firstMatch(of: /run: (git fetch origin main:main)/)).1
    let run = try await Relscope(for: clone).run(shell: String(command), in: clone.path)
    #expect(run.status == 0, "\(run)")
    #expect(try await states(clone).words.contains("base ok"))
  }

  @Test func `tells of a shallow clone, and in a job what the service says is built`() async throws {
    let origin = try await GitRepository.passing()
    let folder = try TemporaryFolder()
    try await origin.git("clone", "--quiet", "--depth", "1", "file://\(origin.path)", folder.path + "/repository")
    let result = try await Relscope(for: origin).run(
      ["doctor", "--repo", folder.path + "/repository"], in: folder.path)
    #expect(result.output.contains("wrong  history     this is a shallow clone"), "\(result)")
    let job = try await states(
      origin, "--ci", setting: ["GITHUB_ACTIONS": "true", "GITHUB_REF": "refs/heads/main", "GITHUB_SHA": nil])
    // The release is checked out.
    #expect(job.words.contains("job open") && !job.words.contains { $0.hasPrefix("hooks") }, "\(job.result)")
    #expect(job.words.contains("notes open"))
    let nowhere = try await states(origin, "--ci", setting: ["GITHUB_ACTIONS": nil])
    #expect(nowhere.words.contains("job wrong"), "\(nowhere.result)")
  }

  @Test(arguments: ["blob:none", "tree:0"])
  func `tells of a partial clone, and the command brings the rest`(filter: String) async throws {
    let origin = try await GitRepository.passing()
    try await origin.git("config", "uploadpack.allowFilter", "true")
    let folder = try TemporaryFolder()
    try await origin.git(
      "clone", "--quiet", "--no-checkout", "--filter=\(filter)", "file://\(origin.path)", folder.path + "/repository")
    let relscope = try Relscope(for: origin)
    let arguments = ["doctor", "--repo", folder.path + "/repository"]
    let partial = try await relscope.run(arguments, in: folder.path)
    #expect(partial.status == 1 && partial.output.contains("open   history     this is a partial clone"), "\(partial)")
    #expect(partial.output.contains("wrong  base"), "\(partial)")
    let command = try #require(partial.output.firstMatch(of: /to have it all, run: (git fetch .*)/)).1
    let run = try await relscope.run(shell: String(command), in: folder.path + "/repository")
    #expect(run.status == 0, "\(run)")
    let whole = try await relscope.run(arguments, in: folder.path)
    #expect(whole.output.contains("ok     base") && whole.output.contains("ok     policy"), "\(whole)")
  }

  @Test func `tells of commits that are not here`() async throws {
    let repository = try await GitRepository.passing()
    let lost = try await repository.id(of: "HEAD~1")
    try FileManager.default.removeItem(
      atPath: repository.path + "/.git/objects/\(lost.prefix(2))/\(lost.dropFirst(2))")
    let (words, result) = try await states(repository)
    #expect(words.contains("history wrong"), "\(result)")
    #expect(result.output.contains("1 commit that others name is not here, such as \(lost.prefix(10))"), "\(result)")
  }

  @Test func `looks at the baseline that the policy names`() async throws {
    let policy = ReleaseFixture.policy + "baseline: releases/{version}.baseline.json\n"
    let repository = try await GitRepository.planning(["SHOP-1"], policy: policy)
    try await repository.commit("Tidy up", files: ["tidy.js": "1\n"])
    let path = "releases/2.4.0.baseline.json"
    let written = try await Relscope(for: repository).run(
      ["check", "--write-baseline", "--reason", "adopted"], in: repository.path)
    #expect(written.status == 0, "\(written)")
    let loose = try await states(repository)
    #expect(
      loose.result.output.contains("wrong  baseline    \(path) is in the work tree and not on 'main'"), "\(loose)")
    let text = try String(contentsOfFile: repository.path + "/" + path, encoding: .utf8)
    try FileManager.default.removeItem(atPath: repository.path + "/" + path)
    try await repository.checkout("main")
    try await repository.commit("SHOP-100 Accept", files: [path: text])
    let kept = try await states(repository)
    #expect(kept.result.output.contains("ok     baseline    \(path) is on 'main', and accepts 2 errors"), "\(kept)")
    try await repository.commit("SHOP-100 Break", files: [path: text.replacing("2.4.0", with: "2.3.0")])
    let other = try await states(repository)
    #expect(other.result.output.contains("wrong  baseline    \(path) is of version '2.3.0'"), "\(other)")
  }

  @Test func `tells of a forge that does not answer`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.git("remote", "add", "origin", "https://127.0.0.1:9/shop/web.git")
    try await repository.checkout("main")
    try await repository.commit(
      "SHOP-1 Say which forge it is",
      files: [".relscope.yml": ReleaseFixture.policy + "forge: {kind: gitea, url: \"https://127.0.0.1:9\"}\n"])
    try await repository.checkout("release/2.4.0")
    let offline = try await states(repository)
    #expect(offline.words.last == "forge ok" && offline.result.status == 0, "\(offline.result)")
    let online = try await states(repository, "--online", setting: ["RELSCOPE_FORGE_TOKEN": "none"])
    #expect(online.words.last == "forge wrong" && online.result.status == 1, "\(online.result)")
  }

  @Test func `asks for the keys and the notes where the policy asks for approvals`() async throws {
    let release = try await ApprovedRelease()
    let clone = try release.clone(of: .dev)
    let before = try await states(clone)
    #expect(before.words.contains("notes wrong") && before.words.contains("signers ok"), "\(before.result)")
    let command = try #require(before.result.output.firstMatch(of: /run: (git config --add .*relscope.*)/)).1
    let run = try await Relscope(for: clone).run(shell: String(command), in: clone.path)
    #expect(run.status == 0, "\(run)")
    #expect(try await !states(clone).words.contains("notes wrong"))
  }
}
