import Platform

/// The git that people use here, which knows parts of the configuration that libgit2 does not read.
enum GitProgram {
  /// - Returns: `nil` if there is no git in `PATH`.
  static func run(_ arguments: [String]) -> ChildProcess.Answer? { ChildProcess.run("git", arguments) }
}
