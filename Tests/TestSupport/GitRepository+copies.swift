extension GitRepository {
  /// Clones the repository into the same temporary folder.
  ///
  /// - Parameters:
  ///   - depth: How many commits of each branch a shallow clone has; all if there is none.
  ///   - filter: What a partial clone leaves out, such as `blob:none` or `tree:0`.
  ///   - shared: Whether the clone borrows the objects instead of copying them.
  ///   - branch: What is checked out; the branch that this repository has checked out if there is none.
  package func clone(
    bare: Bool = false, depth: Int? = nil, filter: String? = nil, shared: Bool = false, branch: String? = nil
  ) async throws -> GitRepository {
    var options = ["--quiet"]
    if bare { options.append("--bare") }
    if let depth { options += ["--depth", "\(depth)", "--no-single-branch"] }
    if let filter {
      try await git("config", "uploadpack.allowFilter", "true")
      options += ["--filter", filter, "--no-checkout"]
    }
    if shared { options.append("--shared") }
    if let branch { options += ["--branch", branch] }
    let copy = nextCopyPath("clone")
    let source = shared ? path : "file://\(path)"
    try await git(["clone"] + options + ["--", source, copy])
    return GitRepository(at: copy, beside: self)
  }

  /// Adds a linked worktree with `branch` checked out.
  package func addWorktree(_ branch: String) async throws -> GitRepository {
    let copy = nextCopyPath("worktree")
    try await git("worktree", "add", "--quiet", copy, branch)
    return GitRepository(at: copy, beside: self)
  }
}
