import ReleaseScope
import TestSupport

/// The commit-graph files that git writes.
enum CommitGraphKind: CaseIterable, Sendable {
  case none
  case single
  /// Three layers.
  case split
  /// As git wrote them before 2.36: with levels in place of corrected dates.
  case levels
  /// Two layers, of which only the lower has corrected dates.
  case mixed
  /// What is newer is not in it.
  case partial

  /// Writes it for `ids`, parents before children; those of several histories one after the other.
  func write(_ ids: [[ObjectID]], in repository: GitRepository) async throws {
    func write(_ part: Double, _ options: String..., version: Int = 2) async throws {
      let chosen = ids.flatMap { $0.prefix(Int(part * Double($0.count))) }
      let input = chosen.map { "\($0)\n" }.joined()
      try await repository.git(
        ["-c", "commitGraph.generationVersion=\(version)", "commit-graph", "write", "--stdin-commits", "--no-progress"]
          + options, input: Array(input.utf8))
    }
    switch self {
    case .none: break
    case .single: try await write(1)
    case .split:
      for part in [0.4, 0.8, 1] { try await write(part, "--append", "--split=no-merge") }
    case .levels: try await write(1, version: 1)
    case .mixed:
      try await write(0.5, "--split=no-merge")
      try await write(1, "--append", "--split=no-merge", version: 1)
    case .partial: try await write(0.6)
    }
  }
}
