import Foundation
import TestSupport
import Testing

/// Where reports go, and in which format.
struct OutputTests {
  private func check(_ repository: GitRepository, _ arguments: String...) async throws -> ProgramResult {
    try await Relscope(for: repository).run(
      ["check", "--base", "main", "--release", "release/2.4.0"] + arguments, in: repository.path)
  }

  @Test(arguments: [
    ("report.json", "\"relscope.report/1\""), ("report.md", "## "), ("report.html", "<!DOCTYPE html>"),
    ("report.sarif", "\"2.1.0\""), ("report.xml", "<testsuites"), ("report.csv", "about,name"), ("report", "PASS"),
  ])
  func `a file's name says its format`(file: String, mark: String) async throws {
    let repository = try await GitRepository.passing()
    let result = try await check(repository, "--output", file)
    #expect(result.status == 0, "\(result)")
    #expect(result.output.isEmpty)
    let text = try String(contentsOfFile: repository.path + "/" + file, encoding: .utf8)
    #expect(text.contains(mark))
  }

  @Test func `formats and files go in pairs, and one format may stay for standard output`() async throws {
    let repository = try await GitRepository.passing()
    let result = try await check(
      repository, "--format", "gitlab", "--output", "quality.json", "--format", "rdjson", "--output", "rd.json",
      "--format", "csv")
    #expect(result.status == 0, "\(result)")
    #expect(result.output.hasPrefix("about,name"), "\(result)")
    #expect(try String(contentsOfFile: repository.path + "/quality.json", encoding: .utf8).hasPrefix("["))
    #expect(try String(contentsOfFile: repository.path + "/rd.json", encoding: .utf8).contains("\"diagnostics\""))
  }

  @Test(arguments: [
    (["--output", "a.html", "--format", "github"], "'a.html' would hold the format 'github'"),
    (["--output", "a.bin", "--output", "b.html"], "cannot tell the format of 'a.bin'"),
    (["--format", "json", "--format", "csv"], "2 formats for standard output"),
    (["--format", "yaml"], "yaml"),
  ])
  func `refuses what is not clear, and writes nothing`(arguments: [String], message: String) async throws {
    let repository = try await GitRepository.passing()
    let result = try await Relscope(for: repository).run(["check", "--base", "main"] + arguments, in: repository.path)
    #expect(result.status == 64, "\(result)")
    #expect(result.errors.contains(message), "\(result)")
    #expect(result.output.isEmpty)
    let files = try FileManager.default.contentsOfDirectory(atPath: repository.path)
    #expect(!files.contains { $0.hasPrefix("a.") || $0.hasPrefix("b.") })
  }

  @Test func `writes the others and says the verdict when one cannot be written`() async throws {
    let repository = try await GitRepository.mismatched()
    let result = try await check(repository, "--output", "none/a.html", "--output", "b.html")
    #expect(result.status == 73, "\(result)")
    #expect(result.errors.contains("the verdict is fail"), "\(result)")
    #expect(result.errors.contains("none/a.html"), "\(result)")
    #expect(FileManager.default.fileExists(atPath: repository.path + "/b.html"))
  }
}
