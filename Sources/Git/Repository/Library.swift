import CLibgit2

/// libgit2's process-wide state.
enum Library {
  /// Starts libgit2 once; it is never shut down, since objects may outlive any scope.
  ///
  /// Extensions that change nothing for reading are accepted, so that sparse checkouts and linked worktrees open.
  /// Object hashes are verified on reading, as is its default. Commits are read once, so that caching them would only
  /// cost; trees are compared with their neighbours and stay cached.
  static let start: Result<Void, GitError> = {
    do throws(GitError) {
      try GitError.check(git_libgit2_init(), "start libgit2")
      try GitError.check(relscope_accept_extensions(), "start libgit2")
      try GitError.check(relscope_set_cache_limit(GIT_OBJECT_COMMIT, 0), "start libgit2")
      try GitError.check(relscope_set_cache_limit(GIT_OBJECT_TREE, 1 << 16), "start libgit2")
      // By default all of a pack is mapped, and counts as memory as far as it was read.
      try GitError.check(relscope_set_window(1 << 20, 1 << 24), "start libgit2")
      return .success(())
    } catch {
      return .failure(error)
    }
  }()
}
