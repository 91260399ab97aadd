import Foundation
import TestSupport
import Testing

/// Releases of two repositories for one version, and the verdict on both.
struct MergeReportsTests {
  /// Two repositories with the same manifest; each has the work for one of its tickets.
  private func reports(
    _ keys: [String] = ["SHOP-1", "PAY-2"], webWork: String = "SHOP-1", apiWork: String = "PAY-2"
  ) async throws -> (web: GitRepository, api: GitRepository) {
    let web = try await GitRepository.planning(keys, name: "web")
    try await web.commit("\(webWork) Work in the shop", files: ["a.js": "1\n"])
    let api = try await GitRepository.planning(keys, name: "api")
    try await api.commit("\(apiWork) Work behind it", files: ["b.js": "1\n"])
    for repository in [web, api] {
      let outcome = try await Relscope(for: repository).check(
        repository, "--output", repository.folder.path + "/report.json")
      #expect(outcome.status == 1, "\(outcome)")
    }
    return (web, api)
  }

  private func merge(_ web: GitRepository, _ files: [String], _ arguments: String...) async throws -> CheckOutcome {
    CheckOutcome(
      result: try await Relscope(for: web).run(["merge-reports"] + files + ["--format", "json"] + arguments))
  }

  private func file(_ repository: GitRepository) -> String { repository.folder.path + "/report.json" }

  @Test func `passes two releases that deliver the version together`() async throws {
    let (web, api) = try await reports()
    let outcome = try await merge(web, [file(web), file(api)])
    #expect(outcome.status == 0, "\(outcome)")
    let report = try outcome.report()
    #expect(report.verdict == "pass" && report.version == "2.4.0")
    #expect(report.states == ["SHOP-1": "delivered", "PAY-2": "delivered"])
    let text = try await Relscope(for: web).run(["merge-reports", file(web), file(api)])
    #expect(text.status == 0 && text.output.hasPrefix("PASS  release/2.4.0 is what 2.4.0 says"), "\(text)")
  }

  @Test func `fails when nobody delivers a ticket, in every format`() async throws {
    let (web, api) = try await reports(["SHOP-1", "PAY-2", "SHOP-3"])
    let outcome = try await merge(web, [file(web), file(api)])
    #expect(outcome.status == 1, "\(outcome)")
    #expect(try outcome.report().differences.filter { $0.hasPrefix("missing") } == ["missing-ticket SHOP-3"])
    for format in ["terminal", "markdown", "junit", "sarif", "github", "gitlab", "azure", "rdjson", "csv"] {
      let drawn = try await Relscope(for: web).run(["merge-reports", file(web), file(api), "--format", format])
      #expect(drawn.status == 1, "\(drawn)")
      #expect(drawn.output.contains("SHOP-3"), "\(drawn)")
    }
  }

  @Test func `refuses another version, another manifest, and what is no report`() async throws {
    let (web, api) = try await reports()
    let version = try await merge(web, [file(web), file(api)], "--version", "2.5.0")
    #expect(version.status == 65 && version.result.errors.contains("2.5.0"), "\(version)")
    let other = try await reports(["SHOP-1", "SHOP-7"])
    let manifest = try await merge(web, [file(web), file(other.api)])
    #expect(manifest.status == 65 && manifest.result.errors.contains("different manifests"), "\(manifest)")
    let policy = try await merge(web, [file(web), web.path + "/.relscope.yml"])
    #expect(policy.status == 65, "\(policy)")
    let nothing = try await merge(web, [file(web), "/nowhere/report.json"])
    #expect(nothing.status == 66, "\(nothing)")
    let twice = try await merge(web, [file(web), file(web)])
    #expect(twice.status == 64, "\(twice)")
    let none = try await merge(web, [])
    #expect(none.status == 64, "\(none)")
  }

  @Test func `stays incomplete`() async throws {
    let (web, api) = try await reports()
    let clone = try await api.clone(depth: 1)
    let cut = api.folder.path + "/cut.json"
    _ = try await Relscope(for: clone).check(clone, "--output", cut)
    let outcome = try await merge(web, [file(web), cut])
    #expect(outcome.status == 2 || outcome.status == 1, "\(outcome)")
    #expect(try outcome.report().incomplete.map(\.reason) == ["shallow-history"])
  }

  @Test func `merges a merged report again, to the same bytes`() async throws {
    let (web, api) = try await reports()
    let merged = web.folder.path + "/merged.json"
    let first = try await merge(web, [file(web), file(api)], "--output", merged)
    #expect(first.status == 0, "\(first)")
    let again = try await merge(web, [merged])
    #expect(again.status == 0, "\(again)")
    #expect(try again.report().verdict == "pass")
  }
}
