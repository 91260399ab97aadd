import Commits
import CLibgit2
import Glibc

/// The ways in which a repository opens, and in which it fails to, each with what to do.
enum RepositoryOpening {
  /// - Parameters:
  ///   - path: `nil` for the environment, then the working directory.
  ///   - isTrusted: Asked about a repository that another user owns, and that libgit2 refuses.
  static func open(_ path: String?, isTrusted: (_ path: String?) -> Bool) throws(GitError) -> OpaquePointer {
    do {
      return unsafe try attempt(path)
    } catch {
      guard isOwnership(error), allowsEveryDirectory() || isTrusted(path) else { throw explained(error, path) }
      // git honours `safe.directory = *`, libgit2 before 1.6 does not; nor does it look into the environment.
      try GitError.check(relscope_set_owner_validation(0), error.operation)
      do {
        return unsafe try attempt(path)
      } catch {
        throw explained(error, path)
      }
    }
  }

  private static func attempt(_ path: String?) throws(GitError) -> OpaquePointer {
    // A hook that `git --work-tree=...` started has these; libgit2 before 1.7 refuses to open with them, and the
    // object database needs neither.
    unsafe unsetenv("GIT_WORK_TREE")
    unsafe unsetenv("GIT_COMMON_DIR")
    var handle: OpaquePointer?
    let status =
      if let path {
        unsafe git_repository_open_ext(&handle, path, 0, nil)
      } else {
        unsafe git_repository_open_ext(&handle, nil, GIT_REPOSITORY_OPEN_FROM_ENV.rawValue, nil)
      }
    try GitError.check(status, "open repository\(path.map { " '\($0)'" } ?? "")")
    guard let handle = unsafe handle else {
      throw GitError(operation: "open repository", code: .other(status), message: "no details")
    }
    return unsafe handle
  }

  /// Without any safe.directory in the configuration, libgit2 1.5 reports the variable as missing instead.
  private static func isOwnership(_ error: GitError) -> Bool {
    error.code == .notOwned || error.message.contains("safe.directory")
  }

  private static func explained(_ error: GitError, _ path: String?) -> GitError {
    if isOwnership(error) {
      let place = owned(error.message) ?? discovered(path) ?? path ?? "."
      return error.worded(
        .notOwned, "it is owned by another user",
        "run: git config --global --add safe.directory \(ShellWord.inQuotes(place))")
    }
    if error.message.contains("objectformat") {
      return error.worded(
        error.code, "it names objects by SHA-256, which libgit2 cannot read",
        "relscope reads repositories with SHA-1 object names")
    }
    if error.message.contains("refstorage") {
      return error.worded(
        error.code, "it keeps refs in a reftable, which libgit2 cannot read",
        "run: git refs migrate --ref-format=files")
    }
    if error.code == .notFound {
      return error.worded(
        .notFound, "no git repository there or above it", "run it inside a repository, or name one with --repo")
    }
    return error
  }

  /// The path in libgit2's "repository path '...' is not owned by current user".
  private static func owned(_ message: String) -> String? {
    let parts = message.split(separator: "'", omittingEmptySubsequences: false)
    guard parts.count == 3, message.hasSuffix("is not owned by current user") else { return nil }
    return workTree(of: String(parts[1]))
  }

  private static func discovered(_ path: String?) -> String? {
    var buffer = unsafe git_buf()
    defer { unsafe git_buf_dispose(&buffer) }
    guard unsafe git_repository_discover(&buffer, path ?? ".", 0, nil) == 0, let text = unsafe buffer.ptr
    else { return nil }
    return workTree(of: unsafe String(cString: text))
  }

  private static func workTree(of directory: String) -> String {
    var place = directory
    if place.count > 1, place.hasSuffix("/") { place.removeLast() }
    return place.hasSuffix("/.git") ? String(place.dropLast("/.git".count)) : place
  }

  private static func allowsEveryDirectory() -> Bool {
    var configuration: OpaquePointer?
    guard unsafe git_config_open_default(&configuration) == 0 else { return false }
    defer { unsafe git_config_free(configuration) }
    var iterator: OpaquePointer?
    guard unsafe git_config_multivar_iterator_new(&iterator, configuration, "safe.directory", "^\\*$") == 0
    else { return false }
    defer { unsafe git_config_iterator_free(iterator) }
    var entry: UnsafeMutablePointer<git_config_entry>?
    return unsafe git_config_next(&entry, iterator) == 0
  }
}
