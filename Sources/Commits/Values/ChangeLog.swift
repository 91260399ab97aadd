/// The files in which projects tell what changed.
package enum ChangeLog {
  private static let names = [
    "change", "changes", "changelog", "changelogs", "history", "news", "releasenotes", "whatsnew",
  ].map { Array($0.utf8) }

  /// Whether a path is that of a change log: `CHANGES.txt`, `docs/release-notes.md`, `changelog/12.md`.
  ///
  /// - Complexity: Linear; it is asked for every path that a commit changes.
  package static func isPath(_ path: String) -> Bool {
    var name: [UInt8] = []
    var isOver = false
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "/"):
        if names.contains(name) { return true }
        name.removeAll(keepingCapacity: true)
        isOver = false
      case UInt8(ascii: "."): isOver = true
      case UInt8(ascii: "-"), UInt8(ascii: "_"): break
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): if !isOver { name.append(byte | 0x20) }
      default: if !isOver { name.append(byte) }
      }
    }
    return names.contains(name)
  }
}
