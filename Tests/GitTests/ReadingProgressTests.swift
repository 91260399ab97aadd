import Git
import ReleaseScope
import Synchronization
import TestSupport
import Testing

/// What is told while a repository is read.
struct ReadingProgressTests {
  private final class Told: Sendable {
    let counts = Mutex<[ReadingProgress.Count]>([])
  }

  @Test(arguments: [1, 2]) func `tells how many commits were visited and compared`(threads: Int) async throws {
    let history = try await LongHistory(commits: 400)
    let repository = try Repository(at: history.repository.path)
    repository.threads = threads
    let told = Told()
    repository.progress = ReadingProgress { count in told.counts.withLock { $0.append(count) } }
    let reader = MessageReader(scanner: KeyScanner(projects: []))
    let range = try History(repository, base: history.base, releases: [history.release], reader: reader).range()
    let visited = told.counts.withLock { $0 }
    #expect(visited.map(\.commits) == visited.indices.map { 64 * ($0 + 1) })
    #expect(!visited.isEmpty && visited.allSatisfy { $0.compared == (0, 0) })
    let ids = range.commits.map(\.id)
    _ = try PatchComparison(ids, ids, in: repository)
    let last = try #require(told.counts.withLock { $0.last })
    #expect(last.compared.done <= last.compared.of && last.compared.of >= ids.count)
  }
}
