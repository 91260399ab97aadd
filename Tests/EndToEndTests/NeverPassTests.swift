import Foundation
import TestSupport
import Testing

/// What could not be seen is never a pass.
struct NeverPassTests {
  /// With a depth of 2 the whole range is there, and still nobody can tell so from inside of the clone.
  @Test(arguments: 1...4)
  func `calls a shallow clone incomplete`(depth: Int) async throws {
    let original = try await GitRepository.passing(earlier: 3)
    let clone = try await original.clone(depth: depth)
    try #require(await clone.git("rev-parse", "--is-shallow-repository") == "true")
    let outcome = try await Relscope(for: clone).check(clone)
    #expect(outcome.status == 2, "\(outcome)")
    let report = try outcome.report()
    #expect(report.verdict == "incomplete")
    let shallow = try #require(report.incomplete.first { $0.reason == "shallow-history" })
    #expect(shallow.help.contains("git fetch --unshallow origin"))
  }

  @Test func `does not pass a message of which it read a part`() async throws {
    let repository = try await GitRepository.passing()
    let message = "SHOP-1 Keep the cart\n\n" + String(repeating: "Many words. ", count: 30_000) + "\nSHOP-9: More\n"
    let file = try repository.folder.write("message", message)
    try await repository.git("commit", "--quiet", "--allow-empty", "--file", file)
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 2, "\(outcome)")
    #expect(try outcome.report().incomplete.map(\.reason) == ["long-message"])
  }

  @Test func `passes a shallow clone once it is mended as it said`() async throws {
    let original = try await GitRepository.passing()
    let clone = try await original.clone(depth: 1)
    try await clone.git("fetch", "--quiet", "--unshallow", "origin")
    let outcome = try await Relscope(for: clone).check(clone)
    #expect(outcome.status == 0, "\(outcome)")
  }

  @Test func `says both when a proven mismatch is seen in a shallow clone`() async throws {
    let original = try await GitRepository.passing()
    for number in 1...3 {
      try await original.commit("SHOP-9 Accept \(number) vouchers", files: ["voucher.js": "\(number)\n"])
    }
    let clone = try await original.clone(depth: 2)
    let outcome = try await Relscope(for: clone).check(clone)
    #expect(outcome.status == 1, "\(outcome)")
    let report = try outcome.report()
    #expect(report.verdict == "fail")
    #expect(report.differences.contains("unplanned-ticket SHOP-9"))
    #expect(report.incomplete.contains { $0.reason == "shallow-history" })
  }

  @Test(arguments: ["blob:none", "tree:0"])
  func `does not pass what a partial clone leaves out`(filter: String) async throws {
    let original = try await GitRepository.passing()
    let clone = try await original.clone(filter: filter)
    let outcome = try await Relscope(for: clone).check(clone)
    #expect(outcome.status == 2 || outcome.status == 66, "\(outcome)")
    let text = outcome.result.output + outcome.result.errors
    #expect(text.contains("git fetch"), "\(outcome)")
  }

  @Test func `does not take a policy that it cannot read for none`() async throws {
    let original = try await GitRepository.passing()
    try await original.commit("Raise the session timeout", files: ["session.js": "60\n"])
    let clone = try await original.clone(filter: "blob:none")
    let plan = try clone.folder.write("plan.json", ReleaseFixture.manifest(["SHOP-1", "PAY-2"]))
    let outcome = try await Relscope(for: clone)
      .check(clone, "--manifest", plan, "--rule", "untracked-commit=off", "--rule", "base-ahead=off")
    #expect(outcome.status == 2 || outcome.status == 66, "\(outcome)")
    #expect((outcome.result.output + outcome.result.errors).contains("git fetch"), "\(outcome)")
  }

  @Test func `does not pass when the commits of the range are damaged`() async throws {
    let repository = try await GitRepository.passing()
    let lost = try await repository.id(of: "release/2.4.0~1")
    let object = "\(repository.path)/.git/objects/\(lost.prefix(2))/\(lost.dropFirst(2))"
    let relscope = try Relscope(for: repository)

    try FileManager.default.removeItem(atPath: object)
    let missing = try await relscope.check(repository)
    #expect([1, 2].contains(missing.status), "\(missing)")
    #expect(try missing.report().incomplete.contains { $0.message.contains(lost) }, "\(missing)")

    try Data("not an object".utf8).write(to: URL(fileURLWithPath: object))
    let damaged = try await relscope.check(repository)
    #expect([1, 2, 66].contains(damaged.status), "\(damaged)")
    #expect((damaged.result.output + damaged.result.errors).contains(lost), "\(damaged)")
  }

  @Test func `calls unrelated histories incomplete`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1"])
    try await repository.git("checkout", "--quiet", "--orphan", "release/2.5.0")
    try await repository.commit("SHOP-1 Start again", files: ["cart.js": "keep\n"])
    let outcome = try await Relscope(for: repository)
      .check(repository, release: "release/2.5.0", "--manifest", "main:releases/2.4.0.json", "--version", "2.4.0")
    #expect(outcome.status != 0)
    #expect(try outcome.report().incomplete.contains { $0.reason == "unrelated-histories" }, "\(outcome)")
  }

  @Test func `does not pass an unborn branch`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1"])
    try await repository.git("checkout", "--quiet", "--orphan", "release/2.5.0")
    let relscope = try Relscope(for: repository)
    for release in ["HEAD", "release/2.5.0"] {
      let outcome = try await relscope.check(repository, release: release)
      #expect(outcome.status == 66, "\(outcome)")
      #expect(outcome.result.errors.contains("'\(release)'"))
    }
    let empty = try await GitRepository()
    let outcome = try await Relscope(for: empty).check(empty, release: "HEAD")
    #expect(outcome.status == 66, "\(outcome)")
  }

  @Test func `does not pass a history that grafts or replacements change`() async throws {
    let replaced = try await GitRepository.passing()
    try await replaced.git("replace", "--graft", "release/2.4.0", "main")
    let outcome = try await Relscope(for: replaced).check(replaced)
    #expect(outcome.status == 2, "\(outcome)")

    let grafted = try await GitRepository.passing()
    let tip = try await grafted.id(of: "release/2.4.0")
    let main = try await grafted.id(of: "main")
    try grafted.write(".git/info/grafts", "\(tip) \(main)\n")
    let other = try await Relscope(for: grafted).check(grafted)
    #expect(other.status == 2, "\(other)")
  }
}
