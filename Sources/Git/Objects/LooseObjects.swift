import CLibgit2
import Glibc
import Commits

/// The objects that git keeps in a file each.
final class LooseObjects {
  enum Finding {
    case absent
    /// There is a file, and it is not whole.
    case damaged
    case object(LooseObject)
  }

  private let directories: [String]
  private let inflater: Inflater
  private let place: (ObjectID) -> PackedObjects.Presence

  /// - Parameters:
  ///   - directories: Of objects, without a slash at the end.
  ///   - place: Where the packs have an object.
  /// - Returns: `nil` when there is no memory for it.
  init?(in directories: [String], place: @escaping (ObjectID) -> PackedObjects.Presence) {
    guard let inflater = Inflater() else { return nil }
    self.directories = directories
    self.inflater = inflater
    self.place = place
  }

  /// Reads an object, without comparing it with its id. One that is in a pack is not looked for.
  func find(_ id: ObjectID) -> Finding {
    switch place(id) {
    case .inPack: return .absent
    case .behindPack: return .damaged
    case .nowhere: break
    }
    for path in paths(of: id) {
      guard let file = FileBytes(path: path) else {
        // An empty file is what a power failure leaves.
        if unsafe access(path, F_OK) == 0 { return .damaged }
        continue
      }
      return LooseObject(file: file.all.span, inflater).map(Finding.object) ?? .damaged
    }
    return .absent
  }

  /// Whether there is a file for an object, or that cannot be told.
  func mayHave(_ id: ObjectID) -> Bool {
    paths(of: id).contains { path in unsafe access(path, F_OK) == 0 || errno != ENOENT }
  }

  private func paths(of id: ObjectID) -> some Sequence<String> {
    let digits = id.description
    return directories.lazy.map { "\($0)/\(digits.prefix(2))/\(digits.dropFirst(2))" }
  }

  /// The ids that begin with `prefix`, of 2 digits or more.
  func ids(withPrefix prefix: String) -> [ObjectID] {
    let (folderName, rest) = (prefix.prefix(2), prefix.dropFirst(2))
    return directories.flatMap { directory -> [ObjectID] in
      guard let folder = unsafe opendir("\(directory)/\(folderName)") else { return [] }
      defer { unsafe closedir(folder) }
      var ids: [ObjectID] = []
      while let entry = unsafe readdir(folder) {
        let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
          unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
        }
        if name.hasPrefix(rest), let id = ObjectID(folderName + name) { ids.append(id) }
      }
      return ids
    }
  }
}
