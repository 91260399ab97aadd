package import ReleaseScope

/// What a commit has, by path.
package struct FileTree: Equatable, Sendable {
  package enum Entry: Hashable, Sendable {
    case file(FileLines)
    case submodule(ObjectID)

    package var id: ObjectID {
      switch self {
      case .file(let lines): lines.id
      case .submodule(let commit): commit
      }
    }

    var lines: [String]? {
      guard case .file(let file) = self else { return nil }
      return file.lines
    }
  }

  package let entries: [String: Entry]
  /// The id that git gives the tree.
  package let id: ObjectID

  /// - Parameter entries: By path from the top, with slashes. No path may be a folder of another.
  package init(_ entries: [String: Entry]) {
    self.entries = entries
    id = Self.id(entries.map { ($0.key[...], $0.value) })
  }

  package init(files: [String: [String]]) {
    self.init(files.mapValues { .file(FileLines($0)) })
  }

  package static let empty = FileTree([:])

  /// The paths at which the two differ, in order.
  package func changedPaths(from old: FileTree) -> [String] {
    guard old.id != id else { return [] }
    let changed = entries.filter { old.entries[$0.key] != $0.value }.map(\.key)
    return (changed + old.entries.keys.filter { entries[$0] == nil }).sorted()
  }

  package static func == (left: Self, right: Self) -> Bool { left.id == right.id }

  private static func id(_ entries: [(path: Substring, entry: Entry)]) -> ObjectID {
    var items: [(order: String, mode: String, name: Substring, id: ObjectID)] = []
    var folders: [Substring: [(Substring, Entry)]] = [:]
    for (path, entry) in entries {
      guard let slash = path.firstIndex(of: "/") else {
        let mode = if case .submodule = entry { "160000" } else { "100644" }
        items.append((String(path), mode, path, entry.id))
        continue
      }
      folders[path[..<slash], default: []].append((path[path.index(after: slash)...], entry))
    }
    for (name, entries) in folders { items.append(("\(name)/", "40000", name, id(entries))) }
    var bytes: [UInt8] = []
    // A folder is where its name with a slash would be.
    for item in items.sorted(by: { Array($0.order.utf8).lexicographicallyPrecedes(Array($1.order.utf8)) }) {
      bytes += Array("\(item.mode) \(item.name)\0".utf8) + item.id.bytes
    }
    return ObjectID(of: "tree", bytes)
  }
}
