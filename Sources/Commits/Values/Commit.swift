/// A commit as it was read, with its message.
package struct Commit: Sendable {
  package let id: ObjectID
  package let tree: ObjectID
  /// The parents, first parent first; none for a root.
  package let parents: [ObjectID]
  package let author: Signature
  package let committer: Signature
  /// The message as UTF-8 bytes, without git's header; ends before the first NUL, as git's own reading does.
  ///
  /// Bytes that the commit's encoding does not define are replaced, so that no message can stop a check.
  package let message: [UInt8]

  package init(
    id: ObjectID, tree: ObjectID, parents: [ObjectID], author: Signature, committer: Signature, message: [UInt8]
  ) {
    self.id = id
    self.tree = tree
    self.parents = parents
    self.author = author
    self.committer = committer
    self.message = message
  }

  package var isMerge: Bool { parents.count > 1 }
}
