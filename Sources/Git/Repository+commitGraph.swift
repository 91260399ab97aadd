import Glibc
import ReleaseScope

extension Repository {
  /// The commit-graph, where git would use it: not in a shallow repository, nor beside grafts or replaced objects, of which
  /// the file knows nothing, nor when `core.commitGraph` is off.
  ///
  /// - Returns: `nil` if there is none, or none that can be used.
  func commitGraph() throws(GitError) -> CommitGraphChain? {
    if case .known(let chain) = commitGraphState { return chain }
    var chain = CommitGraphChain(in: objectDirectories())
    if chain != nil, try !isCommitGraphUsed() { chain = nil }
    commitGraphState = .known(chain)
    return chain
  }

  private func isCommitGraphUsed() throws(GitError) -> Bool {
    guard try shallowBoundary().isEmpty, try !hasGrafts(), try replacedObjects().isEmpty else { return false }
    return try !configurationIsFalse("core.commitGraph")
  }

  /// Goes on without the commit-graph, which has turned out to be wrong.
  func dropCommitGraph() { commitGraphState = .known(nil) }

  /// Where objects are: the repository's own directory, then those that it borrows from, as deep as git goes.
  private func objectDirectories() -> [String] {
    let own = environment("GIT_OBJECT_DIRECTORY") ?? commonDirectory + "objects"
    let borrowed = environment("GIT_ALTERNATE_OBJECT_DIRECTORIES")?.split(separator: ":").map(String.init) ?? []
    var directories = [own] + borrowed
    var next = directories.startIndex
    for _ in 0...5 {
      let level = directories[next...]
      next = directories.endIndex
      for directory in level {
        for alternate in Self.alternates(of: directory) where !directories.contains(alternate) {
          directories.append(alternate)
        }
      }
    }
    return directories
  }

  private func environment(_ name: String) -> String? {
    guard isFromEnvironment, let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  private static func alternates(of directory: String) -> [String] {
    guard let list = FileBytes(path: "\(directory)/info/alternates") else { return [] }
    return list.all.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard line.first != UInt8(ascii: "#") else { return nil }
      let path = String(decoding: line, as: UTF8.self)
      return path.hasPrefix("/") ? path : "\(directory)/\(path)"
    }
  }
}
