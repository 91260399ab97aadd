extension GitRepository {
  /// Clones the repository into the same temporary folder.
  ///
  /// With a `depth` the clone is shallow; with a `filter`, such as `blob:none` or `tree:0`, it is partial and nothing
  /// is checked out; if it `isSingle`, it has one branch only; if it is `shared`, it borrows the objects through
  /// `objects/info/alternates`.
  package func clone(
    bare: Bool = false, depth: Int? = nil, filter: String? = nil, shared: Bool = false, branch: String? = nil,
    isSingle: Bool = false
  ) async throws -> GitRepository {
    var options = ["--quiet", templateOption, "-c", "maintenance.auto=false"]
    if bare { options.append("--bare") }
    if let depth { options += ["--depth", "\(depth)", "--no-single-branch"] }
    if let filter {
      try await git("config", "uploadpack.allowFilter", "true")
      options += ["--filter", filter, "--no-checkout"]
    }
    if shared { options.append("--shared") }
    if isSingle { options.append("--single-branch") }
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
