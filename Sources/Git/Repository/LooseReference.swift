import Glibc
import Commits

/// What a file of its own says of a ref.
enum LooseReference: Equatable {
  case id(ObjectID)
  /// It stands for another ref.
  case symbolic(String)
  /// There is no such file.
  case none
  /// It is not as git writes it, or cannot be read.
  case unknown

  private static let longest = 4_096
  private static let digits = 40

  init(path: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      self = errno == ENOENT || errno == ENOTDIR ? .none : .unknown
      return
    }
    defer { close(descriptor) }
    var room = [UInt8](repeating: 0, count: Self.longest)
    let count = unsafe read(descriptor, &room, room.count)
    guard count >= 0 else {
      // A folder of refs whose names begin so.
      self = errno == EISDIR ? .none : .unknown
      return
    }
    self.init(room[..<count])
  }

  /// - Parameter contents: Of the file.
  init(_ contents: ArraySlice<UInt8>) {
    var text = contents
    while let last = text.last, last <= UInt8(ascii: " ") { text.removeLast() }
    if text.starts(with: "ref:".utf8) {
      let target = text.dropFirst(4).drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      let name = String(decoding: target, as: UTF8.self)
      self = ReferenceName.isPlain(name) ? .symbolic(name) : .unknown
    } else if text.count == Self.digits, let id = ObjectID(hexadecimal: text) {
      self = .id(id)
    } else {
      self = .unknown
    }
  }

  /// The names of the refs below a folder that have files of their own, without an order.
  ///
  /// - Parameter folder: With a slash at its end, as the names begin.
  /// - Returns: `nil` if a folder cannot be read, or a name is no plain one.
  static func names(under folder: String, in directory: String) -> [String]? {
    guard let handle = unsafe opendir(directory + folder) else { return errno == ENOENT || errno == ENOTDIR ? [] : nil }
    defer { unsafe closedir(handle) }
    var names: [String] = []
    while let entry = unsafe readdir(handle) {
      let last = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(validatingCString: $0) }
      }
      guard let last else { return nil }
      guard last != ".", last != "..", !last.hasSuffix(".lock") else { continue }
      let name = folder + last
      guard ReferenceName.isPlain(name) else { return nil }
      switch unsafe Int32(entry.pointee.d_type) {
      case Int32(DT_DIR):
        guard let below = Self.names(under: name + "/", in: directory) else { return nil }
        names += below
      case Int32(DT_REG): names.append(name)
      default: return nil
      }
    }
    return names
  }
}

/// Names of refs.
enum ReferenceName {
  /// Where each worktree has refs of its own.
  private static let ofWorktree = ["refs/bisect/", "refs/worktree/", "refs/rewritten/"]

  /// Whether a name is one that git allows, and no trap for who makes a path of it. Some that git allows are not.
  static func isPlain(_ name: String) -> Bool {
    guard !name.isEmpty, !name.utf8.contains(where: { $0 <= UInt8(ascii: " ") || "~^:?*[\\\u{7F}".utf8.contains($0) }),
      !name.contains("@{")
    else { return false }
    return name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && !part.hasPrefix(".") && !part.hasSuffix(".") && !part.hasSuffix(".lock") && !part.contains("..")
    }
  }

  /// Whether all worktrees share the ref.
  static func isShared(_ name: String) -> Bool {
    name.hasPrefix("refs/") && !ofWorktree.contains(where: name.hasPrefix)
  }

  /// Whether it can be a name without a slash: `HEAD`, `FETCH_HEAD`.
  static func isTopLevel(_ name: String) -> Bool {
    name.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0 == UInt8(ascii: "_") }
  }
}
