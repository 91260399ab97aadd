import CLibgit2
package import Commits

extension Repository {
  /// The note on a commit, in one state of a notes ref, which it may not have yet.
  ///
  /// - Parameter notes: The state: a commit.
  /// - Returns: `nil` if there is none, or `notes` is no commit.
  /// - Throws: ``GitError``; ``GitError/Code/missingObject`` when the note is not here, as in a partial clone.
  /// - Complexity: One folder for each level of the state's tree, which grows with the notes.
  package func note(on commit: ObjectID, in notes: ObjectID) throws(GitError) -> [UInt8]? {
    // libgit2 crashes on anything else.
    guard try isCommit(notes) else { return nil }
    let name = "\(commit)"[...]
    var folder: ObjectID? = try tree(of: notes).tree
    var rest = name
    while let current = folder {
      let tree = try TreeObject(current, in: self)
      var next: ObjectID?
      var entry = try tree.entry(at: 0)
      while let found = entry {
        if !found.isTree, tree.hasName(rest, found) { return try blob(tree.id(found)) }
        if found.isTree, tree.hasName(rest.prefix(2), found) { next = tree.id(found) }
        entry = try tree.entry(at: found.end)
      }
      rest = rest.dropFirst(2)
      folder = rest.isEmpty ? nil : next
    }
    return nil
  }

  /// The commits that have a note in one state of a notes ref, in the order of their ids.
  ///
  /// - Throws: ``GitError/Code/missingObject`` when a folder of it is not here.
  package func notedCommits(in notes: ObjectID) throws(GitError) -> [ObjectID] {
    guard try isCommit(notes) else { return [] }
    return try TreeComparison(nil, tree(of: notes).tree, in: self).paths
      .compactMap { ObjectID($0.filter { $0 != "/" }) }.sorted()
  }

  /// The paths at which two trees or commits differ.
  ///
  /// - Throws: ``GitError/Code/missingObject`` if a tree is not here.
  /// - Complexity: Reads the folders that differ.
  package func changedPaths(from old: ObjectID, to new: ObjectID) throws(GitError) -> [String] {
    try TreeComparison(treeID(old), treeID(new), in: self).paths
  }

  /// The tree that merging a commit into another one gives; its new folders are written to the repository, as
  /// `git merge-tree --write-tree` does it.
  ///
  /// - Returns: `nil` where the two conflict.
  /// - Throws: ``GitError``; ``GitError/Code/missingObject`` if one of the two commits is not here.
  package func mergeTree(of commit: ObjectID, into base: ObjectID) throws(GitError) -> ObjectID? {
    let operation = "merge \(commit) into \(base)"
    let ours = unsafe try openCommit(base, operation)
    defer { unsafe git_commit_free(ours) }
    let theirs = unsafe try openCommit(commit, operation)
    defer { unsafe git_commit_free(theirs) }
    var index: OpaquePointer?
    try GitError.check(unsafe git_merge_commits(&index, handle, ours, theirs, nil), operation)
    defer { unsafe git_index_free(index) }
    guard unsafe git_index_has_conflicts(index) == 0 else { return nil }
    var tree = git_oid()
    try GitError.check(unsafe git_index_write_tree_to(&tree, index, handle), operation)
    return ObjectID(tree)
  }

  /// - Returns: What the caller frees.
  private func openCommit(_ id: ObjectID, _ operation: String) throws(GitError) -> OpaquePointer? {
    try require(id, operation)
    var commit: OpaquePointer?
    var raw = id.raw
    try GitError.checkRead(unsafe git_commit_lookup(&commit, handle, &raw), operation)
    return unsafe commit
  }
}
