import CLibgit2
import Commits

/// A file, link or submodule as a tree has it.
struct TreeItem: Hashable, Sendable {
  /// A blob; for a submodule, a commit of another repository.
  let id: ObjectID
  /// As git writes it: `0o100644`.
  let mode: UInt32

  /// Whether it is a folder, which is no change but has some below.
  var isTree: Bool { mode == GIT_FILEMODE_TREE.rawValue }
  /// Whether it has contents of its own.
  var isFile: Bool { mode & 0o170000 == 0o100000 }
  var isSubmodule: Bool { mode == GIT_FILEMODE_COMMIT.rawValue }
  /// The commit of a submodule.
  var commit: ObjectID? { isSubmodule ? id : nil }
  var isLink: Bool { mode == GIT_FILEMODE_LINK.rawValue }
}

/// What one tree has at a path, and another one instead.
struct TreeChange: Hashable, Sendable {
  let path: String
  /// `nil` if it was not there.
  let old: TreeItem?
  /// `nil` if it is gone.
  let new: TreeItem?

  /// The change that takes this one back.
  var inverse: TreeChange { TreeChange(path: path, old: new, new: old) }
}
