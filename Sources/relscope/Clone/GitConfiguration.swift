import Git
import Platform
import ReleaseScope

/// The configuration as git itself reads it: from the environment and `git -c` too, from a worktree's own file, and
/// from files that are included by conditions which libgit2 does not know.
enum GitConfiguration {
  /// Reads variables that are set.
  ///
  /// - Parameters:
  ///   - names: In lower case.
  ///   - place: What the caller named the repository by; `nil` for the one that git finds.
  /// - Returns: Name and value of each setting, what counts last. Where there is no git, as libgit2 reads it.
  static func settings(
    of names: [String], in repository: Repository, at place: String? = nil
  ) throws -> [(name: String, value: String)] {
    let pattern = "^(\(names.map { $0.replacing(".", with: "[.]") }.joined(separator: "|")))$"
    let answer = GitProgram.run(["config", "--null", "--get-regexp", pattern], in: place)
    switch answer?.status {
    case 0:
      return (answer?.text ?? "").split(separator: "\0").map { setting in
        // A name by itself is a variable that is switched on.
        String(setting).splitOnce("\n").map { ($0.before, $0.after) } ?? (String(setting), "true")
      }
    case 1: return []
    default: return try names.compactMap { name in try repository.configuration(name).map { (name, $0) } }
    }
  }
}
