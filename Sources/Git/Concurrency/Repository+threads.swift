import Commits

extension Repository {
  /// How many commits for each thread make it pay to open the repository again.
  static let fewest = 256

  /// Reads something for each of `commits`, or of what else there is one of for a commit, on as many threads as may be
  /// used, each with a handle of its own.
  ///
  /// - Parameter fewest: How many of them for each thread make it pay to open the repository again.
  /// - Returns: One value for each of `commits`, in their order.
  /// - Throws: The error of the first one that has one.
  func readInParallel<Item: Sendable, Value: Sendable>(
    _ commits: [Item], fewest: Int = Repository.fewest,
    _ read: @escaping @Sendable (Repository, Item) throws(GitError) -> Value
  ) throws(GitError) -> [Value] {
    let progress = progress
    progress?.beginComparing(commits.count)
    let count = min(threads, commits.count / fewest)
    guard count > 1 else { return try Self.read(commits[...], in: self, read) }
    let workers = (1..<count).compactMap { _ in WorkerThread() }
    // To let one go is to wait for it.
    defer { withExtendedLifetime(workers) {} }
    let length = (commits.count + workers.count) / (workers.count + 1)
    let parts = stride(from: 0, to: commits.count, by: length).map { commits[$0..<min($0 + length, commits.count)] }
    let directory = isFromEnvironment ? nil : self.directory
    let mapped = packs.mapped
    let others = zip(workers, parts.dropFirst()).map { worker, part in
      let work = BackgroundWork<Result<[Value], GitError>>()
      work.begin(on: worker) { _ in
        Result { () throws(GitError) in
          // Whoever opened it here may open it again.
          let repository = try Repository(at: directory, isTrusted: { _ in true })
          repository.progress = progress
          repository.knownPacks = mapped
          return try Self.read(part, in: repository, read)
        }
      }
      return work
    }
    var values = try Self.read(parts[0], in: self, read)
    for other in others { values += try other.result()?.get() ?? [] }
    return values
  }

  /// The same, noting for which of them an object is not here.
  func readIfHere<Item: Sendable, Value: Sendable>(
    _ commits: [Item], fewest: Int = Repository.fewest,
    _ read: @escaping @Sendable (Repository, Item) throws(GitError) -> Value
  ) throws(GitError) -> [Reading<Value>] {
    try readInParallel(commits, fewest: fewest) { (repository, item) throws(GitError) in
      do throws(GitError) {
        return .read(try read(repository, item))
      } catch {
        guard error.code == .missingObject else { throw error }
        return .missing
      }
    }
  }

  enum Reading<Value: Sendable>: Sendable {
    case read(Value)
    /// An object that it takes is not here.
    case missing
  }

  private static func read<Item, Value>(
    _ commits: ArraySlice<Item>, in repository: Repository,
    _ read: (Repository, Item) throws(GitError) -> Value
  ) throws(GitError) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(commits.count)
    for commit in commits {
      values.append(try read(repository, commit))
      repository.progress?.compareCommit()
    }
    return values
  }
}
