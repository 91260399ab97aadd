import Glibc

/// The two files of a pack, mapped into memory. Threads share them.
package struct MappedPack: Sendable {
  /// Without the ending.
  let path: String
  let index: PackIndex
  let bytes: FileBytes

  package init(_ index: PackIndex, _ bytes: FileBytes, path: String = "") {
    self.path = path
    self.index = index
    self.bytes = bytes
  }

  /// - Parameter path: Without the ending.
  /// - Returns: `nil` if it cannot be used.
  init?(path: String) {
    let pack = path + ".pack"
    // A pack that was cut down to nothing lacks what its index has.
    guard let index = FileBytes(path: path + ".idx").flatMap(PackIndex.init),
      let bytes = FileBytes(path: pack) ?? (unsafe access(pack, F_OK) == 0 ? FileBytes([]) : nil)
    else { return nil }
    self.init(index, bytes, path: path)
  }
}
