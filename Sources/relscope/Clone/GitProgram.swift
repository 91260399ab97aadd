import Git
import Platform
import Reports

/// The git that people use here, which knows parts of the configuration that libgit2 does not read.
enum GitProgram {
  /// What says where a repository is: git sets it for hooks of linked worktrees, and it means that repository alone.
  private static let places = [
    "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_PREFIX", "GIT_NAMESPACE",
  ]

  /// - Parameter repository: A folder of the repository that is meant, whatever the environment says; `nil` for the one
  ///   that git finds.
  /// - Returns: `nil` if there is no git in `PATH`.
  static func run(
    _ arguments: [String], in repository: String? = nil, input: [UInt8] = []
  ) -> ChildProcess.Answer? {
    // GIT_CONFIG is for `git config` alone; no other command reads it.
    let left = ["GIT_CONFIG"] + (repository == nil ? [] : places)
    return ChildProcess.run(
      "git", (repository.map { ["-C", $0] } ?? []) + arguments, input: input,
      environment: Environment.all.filter { !left.contains($0.key) })
  }

  /// Whether git works in a repository that another user owns: `safe.directory` may be set where libgit2 does not look.
  static func trusts(_ repository: String?) -> Bool {
    run(["rev-parse", "--git-dir"], in: repository)?.status == 0
  }
}

extension Repository {
  /// Opens the repository that a command works on; see ``init(at:isTrusted:)``.
  convenience init(opening path: String?) throws(GitError) {
    try self.init(at: path, isTrusted: GitProgram.trusts)
    // A machine that builds uses a clone again for what others wrote, and its jobs may write anything into it.
    keepsPatches = Environment.variable("CI") == nil
    showReading()
  }
}
