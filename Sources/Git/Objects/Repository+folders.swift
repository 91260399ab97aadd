package import Commits

extension Repository {
  /// The names of the files in a folder of a commit, in git's order; none if there is no such folder.
  ///
  /// - Parameter folder: From the top of the tree, with slashes; empty for the top.
  /// - Throws: ``GitError/Code/missingObject`` if a folder on the way is not here.
  package func fileNames(in folder: String, of commit: ObjectID) throws(GitError) -> [String] {
    var id = try tree(of: commit).tree
    for part in folder.split(separator: "/") {
      guard let next = try child(part, of: id) else { return [] }
      id = next
    }
    let tree = try TreeObject(id, in: self)
    var names: [String] = []
    var next = try tree.entry(at: 0)
    while let entry = next {
      if !entry.isTree { names.append(tree.name(entry)) }
      next = try tree.entry(at: entry.end)
    }
    return names
  }

  private func child(_ name: Substring, of folder: ObjectID) throws(GitError) -> ObjectID? {
    let tree = try TreeObject(folder, in: self)
    var next = try tree.entry(at: 0)
    while let entry = next {
      if entry.isTree, tree.hasName(name, entry) { return tree.id(entry) }
      next = try tree.entry(at: entry.end)
    }
    return nil
  }
}
