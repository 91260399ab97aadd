import CLibgit2
import Glibc
import ReleaseScope

/// The objects that git keeps in a file each.
final class LooseObjects {
  enum Finding {
    case absent
    /// There is a file, and it is not whole.
    case damaged
    /// - Parameter start: Where the contents begin in `bytes`, behind the type and the length.
    case object(git_object_t, bytes: [UInt8], start: Int)
  }

  private let directories: [String]
  private let inflater: Inflater

  /// - Parameter directories: Of objects, without a slash at the end.
  /// - Returns: `nil` when there is no memory for it.
  init?(in directories: [String]) {
    guard let inflater = Inflater() else { return nil }
    self.directories = directories
    self.inflater = inflater
  }

  /// Reads an object, without comparing it with its id.
  func find(_ id: ObjectID) -> Finding {
    let digits = id.description
    for directory in directories {
      let path = "\(directory)/\(digits.prefix(2))/\(digits.dropFirst(2))"
      guard let file = FileBytes(path: path) else {
        // An empty file is what a power failure leaves.
        if unsafe access(path, F_OK) == 0 { return .damaged }
        continue
      }
      guard let bytes = inflater.inflate(file.all.span), let (type, start) = Self.head(of: bytes.span) else {
        return .damaged
      }
      return .object(type, bytes: bytes, start: start)
    }
    return .absent
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

  /// Reads `commit 182` and a zero.
  ///
  /// - Returns: `nil` for a type that git has not, and for another length than that of what follows.
  static func head(of bytes: Span<UInt8>) -> (type: git_object_t, start: Int)? {
    var place = 0
    while place < bytes.count, place < 8, bytes[place] != UInt8(ascii: " ") { place += 1 }
    let types: [([UInt8], git_object_t)] = [
      (Array("commit".utf8), GIT_OBJECT_COMMIT), (Array("tree".utf8), GIT_OBJECT_TREE),
      (Array("blob".utf8), GIT_OBJECT_BLOB), (Array("tag".utf8), GIT_OBJECT_TAG),
    ]
    let name = bytes.extracting(0..<place).copy
    guard let type = types.first(where: { $0.0 == name })?.1 else { return nil }
    let digits = place + 1
    place = digits
    var length = 0
    while place < bytes.count, place - digits < 18, case let digit = bytes[place], (0x30...0x39).contains(digit) {
      length = length * 10 + Int(digit - 0x30)
      place += 1
    }
    guard place > digits, place < bytes.count, bytes[place] == 0, length == bytes.count - place - 1 else { return nil }
    return (type, place + 1)
  }
}
