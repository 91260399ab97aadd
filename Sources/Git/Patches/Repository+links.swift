package import Commits

extension Repository {
  /// The submodules that point to other commits in one tree than in another.
  ///
  /// - Parameters: Trees, or commits whose trees are meant.
  /// - Throws: ``GitError/Code/missingObject`` if a tree is not here.
  /// - Complexity: Reads the folders that differ.
  package func movedSubmodules(from old: ObjectID, to new: ObjectID) throws(GitError) -> [MovedSubmodule] {
    try TreeComparison(treeID(old), treeID(new), in: self).changes.compactMap { change in
      let (old, new) = (change.old.flatMap(\.commit), change.new.flatMap(\.commit))
      return old == new ? nil : MovedSubmodule(path: change.path, old: old, new: new)
    }
  }

  /// The symbolic links and submodules that a commit changes against its first parent, by path.
  ///
  /// - Throws: ``GitError/Code/missingObject`` if a tree is not here.
  package func changedLinks(of commit: ObjectID) throws(GitError) -> [String] {
    try changes(of: commit).changes.filter { change in
      [change.old, change.new].contains { $0.map { $0.isLink || $0.isSubmodule } ?? false }
    }.map(\.path)
  }

  /// - Parameter id: A tree, or a commit whose tree is meant.
  func treeID(_ id: ObjectID) throws(GitError) -> ObjectID { try isCommit(id) ? tree(of: id).tree : id }
}
