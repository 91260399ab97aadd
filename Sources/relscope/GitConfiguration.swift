import Git
import Platform
import ReleaseScope

/// The configuration as git itself reads it: from the environment and `git -c` too, from a worktree's own file, and from files
/// that are included by conditions which libgit2 does not know. Where there is no git, as libgit2 reads it.
enum GitConfiguration {
  /// The value of a variable; `nil` if it is not set.
  static func value(_ name: String, in repository: Repository) throws -> String? {
    let answer = GitProgram.run(["config", "--null", "--get", name])
    switch answer?.status {
    case 0: return answer.map { String($0.text.prefix { $0 != "\0" }) }
    case 1: return nil
    default: return try repository.configuration(name)
    }
  }

  /// Of variables that mean the same, the value that was set last.
  static func lastValue(of names: [String], in repository: Repository) -> String? {
    let pattern = "^(\(names.map { $0.replacing(".", with: "[.]") }.joined(separator: "|")))$"
    let answer = GitProgram.run(["config", "--null", "--get-regexp", pattern])
    switch answer?.status {
    case 0: return answer?.text.split(separator: "\0").last?.splitOnce("\n")?.after
    case 1: return nil
    default: return names.lazy.compactMap { try? repository.configuration($0) }.first
    }
  }
}

extension String.SubSequence {
  fileprivate func splitOnce(_ separator: String) -> (before: String, after: String)? {
    String(self).splitOnce(separator)
  }
}
