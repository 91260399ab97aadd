import Foundation
import TestSupport
import Testing

/// What `docs/process.md` shows is what the program says of the repository that `scripts/sample-release` makes.
struct ProcessPageTests {
  private struct Shown: Equatable {
    let command: String
    let output: String
  }

  /// The blocks that begin with a prompt.
  private static func blocks() throws -> [Shown] {
    let page = try String(contentsOfFile: PackageFolder.path + "/docs/process.md", encoding: .utf8)
    return page.components(separatedBy: "```text\n$ ").dropFirst().compactMap { block in
      let lines = (block.components(separatedBy: "\n```").first ?? "").components(separatedBy: "\n")
      return Shown(command: lines[0], output: lines.dropFirst().joined(separator: "\n"))
    }
  }

  @Test func `is what each command says`() async throws {
    let home = try TemporaryFolder()
    let folder = home.path + "/shop"
    let environment = CleanEnvironment(home: home.path).setting(["LC_ALL": "C.UTF-8"])
    let made = try await Program(PackageFolder.path + "/scripts/sample-release", environment: environment).run([folder])
    try #require(made.status == 0, "\(made)")
    let blocks = try Self.blocks()
    try #require(blocks.count >= 7)
    for shown in blocks {
      let words = shown.command.split(separator: " ").map(String.init)
      try #require(words.first == "relscope")
      let result = try await Program(try BuiltProgram.path("relscope"), environment: environment)
        .run(Array(words.dropFirst()), in: folder)
      let said = (result.output + result.errors).components(separatedBy: "\n").dropLast().joined(separator: "\n")
      #expect(Shown(command: shown.command, output: said) == shown)
    }
  }

  /// Commands that ask services are played in `WholeReleaseTests`; here it counts that they are ones.
  @Test func `names commands that there are`() async throws {
    let page = try String(contentsOfFile: PackageFolder.path + "/docs/process.md", encoding: .utf8)
    let home = try TemporaryFolder()
    let blocks = page.components(separatedBy: "```sh\n").dropFirst()
      .compactMap { $0.components(separatedBy: "\n```").first }
    for line in blocks.flatMap({ $0.components(separatedBy: "\n") }) where line.hasPrefix("relscope ") {
      let words = line.components(separatedBy: " #")[0].split(separator: " ").map(String.init)
      let result = try await Program(
        try BuiltProgram.path("relscope"), environment: CleanEnvironment(home: home.path)
      ).run(Array(words.dropFirst()) + ["--help"])
      #expect(result.status == 0, "\(line): \(result)")
    }
  }
}
