import Glibc

/// The folder of an object directory that has the packs, as it was when they were listed.
struct PackFolder {
  private let path: String
  private let state: State?
  /// The packs, without ending, by name.
  let packs: [String]

  /// - Parameter directory: Of objects, without a slash at the end.
  init(in directory: String) {
    path = directory + "/pack"
    // Before the list is read: what comes meanwhile is seen as a change.
    state = State(of: path)
    packs = Self.packs(in: path)
  }

  /// Whether no pack has come or gone since.
  ///
  /// - Complexity: One question to the file system.
  var isAsListed: Bool { state != nil && State(of: path) == state }

  private static func packs(in path: String) -> [String] {
    guard let folder = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(folder) }
    var packs: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      guard name.hasPrefix("pack-"), name.hasSuffix(".idx") else { continue }
      packs.append("\(path)/\(name.dropLast(4))")
    }
    return packs.sorted()
  }

  private enum State: Equatable {
    case none
    case folder(inode: UInt64, seconds: Int, nanoseconds: Int)

    /// - Returns: `nil` if it cannot be told.
    init?(of path: String) {
      var status = stat()
      if unsafe stat(path, &status) == 0 {
        self = .folder(
          inode: UInt64(status.st_ino), seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
      } else if errno == ENOENT {
        self = .none
      } else {
        return nil
      }
    }
  }
}
