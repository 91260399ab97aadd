import Foundation
import TestSupport
import Testing

/// `init`: what it writes, and whether what it says to do next works as it is printed.
struct InitTests {
  @Test func `writes a first policy that check accepts, and never over one that is there`() async throws {
    let repository = try await GitRepository()
    for number in 1...3 { try await repository.commit("SHOP-\(number) Work", files: ["a.js": "\(number)\n"]) }
    try await repository.checkout(new: "release/v2.4.0")
    try await repository.commit("SHOP-9 Keep", files: ["b.js": "1\n"])
    let relscope = try Relscope(for: repository)
    let made = try await relscope.run(["init"], in: repository.path + "/.")
    #expect(made.status == 0, "\(made)")
    #expect(made.output.contains("ticket projects   SHOP"))
    #expect(made.output.contains("seen: 3 commits"))
    let file = repository.path + "/.relscope.yml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("release/v{version}"))
    try "base: main\n".write(toFile: file, atomically: false, encoding: .utf8)
    let refused = try await relscope.run(["init"], in: repository.path)
    #expect(refused.status == 73, "\(refused)")
    #expect(refused.errors.contains("--force"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "base: main\n")
    let forced = try await relscope.run(["init", "--force"], in: repository.path)
    #expect(forced.status == 0, "\(forced)")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
    try await repository.checkout("main")
    try await repository.commit(
      "SHOP-4 Plan 2.4.0", files: [".relscope.yml": text, "releases/2.4.0.json": ReleaseFixture.manifest(["SHOP-9"])])
    let outcome = try await relscope.check(repository, release: "release/v2.4.0")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try outcome.report().version == "2.4.0")
  }

  @Test func `writes no policy where there is nothing to look at, or nowhere to write`() async throws {
    let empty = try await GitRepository()
    let relscope = try Relscope(for: empty)
    #expect(try await relscope.run(["init"], in: empty.path).status == 66)
    let bare = try await GitRepository.passing().clone(bare: true)
    let result = try await relscope.run(["init", "--repo", bare.path])
    #expect(result.status == 64, "\(result)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: empty.path) == [".git"])
  }

  /// Histories of teams that release in different ways, and the verdict of the first check.
  private static let teams: [(name: String, status: Int32)] = [
    ("branches", 0), ("tags", 0), ("lines", 1), ("nothing", 0),
  ]

  private static func repository(of team: String) async throws -> GitRepository {
    let repository = try await GitRepository(name: "it's a shop")
    for number in 1...3 { try await repository.commit("SHOP-\(number) Work", files: ["a.js": "\(number)\n"]) }
    switch team {
    case "branches":
      try await repository.checkout(new: "release/2.4.0")
      try await repository.commit("SHOP-9 Keep", files: ["b.js": "1\n"])
    case "tags":
      try await repository.tag("rel/shop-1.0")
      try await repository.commit("SHOP-4 Work", files: ["a.js": "4\n"])
      try await repository.tag("rel/shop-1.1")
      try await repository.tag("rel/shop-1.2-RC1")
    case "lines":
      try await repository.checkout(new: "branch-5.3")
      try await repository.tag("v5.3.0")
      try await repository.commit("SHOP-4 Work", files: ["a.js": "4\n"])
      try await repository.commit("No ticket", files: ["a.js": "5\n"])
      try await repository.tag("v5.3.1")
    default: break
    }
    return repository
  }

  @Test(arguments: teams)
  func `its next steps work as they are printed, in their order`(team: (name: String, status: Int32)) async throws {
    let repository = try await Self.repository(of: team.name)
    let relscope = try Relscope(for: repository)
    let made = try await relscope.run(["init"], in: repository.path)
    #expect(made.status == 0, "\(made)")
    let steps = try #require(made.output.components(separatedBy: "and then\n").last).split(separator: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.hasPrefix("#") }
    #expect(steps.count >= 5, "\(made)")
    var checked: [Int32] = []
    let dana = [
      "GIT_AUTHOR_NAME": "Dana", "GIT_AUTHOR_EMAIL": "d@example.com", "GIT_COMMITTER_NAME": "Dana",
      "GIT_COMMITTER_EMAIL": "d@example.com",
    ]
    for step in steps {
      let result = try await relscope.run(shell: step, in: repository.path, setting: dana)
      if step == "relscope" || step.hasPrefix("relscope check") {
        checked.append(result.status)
        continue
      }
      #expect(result.status == 0, "\(step): \(result)")
    }
    #expect(checked == [team.status], "\(made)")
  }

  @Test func `says what the policy would have found in the last releases`() async throws {
    let repository = try await Self.repository(of: "lines")
    let made = try await Relscope(for: repository).run(["init"], in: repository.path)
    #expect(made.output.contains("v5.3.1 since v5.3.0: 2 commits, 1 ticket"), "\(made)")
    #expect(made.output.contains("would have found: error untracked-commit 1"), "\(made)")
    #expect(made.output.contains("guessed: branch-5.3 is a line of several versions, by their tags"), "\(made)")
  }

  @Test func `learns statuses from an export that is named`() async throws {
    let repository = try await Self.repository(of: "branches")
    try repository.write(
      "export.csv", "Issue key,Status,Fix versions\nSHOP-9,Ready to deploy,2.4.0\nSHOP-8,In Test,2.4.0\n")
    let made = try await Relscope(for: repository).run(
      ["init", "--manifest", "export.csv", "--version", "2.4.0"], in: repository.path)
    #expect(made.status == 0, "\(made)")
    let text = try String(contentsOfFile: repository.path + "/.relscope.yml", encoding: .utf8)
    #expect(text.contains(#"statuses: {ready: ["Ready to deploy"]}  # seen: 1 ticket of 1 manifest"#), "\(text)")
  }
}
