import CLibgit2
package import Commits

extension Repository {
  /// Whether the log of a branch (its reflog) says that a commit was made on it, and not merged or moved to.
  ///
  /// - Returns: `false` where there is no log, as on a server.
  /// - Throws: ``GitError`` if there is a log and it cannot be read.
  package func wasCommitted(_ id: ObjectID, on branch: RefName) throws(GitError) -> Bool {
    var log: OpaquePointer?
    let status = unsafe git_reflog_read(&log, handle, branch.text)
    if status == GIT_ENOTFOUND.rawValue { return false }
    try GitError.check(status, "read the log of '\(branch)'")
    defer { unsafe git_reflog_free(log) }
    for index in unsafe 0..<git_reflog_entrycount(log) {
      guard let entry = unsafe git_reflog_entry_byindex(log, index), let new = unsafe git_reflog_entry_id_new(entry),
        ObjectID(unsafe new.pointee) == id, let message = unsafe git_reflog_entry_message(entry)
      else { continue }
      let text = unsafe String(cString: message)
      if ["commit", "cherry-pick", "revert"].contains(where: text.hasPrefix) { return true }
    }
    return false
  }
}
