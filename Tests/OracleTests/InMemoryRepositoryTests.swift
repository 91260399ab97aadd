import InMemoryRepository
import Oracle
import ReleaseScope
import ScopeCheck
import TestSupport
import Testing

/// The repository in memory beside the one that git makes of the same commits.
struct InMemoryRepositoryTests {
  private static let seeds: ClosedRange<UInt64> = 1...4
  private static let reader = MessageReader(scanner: KeyScanner(projects: []))

  private func history(_ seed: UInt64, _ mode: HistoryMode) -> RandomHistory {
    RandomHistory(seed: seed, mode, operations: 30)
  }

  /// The same history as a repository of git's.
  private func repository(_ history: RandomHistory) async throws -> GitRepository {
    let repository = try await GitRepository(bare: true)
    try await repository.git(["fast-import", "--quiet"], input: history.repository.fastImportStream)
    return repository
  }

  private func lines(_ text: String) -> Set<String> { Set(text.split(separator: "\n").map(String.init)) }

  @Test(arguments: seeds, HistoryMode.allCases)
  func `gives every commit the id that git gives it`(_ seed: UInt64, _ mode: HistoryMode) async throws {
    let history = history(seed, mode)
    let git = try await repository(history)
    let refs = try await git.git("for-each-ref", "--format=%(refname) %(objectname)")
    let expected = Set(history.repository.references.map { "\($0.key) \($0.value)" })
    #expect(lines(refs) == expected)
  }

  @Test(arguments: seeds, HistoryMode.allCases)
  func `finds the range and the merge bases that git finds`(_ seed: UInt64, _ mode: HistoryMode) async throws {
    let history = history(seed, mode)
    let git = try await repository(history)
    let (base, release) = try sides(history)
    let range = try history.repository.history(base: base, releases: [release], reader: Self.reader).range()
    let commits = Set(range.commits.map(\.id.description))
    let baseOnly = Set(range.baseOnly.map(\.id.description))
    let mergeBases = Set(range.mergeBases.map(\.id.description))
    #expect(commits == lines(try await git.git("rev-list", "\(base)..\(release)")))
    #expect(baseOnly == lines(try await git.git("rev-list", "\(release)..\(base)")))
    #expect(mergeBases == lines(try await git.git("merge-base", "--all", "\(base)", "\(release)")))
  }

  @Test(arguments: seeds, HistoryMode.allCases)
  func `takes for the same change what has the same patch id`(_ seed: UInt64, _ mode: HistoryMode) async throws {
    let history = history(seed, mode)
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

  @Test(arguments: seeds, [HistoryMode.git, .all])
  func `finds nothing in merges that git would not have merged`(_ seed: UInt64, _ mode: HistoryMode) async throws {
    let history = history(seed, mode)
    let git = try await repository(history)
    let merges = history.repository.commits.filter(\.isMerge)
    for merge in merges {
      let parents = merge.parents.map(\.description)
      let tree = try await git.git(["merge-tree", "--write-tree"] + parents)
      #expect(tree == merge.tree.description)
    }
    #expect(try history.repository.ownChanges(ofMerges: merges.map(\.id)).paths.isEmpty)
  }

  private func sides(_ history: RandomHistory) throws -> (base: ObjectID, release: ObjectID) {
    (try history.repository.resolve("main", as: "base"), try history.repository.resolve("HEAD", as: "release"))
  }

  @Test func `refuses what it was not told`() throws {
    let repository = InMemoryRepository()
    let unknown = try #require(ObjectID(String(repeating: "a", count: 40)))
    #expect(throws: Problem.self) { try repository.changedPaths(of: unknown) }
    #expect(throws: Problem.self) { try repository.history(base: unknown, releases: [unknown], reader: Self.reader) }
    #expect(throws: Problem.self) { try repository.remains(of: [], in: unknown) }
    #expect(throws: Problem.self) { try repository.resolve("main", as: "base") }
  }
}
