import ReleaseScope

extension Repository {
  /// How many commits for each thread make it pay to open the repository again.
  private static let fewest = 2_048

  /// Reads something of each commit, on as many threads as may be used, each with a handle of its own.
  ///
  /// - Returns: One value for each of `commits`, in their order.
  /// - Throws: The error of the first commit that has one.
  func readInParallel<Value: Sendable>(
    _ commits: [ObjectID], _ read: @escaping @Sendable (Repository, ObjectID) throws(GitError) -> Value
  ) throws(GitError) -> [Value] {
    let count = min(threads, commits.count / Self.fewest)
    guard count > 1 else { return try Self.read(commits[...], in: self, read) }
    let workers = (1..<count).compactMap { _ in WorkerThread() }
    // To let one go is to wait for it.
    defer { withExtendedLifetime(workers) {} }
    let length = (commits.count + workers.count) / (workers.count + 1)
    let parts = stride(from: 0, to: commits.count, by: length).map { commits[$0..<min($0 + length, commits.count)] }
    let directory = isFromEnvironment ? nil : self.directory
    let others = zip(workers, parts.dropFirst()).map { worker, part in
      let work = BackgroundWork<Result<[Value], GitError>>()
      work.begin(on: worker) { _ in
        Result { () throws(GitError) in try Self.read(part, in: Repository(at: directory), read) }
      }
      return work
    }
    var values = try Self.read(parts[0], in: self, read)
    for other in others { values += try other.result()?.get() ?? [] }
    return values
  }

  private static func read<Value>(
    _ commits: ArraySlice<ObjectID>, in repository: Repository,
    _ read: (Repository, ObjectID) throws(GitError) -> Value
  ) throws(GitError) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(commits.count)
    for commit in commits { values.append(try read(repository, commit)) }
    return values
  }
}
