import Foundation
import TestSupport
import Testing

/// The commands beside `check`.
struct CommandTests {
  private static let commands: [[String]] = [
    ["check"], ["diff"], ["why"], ["init"], ["manifest"], ["manifest", "show"], ["manifest", "import"],
    ["manifest", "seal"],
    ["manifest", "drift"], ["rules"],
  ]

  @Test(arguments: commands)
  func `shows an example in its help`(command: [String]) async throws {
    let repository = try await GitRepository()
    let result = try await Relscope(for: repository).run(command + ["--help"], in: "/")
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("Example: relscope \(command.joined(separator: " "))"))
  }

  /// The shell only points the program's output to a device that is always full.
  private func runFull(_ relscope: Relscope, _ arguments: [String], in folder: String) async throws -> ProgramResult {
    try await Program("sh", environment: relscope.program.environment)
      .run(["-c", "exec \"$0\" \"$@\" >/dev/full", relscope.program.name] + arguments, in: folder)
  }

  @Test func `ends every command with 73 when its output cannot be written`() async throws {
    let repository = try await GitRepository.passing()
    let relscope = try Relscope(for: repository)
    let manifest = repository.path + "/releases/2.4.0.json"
    let commands = [
      ["diff"], ["why", "SHOP-1"], ["why", "HEAD"], ["check", "--format", "markdown"], ["rules"],
      ["rules", "--format", "markdown"],
      ["init", "--force"], ["manifest", "show", manifest], ["manifest", "import", manifest],
      ["manifest", "seal", manifest, "--output", "-"], ["manifest", "drift", manifest, manifest],
    ]
    for command in commands {
      let result = try await runFull(relscope, command, in: repository.path)
      #expect(result.status == 73, "\(result)")
      #expect(result.errors.contains("cannot write to standard output"), "\(result)")
    }
  }

  // MARK: why

  @Test func `shows the chain of evidence for a ticket`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1", "PAY-2"])
    let work = try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "keep\n"])
    let revert = try await repository.revert(work)
    let relscope = try Relscope(for: repository)
    for key in ["SHOP-1", "shop-1"] {
      let result = try await relscope.run(["why", key], in: repository.path)
      #expect(result.status == 0, "\(result)")
      for text in ["SHOP-1", "\(work.prefix(10))", "\(revert.prefix(10))", "revert"] {
        #expect(result.output.contains(text), "\(result)")
      }
    }
    let planned = try await relscope.run(["why", "PAY-2"], in: repository.path)
    #expect(planned.status == 0)
    #expect(planned.output.contains("PAY-2"))
    let unknown = try await relscope.run(["why", "SHOP-999"], in: repository.path)
    #expect(unknown.status == 0, "\(unknown)")
    #expect(unknown.output.contains("SHOP-999"))
  }

  @Test func `shows the chain of evidence for a commit, in the range or not`() async throws {
    let repository = try await GitRepository.passing()
    let relscope = try Relscope(for: repository)
    for revision in ["HEAD", "HEAD~1", "main", "release/2.4.0"] {
      let id = try await repository.id(of: revision)
      for name in [revision, String(id.prefix(9))] {
        let result = try await relscope.run(["why", name], in: repository.path)
        #expect(result.status == 0, "\(result)")
        #expect(result.output.contains(id.prefix(10)), "\(result)")
      }
    }
    let result = try await relscope.run(["why", "nothing"], in: repository.path)
    #expect(result.status == 66, "\(result)")
    #expect(result.errors.contains("'nothing'"))
  }

  // MARK: diff

  @Test func `shows planned beside delivered, and ends with 0 whatever it shows`() async throws {
    let repository = try await GitRepository.planning(["SHOP-1", "PAY-2"])
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "keep\n"])
    try await repository.commit("SHOP-9 Accept two vouchers", files: ["voucher.js": "two\n"])
    let result = try await Relscope(for: repository).run(["diff"], in: repository.path)
    #expect(result.status == 0, "\(result)")
    for key in ["SHOP-1", "PAY-2", "SHOP-9"] { #expect(result.output.contains(key), "\(result)") }
    #expect(!result.output.contains("\u{1B}"))
    let coloured = try await Relscope(for: repository).run(["diff", "--color", "always"], in: repository.path)
    #expect(coloured.output.contains("\u{1B}["))
  }

  @Test func `shows the work tree's manifest where the base has none yet, and says so`() async throws {
    let repository = try await GitRepository()
    try await repository.commit("SHOP-100 Start", files: ["README.md": "# Shop\n"])
    try await repository.checkout(new: "release/2.4.0")
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "keep\n"])
    try repository.write(".relscope.yml", ReleaseFixture.policy)
    try repository.write("releases/2.4.0.json", ReleaseFixture.manifest(["SHOP-1", "PAY-2"]))
    let relscope = try Relscope(for: repository)
    let result = try await relscope.run(["diff"], in: repository.path)
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("PAY-2"))
    #expect(result.output.contains("work tree") || result.output.contains("worktree"), "\(result)")
    let check = try await relscope.check(repository)
    #expect(check.status == 66, "\(check)")
  }

  // MARK: manifest

  @Test func `imports the fields that rules, drafts and the policy's triage use, and says what it leaves`() async throws
  {
    let policy = "triage: {Bug: [Steps to reproduce]}\nnotes: {leave-out: {labels: [internal]}}\n"
    let repository = try await GitRepository.planning(["SHOP-99"], policy: ReleaseFixture.policy + policy)
    try repository.write(
      "export.csv",
      """
      Issue key,Status,Fix versions,Labels,Watchers,Comment,Custom field (Steps to Reproduce),Attachment
      SHOP-1,Done,2.4.0,internal,dana,"The customer is Ms Smith, of 4 Elm Street",click,

      """)
    let relscope = try Relscope(for: repository)
    let words = ["manifest", "import", "export.csv", "--version", "2.4.0"]
    let reduced = try await relscope.run(words, in: repository.path)
    #expect(reduced.status == 0, "\(reduced)")
    #expect(!reduced.output.contains("Elm Street") && !reduced.output.contains("Watchers"), "\(reduced)")
    #expect(reduced.output.contains("internal") && reduced.output.contains("click"), "\(reduced)")
    #expect(reduced.errors.contains("left out, since no rule uses it: 'Comment', 'Watchers'; --all-fields keeps it"))
    let whole = try await relscope.run(words + ["--all-fields", "--seal"], in: repository.path)
    #expect(whole.output.contains("Elm Street") && !whole.errors.contains("left out"), "\(whole)")
  }

  @Test func `imports an export, seals it, and notices a change after that`() async throws {
    let repository = try await GitRepository.planning(["SHOP-99"])
    try await repository.commit("SHOP-1 Keep the cart of a guest", files: ["cart.js": "keep\n"])
    let export = try repository.folder.write(
      "export.csv",
      "Issue key,Issue Type,Status,Summary,Fix Version/s,Assignee,Priority\nSHOP-1,Bug,Ready for Release,Cart,2.4.0,dana,High\nSHOP-2,Bug,To Do,Other,2.5.0,dana,High\n"
    )
    let relscope = try Relscope(for: repository)
    let file = repository.folder.path + "/plan/2.4.0.json"
    try FileManager.default.createDirectory(atPath: repository.folder.path + "/plan", withIntermediateDirectories: true)
    let imported = try await relscope.run(["manifest", "import", export, "--version", "2.4.0", "--seal", "-o", file])
    #expect(imported.status == 0, "\(imported)")
    #expect(imported.output.isEmpty)
    #expect(imported.errors == "1 ticket of version '2.4.0'\n")
    let sealed = try await relscope.check(repository, "--manifest", file)
    #expect(sealed.status == 0, "\(sealed)")
    #expect(try sealed.report().findings(of: "unsealed-manifest").isEmpty)
    let shown = try await relscope.run(["manifest", "show", file])
    #expect(shown.output.contains("intact") && shown.output.contains("SHOP-1"), "\(shown)")
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacing("Ready for Release", with: "Done").write(toFile: file, atomically: false, encoding: .utf8)
    let broken = try await relscope.check(repository, "--manifest", file)
    #expect(broken.status == 1)
    #expect(try broken.report().differences.contains("broken-seal"))
    #expect(try await relscope.run(["manifest", "show", file]).output.contains("BROKEN"))
    let again = try await relscope.run(["manifest", "seal", file])
    #expect(again.status == 0, "\(again)")
    #expect(try await relscope.check(repository, "--manifest", file).report().findings(of: "broken-seal").isEmpty)
  }

  @Test func `tells what changed between two manifests`() async throws {
    let repository = try await GitRepository()
    let older = try repository.folder.write("older.json", ReleaseFixture.manifest(["SHOP-1", "SHOP-2"]))
    let newer = try repository.folder.write("newer.json", ReleaseFixture.manifest(["SHOP-2", "SHOP-10"]))
    let relscope = try Relscope(for: repository)
    let result = try await relscope.run(["manifest", "drift", older, newer])
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("+ SHOP-10") && result.output.contains("- SHOP-1 "), "\(result)")
    #expect(try await relscope.run(["manifest", "drift", older, newer, "--exit-code"]).status == 1)
    let same = try await relscope.run(["manifest", "drift", older, older, "--exit-code"])
    #expect(same.status == 0)
    #expect(try await relscope.run(["manifest", "drift", older, repository.folder.path + "/none.json"]).status == 66)
  }

  // MARK: rules

  @Test func `lists every rule that a report can have`() async throws {
    let repository = try await GitRepository()
    let relscope = try Relscope(for: repository)
    let terminal = try await relscope.run(["rules"], in: "/")
    let markdown = try await relscope.run(["rules", "--format", "markdown"], in: "/")
    for rule in ["unplanned-ticket", "missing-ticket", "unported-fix", "untrusted-policy", "waiver-unused"] {
      #expect(terminal.output.contains(rule) && markdown.output.contains("`\(rule)`"), "\(rule)")
    }
  }
}
