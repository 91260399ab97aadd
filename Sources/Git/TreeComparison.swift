import CLibgit2
import ReleaseScope

/// The paths that differ between two trees.
///
/// Only trees are read, and of those only the ones that differ: libgit2's own comparison of trees, with its options,
/// costs several times as much, and `check` needs it for every commit that a cherry-pick may have copied.
struct TreeComparison {
  /// Files, links and submodules that only one of the trees has, or that differ in contents or kind; in git's order.
  private(set) var paths: [String] = []
  private let repository: Repository

  /// - Parameter old: `nil` for nothing, as before a root commit.
  /// - Throws: ``GitError/Code/missingObject`` if a tree is not here.
  init(_ old: ObjectID?, _ new: ObjectID, in repository: Repository) throws(GitError) {
    self.repository = repository
    guard old != new else { return }
    try compare(try old.map { id throws(GitError) in try tree(id) }, try tree(new), under: "")
  }

  private func tree(_ id: ObjectID) throws(GitError) -> [Entry] {
    let tree = try Tree(id, in: repository, "read tree \(id)")
    return unsafe (0..<git_tree_entrycount(tree.handle)).compactMap { index in
      unsafe git_tree_entry_byindex(tree.handle, index).map { unsafe Entry($0) }
    }
  }

  private mutating func compare(_ old: [Entry]?, _ new: [Entry]?, under folder: String) throws(GitError) {
    let old = old ?? []
    let new = new ?? []
    var left = 0
    var right = 0
    while left < old.count || right < new.count {
      if right == new.count || (left < old.count && old[left].order.lexicographicallyPrecedes(new[right].order)) {
        try add(old[left], nil, under: folder)
        left += 1
      } else if left == old.count || new[right].order.lexicographicallyPrecedes(old[left].order) {
        try add(nil, new[right], under: folder)
        right += 1
      } else {
        if old[left] != new[right] { try add(old[left], new[right], under: folder) }
        left += 1
        right += 1
      }
    }
  }

  /// Adds one path, or what differs below it. Of two entries at the same place both are trees, or none is.
  private mutating func add(_ old: Entry?, _ new: Entry?, under folder: String) throws(GitError) {
    guard let entry = new ?? old else { return }
    let path = folder + entry.name
    guard entry.isTree else { return paths.append(path) }
    try compare(
      try old.map { entry throws(GitError) in try tree(entry.id) },
      try new.map { entry throws(GitError) in try tree(entry.id) }, under: "\(path)/")
  }
}

/// One entry of a tree object.
private struct Entry: Equatable {
  /// The name as git orders entries: that of a tree ends with a slash.
  let order: [UInt8]
  let id: ObjectID
  let mode: UInt32

  init(_ entry: OpaquePointer) {
    var name = unsafe Array(String(cString: git_tree_entry_name(entry)).utf8)
    mode = unsafe git_tree_entry_filemode_raw(entry).rawValue
    id = ObjectID(unsafe git_tree_entry_id(entry).pointee)
    if mode == GIT_FILEMODE_TREE.rawValue { name.append(UInt8(ascii: "/")) }
    order = name
  }

  var isTree: Bool { mode == GIT_FILEMODE_TREE.rawValue }

  var name: String { String(decoding: isTree ? order.dropLast() : order[...], as: UTF8.self) }
}
