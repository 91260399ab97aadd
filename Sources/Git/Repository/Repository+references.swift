import CLibgit2
import Commits

/// Refs as their files have them. libgit2 reads all of `packed-refs` to find one ref in it, and that file may have a
/// hundred thousand. Whatever is not as usual is left to libgit2.
extension Repository {
  /// What a ref leads to.
  enum Referenced: Equatable {
    case id(ObjectID)
    case none
    /// libgit2 has to be asked.
    case unknown
  }

  /// How many refs may stand for each other in a row.
  private static let mostSymbolic = 5

  func readReference(_ name: String) -> LooseReference {
    guard ReferenceName.isPlain(name), name.contains("/") || ReferenceName.isTopLevel(name),
      unsafe git_repository_get_namespace(handle) == nil
    else { return .unknown }
    let isShared = ReferenceName.isShared(name)
    let loose = LooseReference(path: (isShared ? commonDirectory : directory) + name)
    guard loose == .none, isShared else { return loose }
    switch PackedReferences(path: packedReferences)?.search(Array(name.utf8)) {
    case .found(let id): return .id(id)
    case .none?: return .none
    case .broken, nil: return .unknown
    }
  }

  /// Follows a ref by its full name to the object that it is of.
  func referenced(by name: String) -> Referenced {
    var name = name
    for _ in 0..<Self.mostSymbolic {
      switch readReference(name) {
      case .id(let id): return .id(id)
      case .symbolic(let next): name = next
      case .none: return .none
      case .unknown: return .unknown
      }
    }
    return .unknown
  }

  /// Follows a ref by a name as people write it, in git's order: `main`, `origin/main`, `v1`.
  func referenced(byShortName name: String) -> Referenced {
    guard ReferenceName.isPlain(name) else { return .unknown }
    let isWhole = name.contains("/") || ReferenceName.isTopLevel(name)
    let names = ["refs/\(name)", "refs/tags/\(name)", "refs/heads/\(name)", "refs/remotes/\(name)"]
    for name in (isWhole ? [name] : []) + names + ["refs/remotes/\(name)/HEAD"] {
      let found = referenced(by: name)
      if found != .none { return found }
    }
    return .none
  }

  /// The refs whose names begin with those of a folder and that are of an object, by name; symbolic ones are left out.
  ///
  /// - Parameter folder: With a slash at its end: `refs/heads/`.
  /// - Returns: `nil` if libgit2 has to be asked.
  func readReferences(under folder: String) -> [(name: String, id: ObjectID)]? {
    guard ReferenceName.isShared(folder), ReferenceName.isPlain(String(folder.dropLast())),
      unsafe git_repository_get_namespace(handle) == nil,
      let names = LooseReference.names(under: folder, in: commonDirectory),
      let packed = PackedReferences(path: packedReferences)?.entries(withPrefix: Array(folder.utf8))
    else { return nil }
    var found: [(name: String, id: ObjectID)] = []
    for name in names {
      switch LooseReference(path: commonDirectory + name) {
      case .id(let id): found.append((name, id))
      case .symbolic, .none: break
      case .unknown: return nil
      }
    }
    let isLoose = Set(names)
    for entry in packed {
      guard let name = String(validating: entry.name, as: UTF8.self) else { return nil }
      if !isLoose.contains(name) { found.append((name, entry.id)) }
    }
    return found.sorted { $0.name < $1.name }
  }

  private var packedReferences: String { commonDirectory + "packed-refs" }
}
