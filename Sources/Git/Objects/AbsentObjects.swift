import Commits

/// Trees and files that were looked for lately and are not here: libgit2 looks for each of them in all places twice.
struct AbsentObjects {
  private static let limit = 1 << 14

  private var ids: Set<ObjectID> = []

  func has(_ id: ObjectID) -> Bool { !ids.isEmpty && ids.contains(id) }

  mutating func note(_ id: ObjectID) {
    if ids.count == Self.limit { ids.removeAll(keepingCapacity: true) }
    ids.insert(id)
  }
}
