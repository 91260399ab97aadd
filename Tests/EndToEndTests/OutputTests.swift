import Foundation
import TestSupport
import Testing

/// Several reports from one run, and where they go.
struct OutputTests {
  private func check(
    _ repository: GitRepository, _ arguments: [String], setting changes: [String: String?] = [:]
  ) async throws -> ProgramResult {
    try await Relscope(for: repository).run(
      ["check", "--base", "main", "--release", "release/2.4.0"] + arguments, in: repository.path, setting: changes)
  }

  /// How each format begins.
  private static let starts = [
    "terminal": "PASS  ", "json": "{\n  \"schema\": \"relscope.report/1\"", "markdown": "## ", "junit": "<?xml ",
    "html": "<!DOCTYPE html>", "sarif": "{\n  \"$schema\"", "gitlab": "[", "rdjson": "{\n  \"source\"",
    "csv": "verdict,severity,rule,", "github": "\nPASS", "azure": "##vso[task.setvariable ",
  ]

  private func expect(
    _ format: String, in file: String, of repository: GitRepository, location: SourceLocation = #_sourceLocation
  ) throws {
    let text = try String(contentsOfFile: repository.path + "/" + file, encoding: .utf8)
    let start = try #require(Self.starts[format])
    let plain = text.trimmingPrefix("\u{FEFF}")
    #expect(plain.hasPrefix(start), "\(file): \(text.prefix(60))", sourceLocation: location)
  }

  @Test(arguments: Self.starts.keys.sorted())
  func `draws each format on standard output`(format: String) async throws {
    let repository = try await GitRepository.passing()
    let result = try await check(repository, ["--format", format])
    #expect(result.status == 0, "\(result)")
    let start = try #require(Self.starts[format])
    let plain = result.output.trimmingPrefix("\u{FEFF}")
    #expect((plain.count < result.output.count) == (format == "csv"))
    #expect(plain.hasPrefix(start) || format == "github" && result.output.contains(start), "\(result)")
  }

