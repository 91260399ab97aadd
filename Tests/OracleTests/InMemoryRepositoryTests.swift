import InMemoryRepository
import Oracle
import ReleaseScope
import ScopeCheck
import TestSupport
import Testing

/// The repository in memory beside the one that git makes of the same commits.
struct InMemoryRepositoryTests {
  private static let histories = (1...4).flatMap { seed in
    HistoryMode.allCases.map { RandomHistory(seed: seed, $0, operations: 30) }
  }

  /// The same history as a repository of git's.
  private func repository(_ history: RandomHistory) async throws -> GitRepository {
    let repository = try await GitRepository(bare: true)
    try await repository.git(["fast-import", "--quiet"], input: history.repository.fastImportStream)
    return repository
  }

  private func lines(_ text: String) -> Set<String> { Set(text.split(separator: "\n").map(String.init)) }

  @Test(arguments: histories) func `gives every commit the id that git gives it`(_ history: RandomHistory) async throws
  {
    let git = try await repository(history)
    let refs = try await git.git("for-each-ref", "--format=%(refname) %(objectname)")
    let expected = Set(history.repository.references.map { "\($0.key) \($0.value)" })
    #expect(lines(refs) == expected)
  }

  @Test(arguments: histories) func `finds the range and the merge bases that git finds`(
    _ history: RandomHistory
  ) async throws {
    let git = try await repository(history)
    let (base, release) = try sides(history)
    let range = try history.repository.history(base: base, releases: [release]).range()
    let commits = Set(range.commits.map(\.id.description))
    let baseOnly = Set(range.baseOnly.map(\.id.description))
    let mergeBases = Set(range.mergeBases.map(\.id.description))
    #expect(commits == lines(try await git.git("rev-list", "\(base)..\(release)")))
    #expect(baseOnly == lines(try await git.git("rev-list", "\(release)..\(base)")))
    #expect(mergeBases == lines(try await git.git("merge-base", "--all", "\(base)", "\(release)")))
  }

  @Test(arguments: histories) func `takes for the same change what has the same patch id`(
    _ history: RandomHistory
  ) async throws {
    let git = try await repository(history)
    let log = try await git.git("log", "--all", "--no-merges", "--patch", "--format=commit %H")
    let patches = try await git.git("patch-id", "--stable", input: log + "\n").split(separator: "\n")
      .map { $0.split(separator: " ").map(String.init) }
    var expected: [String: Set<String>] = [:]
    for patch in patches { expected[patch[1]] = Set(patches.filter { $0[0] == patch[0] }.map { $0[1] }) }
    let ids = history.repository.commits.filter { !$0.isMerge }.map(\.id)
    let same = try history.repository.samePatches(ids, ids).same
    let seen = Dictionary(uniqueKeysWithValues: same.map { ("\($0.key)", Set($0.value.map(\.description))) })
    #expect(seen == expected)
  }

  @Test(arguments: histories) func `comes from the tree from which git merges both sides`(
    _ history: RandomHistory
  ) async throws {
    let git = try await repository(history)
    let (base, release) = try sides(history)
    let merged = try await git.run(["merge-tree", "--write-tree", "\(base)", "\(release)"])
    // What would be a conflict there is none of these histories' merges.
    guard merged.status == 0 else { return }
    let files = try await git.git("ls-tree", "-r", "--name-only", String(merged.output.prefix(40)))
    let paths = Set(try history.repository.tree(of: base).entries.keys)
    #expect(lines(files) == paths)
  }

  private func sides(_ history: RandomHistory) throws -> (base: ObjectID, release: ObjectID) {
    (try history.repository.resolve("main", as: "base"), try history.repository.resolve("HEAD", as: "release"))
  }

  @Test func `refuses what it was not told`() throws {
    let repository = InMemoryRepository()
    let unknown = try #require(ObjectID(String(repeating: "a", count: 40)))
    #expect(throws: Problem.self) { try repository.changedPaths(of: unknown) }
    #expect(throws: Problem.self) { try repository.history(base: unknown, releases: [unknown]) }
    #expect(throws: Problem.self) { try repository.remains(of: [], in: unknown) }
    #expect(throws: Problem.self) { try repository.references(matching: "refs/*/main") }
    #expect(throws: Problem.self) { try repository.resolve("main", as: "base") }
  }
}
