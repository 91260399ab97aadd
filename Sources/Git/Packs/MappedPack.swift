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
    guard let index = FileBytes(path: path + ".idx").flatMap(PackIndex.init),
      let bytes = FileBytes(path: path + ".pack") ?? Self.nothing(at: path + ".pack")
    else { return nil }
    self.init(index, bytes, path: path)
  }

  /// A pack that was cut down to nothing lacks what its index has. Of one that cannot be read, libgit2 says why.
  private static func nothing(at path: String) -> FileBytes? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size == 0 else { return nil }
    return FileBytes([])
  }
}
