import Foundation
import TestSupport
import Testing

/// What the documentation shows is what the program does.
struct DocumentationTests {
  private func text(_ file: String) throws -> String {
    try String(contentsOfFile: "\(PackageFolder.path)/\(file)", encoding: .utf8)
  }

  /// The text between a line and the next one that starts with `end`.
  private func block(of file: String, after start: String, until end: String) throws -> String {
    let text = try text(file)
    let opening = try #require(text.range(of: start + "\n"))
    let closing = try #require(text.range(of: "\n" + end, range: opening.upperBound..<text.endIndex))
    return String(text[opening.upperBound..<closing.lowerBound]) + "\n"
  }

  @Test func `lists the rules as the program does`() async throws {
    let repository = try await GitRepository()
    let printed = try await Relscope(for: repository).run(["rules", "--format", "markdown"])
    let shown = try block(
      of: "docs/guide.md", after: "<!-- rules: written by `relscope rules --format markdown` -->", until: "<!-- end")
    #expect(shown == printed.output)
  }

  @Test func `shows a policy and a manifest that the program reads`() async throws {
    let policy = try block(of: "docs/files.md", after: "```yaml", until: "```")
    let manifest = try block(of: "docs/files.md", after: "```json", until: "```")
    let repository = try await GitRepository()
    try await repository.commit(
      "Plan 2.4.0", files: [".relscope.yml": policy, "releases/2.4.0.json": manifest])
    try await repository.checkout(new: "release/2.4.0")
    try await repository.commit("SHOP-101 Keep the cart of a guest")
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 0 || outcome.status == 1, "\(outcome)")
    #expect(try outcome.report().states == ["SHOP-101": "delivered"])
  }

  @Test func `names the commands that there are`() async throws {
    let repository = try await GitRepository()
    let help = try await Relscope(for: repository).run(["--help"]).output
    for command in ["check", "diff", "why", "init", "manifest", "rules"] {
      #expect(help.contains("\n  \(command) "))
      #expect(try text("README.md").contains("relscope \(command)"))
    }
  }
}
