import Foundation
import TestSupport
import Testing

/// Repositories of somebody else, as in a container; only root can make them.
@Suite(.enabled(if: getuid() == 0, "only root can give a folder away"))
struct OwnershipTests {
  /// The repository of another user, for whom nothing is configured.
  private func foreign() async throws -> GitRepository {
    let repository = try await GitRepository.passing()
    let given = try await Program("chown", environment: repository.environment).run(["-R", "4242", repository.path])
    try #require(given.status == 0, "\(given)")
    return repository
  }

  @Test func `ends with 66 and says how to trust the repository`() async throws {
    let repository = try await foreign()
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 66, "\(outcome)")
    #expect(outcome.result.output.isEmpty)
    #expect(outcome.result.errors.contains("owned by another user"))
    #expect(outcome.result.errors.contains("git config --global --add safe.directory '\(repository.path)'"))
  }

  @Test(arguments: [true, false])
  func `checks it once it is trusted`(byPath: Bool) async throws {
    let repository = try await foreign()
    let place = byPath ? repository.path : "*"
    try repository.folder.write("home/.gitconfig", "[safe]\n\tdirectory = \(place)\n")
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 0, "\(outcome)")
  }

  @Test func `is not content with another repository being trusted`() async throws {
    let repository = try await foreign()
    try repository.folder.write("home/.gitconfig", "[safe]\n\tdirectory = \(repository.path)-other\n")
    let outcome = try await Relscope(for: repository).check(repository)
    #expect(outcome.status == 66, "\(outcome)")
  }

  /// Where git looks besides, and libgit2 does not.
  @Test(arguments: ["GIT_CONFIG_COUNT", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_PARAMETERS"])
  func `checks it where the environment says that it is trusted`(variable: String) async throws {
    let repository = try await foreign()
    let file = try repository.folder.write("trust", "[safe]\n\tdirectory = \(repository.path)\n")
    let settings: [String: String?] =
      switch variable {
      case "GIT_CONFIG_COUNT":
        [variable: "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": repository.path]
      case "GIT_CONFIG_GLOBAL": [variable: file]
      default: [variable: "'safe.directory'='\(repository.path)'"]
      }
    let result = try await Relscope(for: repository).run(
      ["check", "--base", "main", "--release", "release/2.4.0"], in: repository.path, setting: settings)
    #expect(result.status == 0, "\(result)")
    let other = try await Relscope(for: repository).run(
      ["check", "--base", "main", "--release", "release/2.4.0"], in: repository.path,
      setting: settings.mapValues { $0?.replacing(repository.path, with: repository.path + "-other") })
    #expect(variable == "GIT_CONFIG_GLOBAL" || other.status == 66, "\(other)")
  }
}
