import Commits

/// Trees and files that were looked for lately and are not here.
struct AbsentObjects {
  private static let limit = 1 << 14

  private var ids: Set<ObjectID> = []

  func has(_ id: ObjectID) -> Bool { !ids.isEmpty && ids.contains(id) }

  mutating func note(_ id: ObjectID) {
    if ids.count == Self.limit { ids.removeAll(keepingCapacity: true) }
    ids.insert(id)
  }
}

extension Repository {
  /// Whether an object is certainly not here, now. libgit2 would look for it in all places twice, and list the packs
  /// anew.
  ///
  /// - Complexity: The logarithm of the number of objects of each pack, and two questions to the file system for each
  ///   directory of objects.
  func lacks(_ id: ObjectID) -> Bool {
    id != Self.emptyTree && packs.place(of: id) == .nowhere && looseObjects?.mayHave(id) == false && packs.areAll
  }

  /// The same of a tree or a file, which a check asks for again and again: one that comes after it was looked for is not
  /// seen.
  func isWithout(_ id: ObjectID) -> Bool {
    if absentObjects.has(id) { return true }
    guard lacks(id) else { return false }
    absentObjects.note(id)
    return true
  }

  /// git has it without storing it.
  private static let emptyTree = ObjectID("4b825dc642cb6eb9a060e54bf8d69288fbee4904")
}
