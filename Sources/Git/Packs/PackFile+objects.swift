import CLibgit2
import Commits

extension PackFile {
  /// How many deltas an object is made of at most: git's own limit.
  private static let deepestObject = 4_095

  /// Reads a tree or a file, or a commit.
  ///
  /// - Returns: `nil` if it is not here, or not the one with this id, or cannot be read.
  func object(_ id: ObjectID) -> StoredObject? {
    guard let offset = index.offset(of: id), let object = object(at: offset), object.has(id) else { return nil }
    return object
  }

  /// - Complexity: One entry is inflated, and each of those that it is a delta of and that is none of the last made
  ///   ones.
  private func object(at offset: Int) -> StoredObject? {
    var deltas: [(place: Int, entry: PackEntry)] = []
    var place = offset
    var found = bases[place]
    while found == nil {
      guard let entry = entry(at: place), entry.size <= Self.longest else { return nil }
      var base: Int?
      switch entry.kind {
      case .commit: found = whole(GIT_OBJECT_COMMIT, entry, at: place)
      case .tree: found = whole(GIT_OBJECT_TREE, entry, at: place)
      case .file: found = whole(GIT_OBJECT_BLOB, entry, at: place)
      case .delta(let offset): base = offset
      case .deltaOf(let id): base = index.offset(of: id)
      case .other: break
      }
      if found != nil { break }
      // In a damaged pack what others are made of may not inflate, and a delta may be of itself.
      guard let base, deltas.count < Self.deepestObject, !deltas.contains(where: { $0.place == base }) else {
        return nil
      }
      deltas.append((place, entry))
      place = base
      found = bases[place]
    }
    for (place, entry) in deltas.reversed() {
      guard let base = found, let object = made(by: entry, of: base) else { return nil }
      bases.add(object, place)
      found = object
    }
    return found
  }

  private func whole(_ type: git_object_t, _ entry: PackEntry, at place: Int) -> StoredObject? {
    let object = unsafe StoredObject(type, count: entry.size, slack: Inflater.slack) { unsafe inflate(entry, into: $0) }
    if let object { bases.add(object, place) }
    return object
  }

  private func made(by entry: PackEntry, of base: StoredObject) -> StoredObject? {
    let delta = unsafe StoredObject(base.type, count: entry.size, slack: Inflater.slack) {
      unsafe inflate(entry, into: $0)
    }
    guard let delta else { return nil }
    return delta.withSpan { delta in
      base.withSpan { bytes in
        guard let count = PackDelta.length(of: delta, on: bytes), count <= Self.longest else { return nil }
        return unsafe StoredObject(base.type, count: count) { unsafe PackDelta.apply(delta, to: bytes, into: $0) }
      }
    }
  }
}
