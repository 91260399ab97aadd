import Commits

/// The objects in the packs of a repository, as they are when the packs are opened.
final class PackedObjects {
  private var packs: [PackFile]
  private let folders: [PackFolder]
  private let opensAll: Bool

  /// - Parameters:
  ///   - directories: Of objects, without a slash at the end.
  ///   - mapped: Those that are open already, by their paths.
  init(in directories: [String], knowing mapped: [String: MappedPack] = [:]) {
    folders = directories.map(PackFolder.init)
    let paths = folders.flatMap(\.packs)
    packs = paths.compactMap { path in (mapped[path] ?? MappedPack(path: path)).flatMap(PackFile.init) }
    opensAll = packs.count == paths.count
  }

  /// Whether these are all packs that there are now, so that what none of them has is in no pack.
  var areAll: Bool { opensAll && folders.allSatisfy(\.isAsListed) }

  /// The packs by their paths.
  var mapped: [String: MappedPack] { Dictionary(packs.map { ($0.mapped.path, $0.mapped) }) { first, _ in first } }

  /// Reads a commit object; where there are several packs, first in the one that had the last.
  ///
  /// - Parameter contents: Gets the object at its start, and grows if it is too short. Undefined on failure.
  /// - Returns: The length of the object; `nil` if no pack has it, or it is no commit, or it cannot be read.
  func read(_ id: ObjectID, to contents: inout [UInt8]) -> Int? {
    for (place, pack) in packs.enumerated() {
      guard let count = pack.readCommit(id, to: &contents) else { continue }
      if place > 0 { packs.swapAt(0, place) }
      return count
    }
    return nil
  }

  /// Where an object is, by the indexes.
  enum Presence {
    case nowhere
    case inPack
    /// A pack ends before the place that its index has.
    case behindPack
  }

  func place(of id: ObjectID) -> Presence {
    var place = Presence.nowhere
    for pack in packs where pack.index.offset(of: id) != nil {
      if pack.ends(before: id) { return .behindPack }
      place = .inPack
    }
    return place
  }

  /// Reads an object that is no tag; where there are several packs, first in the one that had the last.
  ///
  /// - Returns: `nil` if no pack has it, or it cannot be read.
  func object(_ id: ObjectID) -> StoredObject? {
    for (place, pack) in packs.enumerated() {
      guard let object = pack.object(id) else { continue }
      if place > 0 { packs.swapAt(0, place) }
      return object
    }
    return nil
  }

  /// The pack that had the last object, or any.
  var last: PackFile? { packs.first }
}
