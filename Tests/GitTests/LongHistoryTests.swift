import ReleaseScope
import TestSupport
import Testing

@testable import Git

/// Histories that are long enough to be read ahead by several threads.
struct LongHistoryTests {
  private static let commits = 7_000
  /// Of such a range with a commit-graph, a half is read by another thread.
  private static let fewCommits = 1_200

  /// All that is kept of a commit, in one line.
  private static func lines(_ commits: CommitList) -> [String] {
    zip(commits.indices, commits).map { position, commit in
      let (id, tree, facts) = (commit.id, commits.tree(position), commit.facts.implements)
      return "\(id) \(tree) \(commit.parents) \(commit.author) \(commit.committer) \(commit.subject) \(facts)"
    }
  }

  private static func range(_ history: LongHistory, threads: Int) throws -> CommitRange {
    let repository = try Repository(at: history.repository.path)
    repository.threads = threads
    let reader = MessageReader(scanner: KeyScanner(projects: [try ProjectKey(parsing: "SHOP")]))
    return try History(repository, base: history.base, releases: [history.release], reader: reader).range()
  }

  @Test(arguments: PackLayout.allCases, [(commits, false), (commits, true), (fewCommits, true)])
  func `is the same with one thread and with several`(
    _ layout: PackLayout, _ size: (commits: Int, withCommitGraph: Bool)
  ) async throws {
    let history = try await LongHistory(commits: size.commits)
    try await layout.pack(history.repository)
    if size.withCommitGraph { try await history.writeCommitGraph() }
    let alone = try Self.range(history, threads: 1)
    let log = try await history.repository.git("log", "--format=%H %T", "\(history.base)..main").split(separator: "\n")
    let commits = alone.commits
    #expect(Set(commits.indices.map { "\(commits.id($0)) \(commits.tree($0))" }) == Set(log.map(String.init)))
    #expect(log.count == size.commits - 1)
    let expected = Self.lines(alone.commits)
    for threads in [2, 5] {
      let shared = Self.lines(try Self.range(history, threads: threads).commits)
      #expect(shared == expected, "\(threads) threads")
    }
  }

  @Test(arguments: PackLayout.allCases)
  func `reads each commit of a pack as git does`(_ layout: PackLayout) async throws {
    let history = try await LongHistory(commits: 400)
    try await layout.pack(history.repository)
    let repository = try Repository(at: history.repository.path)
    let format = "--format=%H%x00%T%x00%P%x00%an%x00%at%x00%ct%x00%s"
    let log = try await history.repository.git("log", format, "main").split(separator: "\n")
    #expect(log.count == 400)
    var people = KnownPeople<Commits.Person>()
    for line in log {
      let fields = line.split(separator: "\0", omittingEmptySubsequences: false).map(String.init)
      let id = try #require(ObjectID(fields[0]))
      var contents: [UInt8] = []
      let count = try #require(repository.packs.read(id, to: &contents))
      let commit = try #require(RawCommit(Array(contents.prefix(count)))?.commit(id: id, &people))
      let read = [
        "\(commit.tree)", commit.parents.map { "\($0)" }.joined(separator: " "), commit.author.name,
        "\(commit.author.time.seconds)", "\(commit.committer.time.seconds)", commit.subject,
      ]
      #expect(read == Array(fields.dropFirst()))
    }
  }

  @Test func `has deltas to read`() async throws {
    for layout in [PackLayout.deltas, .deltasByID] {
      let history = try await LongHistory(commits: 400)
      try await layout.pack(history.repository)
      let index = try await history.repository.git("rev-parse", "--git-path", "objects/pack")
      let list = try await history.repository.git(
        ["verify-pack", "-v"] + history.repository.packNames().map { "\(index)/\($0)" })
      let deltas = list.split(separator: "\n").count { $0.contains(" commit ") && $0.split(separator: " ").count == 7 }
      #expect(deltas > 10)
    }
  }

  @Test(arguments: [(commits, false), (fewCommits, true)])
  func `says what is wrong with a commit that the pack has damaged`(commits: Int, withCommitGraph: Bool) async throws {
    let history = try await LongHistory(commits: commits)
    try await PackLayout.whole.pack(history.repository)
    if withCommitGraph { try await history.writeCommitGraph() }
    try history.repository.damagePack(at: 0.5)
    let error = try #require(throws: GitError.self) { try Self.range(history, threads: 2) }
    let alone = try #require(throws: GitError.self) { try Self.range(history, threads: 1) }
    #expect(error.operation == alone.operation)
    #expect(error.operation.hasPrefix("read commit "))
  }
}