  @Test func `knows each format that there is, as the guide does`() async throws {
    let repository = try await GitRepository()
    let help = try await Relscope(for: repository).run(["check", "--help"]).output
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let list = try #require(help.firstMatch(of: /\(values: (terminal, [^)]*)\)/)?.output.1)
    let formats = Set(list.replacing(",", with: "").split(separator: " ").map(String.init))
    #expect(formats == Set(Self.starts.keys))
    let guide = try String(contentsOfFile: PackageFolder.path + "/docs/guide.md", encoding: .utf8)
    let table = try #require(guide.firstRange(of: "| format | extension | for |\n")).upperBound
    let rows = guide[table...].split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("|") }
    #expect(formats == Set(rows.dropFirst().compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }))
  }

  @Test func `tells formats by the extension`() async throws {
    let repository = try await GitRepository.passing()
    let files = [
      "a.txt": "terminal", "b.json": "json", "c.md": "markdown", "d.xml": "junit", "e.sarif": "sarif",
      "f.sarif.json": "sarif", "g.csv": "csv", "h.rdjson": "rdjson", "I.SARIF": "sarif", "page": "terminal",
      "v1.2/page": "terminal", "j.html": "html",
    ]
    try FileManager.default.createDirectory(atPath: repository.path + "/v1.2", withIntermediateDirectories: true)
    let result = try await check(repository, files.keys.sorted().flatMap { ["--output", $0] })
    #expect(result.status == 0, "\(result)")
    #expect(result.output.isEmpty && result.errors.hasPrefix("relscope: PASS: "))
    for (file, format) in files { try expect(format, in: file, of: repository) }
  }

  @Test func `takes formats and files in pairs`() async throws {
    let repository = try await GitRepository.passing()
    let result = try await check(
      repository,
      ["--output", "a.sarif", "--format", "gitlab", "--output=b.json", "-o", "c.json", "--format=junit", "-o", "d.out"]
        + ["--format", "csv"])
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("verdict,severity,rule,"))
    for (file, format) in [("a.sarif", "sarif"), ("b.json", "gitlab"), ("c.json", "json"), ("d.out", "junit")] {
      try expect(format, in: file, of: repository)
    }
  }

  @Test(arguments: [["--format", "csv", "-o", "a.json"], ["-o", "a.json", "--format", "csv"]])
  func `takes one format and one file together in either order`(arguments: [String]) async throws {
    let repository = try await GitRepository.passing()
    let result = try await check(repository, arguments)
    #expect(result.status == 0, "\(result)")
    #expect(result.output.isEmpty)
    try expect("csv", in: "a.json", of: repository)
  }

  @Test func `writes to standard output by its name`() async throws {
    let repository = try await GitRepository.passing()
    let result = try await check(repository, ["--output", "a.json", "--format", "csv", "--output", "-"])
    #expect(result.output.contains("verdict,severity,"), "\(result)")
    #expect(!FileManager.default.fileExists(atPath: repository.path + "/-"))
  }

  @Test(arguments: [
    (["-o", "a.odt"], "a.odt"), (["-o", "a.bin"], "a.bin"), (["-o", "a."], "a."), (["--format", "yaml"], "yaml"),
    (["--format", "csv", "--format", "json"], "standard output"),
    (["--format", "csv", "--format", "json", "-o", "a.md", "--format", "junit"], "standard output"),
    (["-o", "a.md", "-o", "a.md"], "a.md"), (["--format", "csv", "-o", "a.md", "-o", "a.md"], "a.md"),
  ])
  func `refuses what it cannot do before it looks`(arguments: [String], named: String) async throws {
    let repository = try await GitRepository.passing()
    let before = try FileManager.default.contentsOfDirectory(atPath: repository.path)
    let result = try await check(repository, arguments)
    #expect(result.status == 64, "\(result)")
    #expect(result.errors.contains(named))
    #expect(result.output.isEmpty)
    let after = try FileManager.default.contentsOfDirectory(atPath: repository.path)
    #expect(Set(after) == Set(before))
  }

  @Test func `says the verdict when a file cannot be written, and writes the others`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.commit("SHOP-9 Accept vouchers", files: ["voucher.js": "1\n"])
    let result = try await check(
      repository, ["-o", "nowhere/a.json", "-o", "b.csv", "-o", "nowhere/c.md", "--format", "json"])
    #expect(result.status == 73, "\(result)")
    #expect(result.errors.hasPrefix("relscope: FAIL: release/2.4.0 is not what 2.4.0 says: "), "\(result)")
    #expect(result.errors.contains("'nowhere/a.json'") && result.errors.contains("'nowhere/c.md'"))
    #expect(result.output.hasPrefix("{"))
    try expect("csv", in: "b.csv", of: repository)
  }

  @Test func `adds to the summary and the outputs of a step of GitHub Actions`() async throws {
    let repository = try await GitRepository.passing()
    let summary = try repository.folder.write("summary", "# Before")
    let outputs = try repository.folder.write("outputs", "before=1\n")
    let result = try await check(
      repository, ["--format", "github"], setting: ["GITHUB_STEP_SUMMARY": summary, "GITHUB_OUTPUT": outputs])
    #expect(result.status == 0, "\(result)")
    let written = try String(contentsOfFile: summary, encoding: .utf8)
    #expect(written.hasPrefix("# Before\n## "), "\(written)")
    let entries = try String(contentsOfFile: outputs, encoding: .utf8)
    #expect(entries.hasPrefix("before=1\nverdict<<relscope-end\npass\nrelscope-end\nversion<<"), "\(entries)")
    // Another format leaves them alone.
    _ = try await check(repository, ["--format", "json"], setting: ["GITHUB_STEP_SUMMARY": summary])
    #expect(try String(contentsOfFile: summary, encoding: .utf8) == written)
  }

  @Test func `says the verdict when there is no room in the summary`() async throws {
    let repository = try await GitRepository.passing()
    let summary = try repository.folder.write("summary", String(repeating: "x", count: 1_048_000))
    let result = try await check(repository, ["--format", "github"], setting: ["GITHUB_STEP_SUMMARY": summary])
    #expect(result.status == 73, "\(result)")
    #expect(result.errors.hasPrefix("relscope: PASS: "))
    #expect(try String(contentsOfFile: summary, encoding: .utf8).utf8.count == 1_048_000)
  }

  @Test func `keeps a long summary within the limit of the service`() async throws {
    let repository = try await GitRepository.planning((1...300).map { "SHOP-\($0)" })
    // Three bytes a character, as much as a subject has room for.
    for number in 301...420 {
      try await repository.commit("SHOP-\(number) " + String(repeating: "長", count: 400), files: ["a": "\(number)\n"])
    }
    let earlier = String(repeating: "x", count: 980_000)
    let summary = try repository.folder.write("summary", earlier + "\n")
    let result = try await check(repository, ["--format", "github"], setting: ["GITHUB_STEP_SUMMARY": summary])
    #expect(result.status == 1, "\(result)")
    let written = try Data(contentsOf: URL(fileURLWithPath: summary))
    #expect(written.count <= 1_048_576)
    #expect(String(decoding: written, as: UTF8.self).contains("Left out for length"))
  }

  @Test func `says what is new since an earlier report, where people see it`() async throws {
    let repository = try await GitRepository.passing()
    _ = try await check(repository, ["--output", "before.json"])
    let same = try await check(repository, ["--since-report", "before.json"])
    #expect(same.output.contains("no finding and no ticket is new, gone or in another state"), "\(same)")
    try await repository.commit("SHOP-7 Voucher", files: ["voucher.js": "1\n"])
    let shown = try await check(repository, ["--since-report", "before.json"])
    #expect(shown.status == 1 && shown.output.contains("new         unplanned-ticket SHOP-7"), "\(shown)")
    let written = try await check(repository, ["--since-report", "before.json", "--output", "after.json"])
    #expect(written.errors.contains("new         unplanned-ticket SHOP-7") && written.output.isEmpty, "\(written)")
    try expect("json", in: "after.json", of: repository)
    let gone = try await check(repository, ["--since-report", "after.json", "--version", "2.4.0"])
    #expect(gone.output.contains("no finding"), "\(gone)")
  }
}
