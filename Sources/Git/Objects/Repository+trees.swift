import CLibgit2
package import Commits

extension Repository {
  /// Reads a file as a commit has it.
  ///
  /// - Parameter path: From the top of the tree, with slashes.
  /// - Returns: `nil` if the commit has no such file.
  /// - Throws: ``GitError`` if an object on the way is not here, or `path` is no file.
  package func file(_ path: String, in commit: ObjectID) throws(GitError) -> TreeFile? {
    let operation = "read '\(path)' of commit \(commit)"
    let tree = try Tree(of: commit, in: self)
    var entry: OpaquePointer?
    let status = unsafe git_tree_entry_bypath(&entry, tree.handle, path)
    defer { unsafe git_tree_entry_free(entry) }
    if status == GIT_ENOTFOUND.rawValue {
      try requireSubtrees(of: path, tree, operation)
      return nil
    }
    try GitError.check(status, operation)
    guard unsafe git_tree_entry_type(entry) == GIT_OBJECT_BLOB, let id = unsafe git_tree_entry_id(entry) else {
      throw GitError(operation: operation, code: .other(-1), message: "it is not a file")
    }
    try require(unsafe ObjectID(id.pointee), operation)
    var object: OpaquePointer?
    try GitError.checkRead(unsafe git_odb_read(&object, objects, id), operation)
    defer { unsafe git_odb_object_free(object) }
    let size = unsafe git_odb_object_size(object)
    let data = unsafe git_odb_object_data(object)
    return unsafe TreeFile(id: ObjectID(id.pointee), bytes: Array(UnsafeRawBufferPointer(start: data, count: size)))
  }

  /// Tells a path that is not there from a folder whose object is not here, as in a treeless clone.
  private func requireSubtrees(
    of path: String, _ tree: borrowing Tree, _ operation: String
  ) throws(GitError) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += folder.isEmpty ? String(part) : "/\(part)"
      var entry: OpaquePointer?
      let status = unsafe git_tree_entry_bypath(&entry, tree.handle, folder)
      defer { unsafe git_tree_entry_free(entry) }
      guard status == 0, let id = unsafe git_tree_entry_id(entry) else { return }
      guard unsafe git_tree_entry_type(entry) == GIT_OBJECT_TREE, unsafe git_odb_exists(objects, id) == 0
      else { continue }
      throw GitError(
        operation: operation, code: .missingObject, message: "the folder '\(folder)' is not here")
    }
  }
}

/// A tree object of libgit2.
@safe
struct Tree: ~Copyable {
  let repository: Repository
  /// `nil` for nothing.
  let handle: OpaquePointer?

  /// - Throws: ``GitError/Code/missingObject`` if the tree or its commit is not here.
  init(of commit: ObjectID, in repository: Repository) throws(GitError) {
    let operation = "read the tree of commit \(commit)"
    guard let raw = try repository.rawCommit(commit) else {
      throw GitError(operation: operation, code: .missingObject, message: "the commit is not here")
    }
    try self.init(raw.tree, in: repository, operation)
  }

  /// - Parameter id: `nil` for nothing.
  init(_ id: ObjectID?, in repository: Repository, _ operation: @autoclosure () -> String) throws(GitError) {
    self.repository = repository
    guard let id else {
      unsafe handle = nil
      return
    }
    try repository.require(id, operation())
    var handle: OpaquePointer?
    var raw = id.raw
    try GitError.checkRead(unsafe git_tree_lookup(&handle, repository.handle, &raw), operation())
    guard unsafe handle != nil else {
      throw GitError(operation: operation(), code: .other(-1), message: "no details")
    }
    unsafe self.handle = handle
  }

  deinit { unsafe git_tree_free(handle) }
}
