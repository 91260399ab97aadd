import Commits

/// The trees that were read last. What a commit changes is told from its tree and its parent's, which is its parent's
/// own, and most folders are those of the neighbours.
struct TreeCache {
  /// In bytes.
  private static let limit = 1 << 23
  /// What a tree takes besides its bytes, about.
  private static let each = 192
  private static let longest = 1 << 16

  private var trees: [ObjectID: StoredObject] = [:]
  private var size = 0

  subscript(id: ObjectID) -> StoredObject? { trees[id] }

  mutating func add(_ tree: StoredObject, _ id: ObjectID) {
    let count = unsafe tree.bytes.count + Self.each
    guard count <= Self.longest else { return }
    if size + count > Self.limit {
      trees.removeAll(keepingCapacity: true)
      size = 0
    }
    trees[id] = tree
    size += count
  }
}
