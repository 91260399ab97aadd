import Foundation
import TestSupport
import Testing

/// The first look at a repository in which nobody wrote anything down.
struct ScopeTests {
  /// A release of three tickets, one of them taken back, and a commit without one; no policy and no manifest.
  private func shop() async throws -> GitRepository {
    let repository = try await GitRepository()
    try await repository.commit("SHOP-100 Start the shop", files: ["README.md": "# Shop\n"])
    try await repository.checkout(new: "release/2.4.0")
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "1\n"])
    try await repository.commit("PAY-2 Refund in instalments", files: ["refund.js": "2\n"])
    let vouchers = try await repository.commit("SHOP-3 Two vouchers", files: ["voucher.js": "3\n"])
    try await repository.revert(vouchers)
    try await repository.commit("Tidy up", files: ["tidy.js": "4\n"])
    return repository
  }

  private func run(_ repository: GitRepository, _ arguments: String...) async throws -> ProgramResult {
    try await Relscope(for: repository).run(arguments, in: repository.path)
  }

  @Test(arguments: [
    [], ["scope"], ["scope", "main.."], ["scope", "main..release/2.4.0"], ["scope", "release/2.4.0"],
  ])
  func `lists the net tickets without any file`(arguments: [String]) async throws {
    let repository = try await shop()
    let result = try await Relscope(for: repository).run(arguments, in: repository.path)
    #expect(result.status == 0, "\(result)")
    #expect(result.output.hasPrefix("release/2.4.0 adds to main: 2 tickets "), "\(result)")
    for text in ["PAY-2 ", "SHOP-1 ", "taken back (1): SHOP-3", "without a ticket (1):", "Tidy up"] {
      #expect(result.output.contains(text), "\(text) \(result)")
    }
    #expect(result.errors.contains("relscope init"), "\(result)")
  }

  @Test func `gives what finds them in Jira`() async throws {
    let result = try await run(try await shop(), "scope", "--format", "jql")
    #expect(result.output == "key in (PAY-2, SHOP-1) ORDER BY key\n")
    #expect(result.errors == "")
  }

  @Test func `gives a first manifest with which the release passes but for its commit without a ticket`() async throws {
    let repository = try await shop()
    let file = repository.folder.path + "/2.4.0.json"
    let written = try await run(repository, "scope", "--format", "manifest", "--output", file)
    #expect(written.status == 0, "\(written)")
    let check = try await run(
      repository, "check", "main..", "--manifest", file, "--rule", "untracked-commit=warning", "--format", "json")
    #expect(check.status == 0, "\(check)")
  }

  @Test func `names ranges that there are where nothing is added`() async throws {
    let repository = try await GitRepository()
    for version in ["1.9", "1.10", "1.11"] {
      try await repository.commit("SHOP-1 Towards \(version)", files: ["a.txt": version])
      try await repository.tag("v\(version)")
    }
    try await repository.commit("SHOP-2 More", files: ["a.txt": "more"])
    let relscope = try Relscope(for: repository)
    let shown = try await relscope.run([], in: repository.path)
    let commands = shown.errors.matches(of: /(relscope scope \S+) +what/).map { String($0.1) }
    #expect(commands == ["relscope scope v1.10..v1.11", "relscope scope v1.11..main"], "\(shown)")
    for command in commands {
      let result = try await relscope.run(shell: command, in: repository.path)
      #expect(result.status == 0 && result.output.contains("1 ticket"), "\(result)")
    }
  }

  @Test func `says what to name where nothing is added`() async throws {
    let repository = try await shop()
    try await repository.checkout("main")
    let result = try await run(repository)
    #expect(result.status == 0)
    #expect(result.errors.contains("there is something to see by:\n  relscope scope release/2.4.0"), "\(result)")
  }

  @Test(arguments: [
    (["chek"], "did you mean 'relscope check'?"), (["release/2.4.0"], "relscope scope release/2.4.0"),
    (["scope", "main...release/2.4.0"], "write two: main..release/2.4.0"),
    (["scope", "a..b..c"], "write it as main..release/2.4.0, or name a branch"),
    (["check", "main..release/2.4.0", "--base", "main"], "the range and --base each name the base"),
    (["diff", "release/2.4.0", "--release", "main"], "the range and --release each name the release"),
    (["scope", "--format", "manifest", "main..HEAD~1"], "name it with --version"),
  ])
  func `says what is wrong with the question`(arguments: [String], help: String) async throws {
    let repository = try await shop()
    let result = try await Relscope(for: repository).run(arguments, in: repository.path)
    #expect(result.status == 64, "\(result)")
    #expect(result.errors.contains(help), "\(result)")
  }
}
