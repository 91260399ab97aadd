/// The objects that were used last, by a name of theirs.
struct RecentObjects<Name: Hashable> {
  /// What an object takes besides its bytes, about.
  private static var each: Int { 192 }

  /// In bytes: of one half of what is kept.
  private let limit: Int
  private var recent: [Name: StoredObject] = [:]
  private var earlier: [Name: StoredObject] = [:]
  private var size = 0

  /// - Parameter limit: In bytes; what is longer than an eighth of it is not kept.
  init(limit: Int) { self.limit = limit / 2 }

  /// - Complexity: Constant.
  subscript(name: Name) -> StoredObject? {
    mutating get {
      if let object = recent[name] { return object }
      guard let object = earlier[name] else { return nil }
      add(object, name)
      return object
    }
  }

  /// Keeps an object; when there are too many, those that were not used for the longest time are let go together.
  mutating func add(_ object: StoredObject, _ name: Name) {
    let count = object.room + Self.each
    guard count <= limit / 4 else { return }
    if size + count > limit {
      swap(&recent, &earlier)
      recent.removeAll(keepingCapacity: true)
      size = 0
    }
    if recent.updateValue(object, forKey: name) == nil { size += count }
  }
}
