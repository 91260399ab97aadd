import Glibc

extension Repository {
  /// Where objects are: the repository's own directory, then those that it borrows from, as deep as git goes.
  func objectDirectories() -> [String] {
    let own = environment("GIT_OBJECT_DIRECTORY") ?? commonDirectory + "objects"
    let borrowed = environment("GIT_ALTERNATE_OBJECT_DIRECTORIES")?.split(separator: ":").map(String.init) ?? []
    var directories = [own] + borrowed
    var next = directories.startIndex
    for _ in 0...5 {
      let level = directories[next...]
      next = directories.endIndex
      for directory in level {
        for alternate in Self.alternates(of: directory) where !directories.contains(alternate) {
          directories.append(alternate)
        }
      }
    }
    return directories
  }

  private func environment(_ name: String) -> String? {
    guard isFromEnvironment, let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  private static func alternates(of directory: String) -> [String] {
    guard let list = FileBytes(path: "\(directory)/info/alternates") else { return [] }
    return list.all.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard line.first != UInt8(ascii: "#") else { return nil }
      let path = String(decoding: line, as: UTF8.self)
      return path.hasPrefix("/") ? path : "\(directory)/\(path)"
    }
  }
}
