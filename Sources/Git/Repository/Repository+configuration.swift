import CLibgit2

extension Repository {
  /// The value of a configuration variable that is a path, with `~` expanded; `nil` if it is not set.
  ///
  /// - Throws: ``GitError`` if the configuration cannot be read, or the value cannot be expanded.
  package func configurationPath(_ name: String) throws(GitError) -> String? {
    var configuration: OpaquePointer?
    try GitError.check(
      unsafe git_repository_config_snapshot(&configuration, handle), "read the configuration")
    defer { unsafe git_config_free(configuration) }
    var path = unsafe git_buf()
    defer { unsafe git_buf_dispose(&path) }
    let status = unsafe git_config_get_path(&path, configuration, name)
    if status == GIT_ENOTFOUND.rawValue { return nil }
    try GitError.check(status, "read configuration '\(name)'")
    return unsafe path.ptr.map { unsafe String(cString: $0) }
  }

  /// Whether a configuration variable is switched off: `false`, `no`, `off` or `0`.
  func configurationIsFalse(_ name: String) throws(GitError) -> Bool {
    guard let value = try configuration(name)?.lowercased() else { return false }
    return ["false", "no", "off", "0"].contains(value)
  }

  /// The remote that a local branch, by its short name, is configured to track; `nil` if there is none.
  ///
  /// - Throws: ``GitError`` if the configuration cannot be read.
  package func trackedRemote(of branch: String) throws(GitError) -> String? {
    try configuration("branch.\(branch).remote")
  }
}
