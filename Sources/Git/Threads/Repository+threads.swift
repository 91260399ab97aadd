import Dispatch
import ReleaseScope
import Synchronization

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
    let length = (commits.count + count - 1) / count
    let parts = stride(from: 0, to: commits.count, by: length).map { commits[$0..<min($0 + length, commits.count)] }
    let directory = isFromEnvironment ? nil : self.directory
    let answers = Answers<Value>()
    let group = DispatchGroup()
    for (number, part) in parts.enumerated().dropFirst() {
      DispatchQueue.global().async(group: group) {
        answers.set(
          number,
          Result { () throws(GitError) in try Self.read(part, in: Repository(at: directory), read) })
      }
    }
    answers.set(0, Result { () throws(GitError) in try Self.read(parts[0], in: self, read) })
    group.wait()
    var values: [Value] = []
    for answer in answers.inOrder { values += try answer.get() }
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

/// What the threads have found, by the number of the part.
private final class Answers<Value: Sendable>: Sendable {
  private let answers = Mutex<[Int: Result<[Value], GitError>]>([:])

  func set(_ number: Int, _ answer: Result<[Value], GitError>) { answers.withLock { $0[number] = answer } }

  var inOrder: [Result<[Value], GitError>] { answers.withLock { $0.sorted { $0.key < $1.key }.map(\.value) } }
}
