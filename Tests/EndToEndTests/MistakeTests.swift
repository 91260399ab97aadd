import Foundation
import TestSupport
import Testing

/// Slips of the hand: each message names the way out.
struct MistakeTests {
  /// Words of the command, the status, and what the message has.
  private static let mistakes: [(words: [String], status: Int32, text: String)] = [
    (["chek"], 64, "did you mean 'relscope check'?"),
    (["help", "chekc"], 64, "did you mean 'relscope check'?"),
    (["help", "manifest", "imprt"], 64, "did you mean 'relscope manifest import'?"),
    (["hook", "pre-pus"], 64, "did you mean 'pre-push'?"),
    (["check", "--write-baseline", "--reason", "known"], 64, "nobody says where the baseline goes"),
    (["check", "--since-report", "old.json"], 66, "cannot read 'old.json'"),
    (["release/2.4.0"], 64, "relscope scope release/2.4.0"),
    (["hooks", "instal"], 64, "did you mean 'relscope hooks install'?"),
    (["manifest", "imprt"], 64, "did you mean 'relscope manifest import'?"),
    (["hooks", "install", "pre-pussh"], 64, "did you mean 'pre-push'?"),
    (["hooks", "show", "prepush"], 64, "did you mean 'pre-push'?"),
    (["check", "--relase", "release/2.4.0"], 64, "Did you mean '--release'?"),
    (["check", "--release", "release/2.4.O"], 66, "did you mean 'release/2.4.0'?"),
    (["check", "--release", "2.4.0"], 66, "did you mean 'release/2.4.0'?"),
    (["check", "--release", "Release/2.4.0"], 66, "did you mean 'release/2.4.0'?"),
    (["check", "relaese/2.4.0"], 66, "did you mean 'release/2.4.0'?"),
    (["check", "--base", "mian"], 66, "did you mean 'main'?"),
    (["check", "--base", "master"], 66, "did you mean 'main'?"),
    (["check", "--base", "develop"], 66, "run: git branch --all, to see what is here"),
    (["check", "HEAD~300..HEAD"], 66, "run: git log --oneline HEAD, to see what is before it"),
    (["check", "main...release/2.4.0"], 64, "write two: main..release/2.4.0"),
    (["check", "main..release/2.4.0", "--base", "main"], 64, "leave one of them out"),
    (["check", "--since", "v2.2.0"], 66, "run: git branch --all"),
    (["check", "--version", "2.4"], 66, "did you mean 'releases/2.4.0.json'?"),
    (["check", "--version", "2.4.O"], 66, "did you mean 'releases/2.4.0.json'?"),
    (["check", "--version", "2.5.0"], 66, "commit it on 'main'"),
    (["check", "--manifest", "releases/2.4.0.jsn"], 66, "did you mean 'releases/2.4.0.json'?"),
    (["check", "--policy", ".relscope.yaml"], 66, "did you mean '.relscope.yml'?"),
    (["check", "--rule", "unplaned-ticket=off"], 64, "did you mean 'unplanned-ticket'?"),
    (["check", "--rule", "unplanned-ticket"], 64, "write --rule unplanned-ticket=warning"),
    (["check", "--rule", "unplanned-ticket=of"], 64, "use error, warning, note, off"),
    (["check", "--format", "pdf"], 64, "markdown"),
    (["check", "--output", "report.pdf"], 64, "write --format FORMAT before it: terminal, json"),
    (["check", "--stage", "psuh"], 64, "'push' and 'merge'"),
    (["check", "--projects", "shop"], 64, "did you mean 'SHOP'?"),
    (["check", "--release", "main"], 64, "name the release, such as 'release/2.4.0'"),
    (["check", "--release", "main~1"], 64, "name it with --version, or be on a release branch"),
    (["check", "--repo", "nowhere"], 66, "run it inside a repository, or name one with --repo"),
    (["check", "--version"], 64, "Missing value for '--version <name>'"),
    (["check", "--baseline", "scope-baselin.json"], 66, "commit it on 'main'"),
    (["why"], 64, "A ticket key or a commit."),
    (["why", "xyz"], 66, "'xyz' is neither a ticket's key nor a commit that is here"),
    (["why", "SHOP 1"], 66, "a key is written SHOP-12"),
    (["init"], 73, "add --force to overwrite it"),
    (["process"], 64, "The release version, as Jira has it."),
    (["process", "2.4.0", "--require", "0-20"], 64, "write --require 1-9, or --require 7"),
    (["notes", "2.4.O"], 66, "relscope process 2.4.O says what is not there"),
    (["merge-reports", "a.json"], 66, "cannot read 'a.json': no such file or directory"),
    (["manifest", "import"], 64, "The export; - for standard input."),
    (["manifest", "import", "export.csv", "--version", "2.4.0"], 66, "cannot read 'export.csv'"),
    (["approve", "--yes"], 78, "run: git config user.signingKey"),
  ]

  @Test func `each names the way out`() async throws {
    let repository = try await GitRepository.passing()
    for mistake in Self.mistakes {
      let result = try await Relscope(for: repository).run(
        mistake.words, in: repository.path, setting: ["SSH_AUTH_SOCK": nil])
      #expect(result.status == mistake.status, "\(result)")
      #expect(result.errors.contains(mistake.text), "\(result)")
    }
  }

  @Test func `a document that is in the work tree alone is told from one that is nowhere`() async throws {
    let repository = try await GitRepository.passing()
    try await repository.checkout("release/2.4.0")
    try ReleaseFixture.policy.write(toFile: repository.path + "/2.6.0.json", atomically: true, encoding: .utf8)
    let result = try await Relscope(for: repository).run(["check", "--manifest", "2.6.0.json"], in: repository.path)
    #expect(result.status == 66 && result.errors.contains("it is in the work tree: commit it on 'main'"), "\(result)")
  }
}
