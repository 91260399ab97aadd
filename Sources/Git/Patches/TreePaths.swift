import Commits

/// What one tree has at paths, which are looked up one after the other.
///
/// A folder is read once for each path below it that is asked for; where it is, is remembered.
struct TreePaths {
  let tree: ObjectID?
  private let repository: Repository
  /// By path without a slash at the end; `nil` for what is no folder.
  private var folders: [Substring: ObjectID?] = [:]
  var moved: MovedFiles

  /// - Parameter tree: `nil` for a tree without entries.
  init(_ tree: ObjectID?, in repository: Repository) {
    self.tree = tree
    self.repository = repository
    moved = MovedFiles(tree)
  }

  /// - Returns: `nil` if there is no file, link or submodule at `path`.
  /// - Throws: ``GitError/Code/missingObject`` if a folder on the way is not here.
  mutating func item(at path: String) throws(GitError) -> TreeItem? {
    let parts = Self.split(path[...])
    guard let item = try item(named: parts.name, in: try folder(parts.folder)), !item.isTree else { return nil }
    return item
  }

  private mutating func folder(_ path: Substring?) throws(GitError) -> ObjectID? {
    guard let path else { return tree }
    if let known = folders[path] { return known }
    let parts = Self.split(path)
    let item = try item(named: parts.name, in: try folder(parts.folder))
    let folder = item.flatMap { $0.isTree ? $0.id : nil }
    folders[path] = folder
    return folder
  }

  private func item(named name: Substring, in folder: ObjectID?) throws(GitError) -> TreeItem? {
    guard let folder else { return nil }
    let tree = try TreeObject(folder, in: repository)
    var next = try tree.entry(at: 0)
    while let entry = next {
      if tree.hasName(name, entry) { return tree.item(entry) }
      next = try tree.entry(at: entry.end)
    }
    return nil
  }

  /// The last part of a path.
  static func name(of path: String) -> Substring { split(path[...]).name }

  private static func split(_ path: Substring) -> (folder: Substring?, name: Substring) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (nil, path) }
    return (path[..<slash], path[path.utf8.index(after: slash)...])
  }
}
