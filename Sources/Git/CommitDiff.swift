import CLibgit2
import ReleaseScope

/// What a commit changes against its first parent, or against nothing for a root.
@safe
struct CommitDiff: ~Copyable {
  private let handle: OpaquePointer
  private let repository: Repository

  /// - Parameter isTurned: Whether to compare the other way round, for what would take the change back.
  /// - Throws: ``GitError/Code/missingObject`` if a tree is not here, as in a partial clone.
  init(of commit: ObjectID, isTurned: Bool = false, in repository: Repository) throws(GitError) {
    let (new, parent) = try repository.tree(of: commit)
    var old: ObjectID?
    if let parent { old = try repository.tree(of: parent).tree }
    try self.init(
      from: isTurned ? new : old, to: isTurned ? old : new, in: repository,
      "compare commit \(commit) with its parent")
  }

  /// Compares two trees, `nil` being nothing.
  init(from old: ObjectID?, to new: ObjectID?, in repository: Repository, _ operation: String) throws(GitError) {
    let old = try Tree(old, in: repository, operation)
    let new = try Tree(new, in: repository, operation)
    var options = unsafe git_diff_options()
    try GitError.check(
      unsafe git_diff_options_init(&options, UInt32(GIT_DIFF_OPTIONS_VERSION)), operation)
    var handle: OpaquePointer?
    try GitError.checkRead(
      unsafe git_diff_tree_to_tree(&handle, repository.handle, old.handle, new.handle, &options), operation)
    guard let handle = unsafe handle else {
      throw GitError(operation: operation, code: .other(-1), message: "no details")
    }
    unsafe self.handle = handle
    self.repository = repository
  }

  deinit { unsafe git_diff_free(handle) }

  /// What tells the change from others.
  ///
  /// - Complexity: Reads the contents of every changed file.
  func patch() throws(GitError) -> Patch {
    var id = git_oid()
    try GitError.checkRead(unsafe git_diff_patchid(&id, handle, nil), "compute a patch id")
    var binaries: [ObjectID] = []
    for index in unsafe 0..<git_diff_num_deltas(handle) {
      guard let delta = unsafe git_diff_get_delta(handle, index)?.pointee,
        unsafe delta.flags & GIT_DIFF_FLAG_BINARY.rawValue != 0
      else { continue }
      binaries += unsafe [ObjectID(delta.old_file.id), ObjectID(delta.new_file.id)]
    }
    return Patch(id: ObjectID(id), binaries: binaries)
  }

  struct Patch: Hashable, Sendable {
    /// The id of the change without line numbers and blanks, as `git patch-id --stable` computes it.
    let id: ObjectID
    /// The contents before and after of each binary file, of which the patch id knows no more than the name.
    let binaries: [ObjectID]
  }
}
