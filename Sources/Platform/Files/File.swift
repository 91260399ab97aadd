import SystemPackage

#if canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What files hold, and what can be done with them.
package enum File {
  /// Reads a file to its end, whatever kind of file it is: somebody may hand over a pipe. It is waited for.
  ///
  /// - Parameter path: `-` for standard input.
  /// - Throws: ``FileError`` of operation ``FileError/Operation/read``.
  package static func contents(of path: String) throws(FileError) -> [UInt8] {
    do {
      if path == "-" { return try FileDescriptor.standardInput.readToEnd() }
      let file = try FileDescriptor.open(named: path, .readOnly)
      return try file.closeAfter { try file.readToEnd(expecting: file.size) }
    } catch {
      throw FileError(.read, path, Errno(error))
    }
  }

  /// Reads a file that nobody chose for this run: one that the environment names, or that is in a work tree or a git
  /// directory. A pipe to which nobody writes would never end, nor would a device.
  ///
  /// - Parameter path: May be a link to the file.
  /// - Throws: ``FileError`` of operation ``FileError/Operation/read``, at once where it is no regular file.
  package static func contents(ofRegular path: String) throws(FileError) -> [UInt8] {
    do {
      // Without waiting for a writer.
      let file = try FileDescriptor.open(named: path, .readOnly, options: .nonBlocking)
      let contents = try file.closeAfter { () throws -> [UInt8]? in
        let status = try file.stat()
        if status.type == .directory { throw Errno.isDirectory }
        return status.type == .regular ? try file.readToEnd(expecting: Int(status.size)) : nil
      }
      if let contents { return contents }
    } catch {
      throw FileError(.read, path, Errno(error))
    }
    throw FileError(irregular: path)
  }

  /// Adds a text to the end of a file that others may write to as well, on a line of its own.
  ///
  /// - Parameters:
  ///   - text: Written at once: what others add at the same time does not mix with it.
  ///   - isShared: Whether all may write to a file that is made by this, as far as the caller's mask lets them.
  /// - Throws: ``FileError`` of operation ``FileError/Operation/append``.
  package static func append(_ text: String, to path: String, isShared: Bool = false) throws(FileError) {
    do {
      let file = try FileDescriptor.open(
        named: path, .readWrite, options: [.append, .create],
        permissions: FilePermissions(rawValue: isShared ? 0o666 : 0o644))
      try file.closeAfter { _ = try file.writeAll(((file.endsWithinLine() ? "\n" : "") + text).utf8) }
    } catch {
      throw FileError(.append, path, Errno(error))
    }
  }

  /// What a path has before its last slash: `/` for a file of the root, `.` for a name alone.
  package static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  /// Makes a folder if it is not there; that it could not is told by what uses it.
  package static func makeFolder(_ path: String) { _ = unsafe mkdir(path, 0o777) }

  /// Makes a folder that everybody may look into, with those above it; one that is there is kept as it is.
  ///
  /// - Throws: ``FileError`` of operation ``FileError/Operation/makeFolder``.
  package static func makeOpenFolder(_ path: String) throws(FileError) {
    let folder = folder(of: path)
    if !exists(folder) { try makeOpenFolder(folder) }
    guard unsafe mkdir(path, 0o755) != 0 else {
      _ = unsafe chmod(path, 0o755)
      return
    }
    if errno != EEXIST { throw FileError(.makeFolder, path, Errno(rawValue: errno)) }
  }

  /// Removes a folder if nothing is in it.
  package static func removeEmptyFolder(_ path: String) { _ = unsafe rmdir(path) }

  /// Removes a file if it is there.
  package static func remove(_ path: String) { _ = unsafe unlink(path) }

  package static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  package static func isExecutable(_ path: String) -> Bool { unsafe access(path, X_OK) == 0 }

  package static func isWritable(_ path: String) -> Bool { unsafe access(path, W_OK) == 0 }

  /// In bytes; 0 for a file that is not there.
  package static func size(of path: String) -> Int { status(of: path)?.st_size ?? 0 }

  /// Whether there is a file, or a link to one: no folder, device or pipe.
  package static func isRegular(_ path: String) -> Bool { status(of: path)?.isRegular ?? false }

  /// What can be a folder at a path.
  package enum Vacancy: Sendable {
    case folder
    /// Nothing is there.
    case free
    /// A file is there, or above it.
    case blocked
  }

  package static func vacancy(at path: String) -> Vacancy {
    if let status = status(of: path) { return status.isFolder ? .folder : .blocked }
    return errno == ENOTDIR ? .blocked : .free
  }

  /// The absolute path without links; of what does not exist, that of the nearest folder above which does.
  package static func nearestResolved(_ path: String) -> String {
    if let real = existing(path) { return real }
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return path }
    let name = path[path.index(after: slash)...]
    let folder = nearestResolved(String(path[..<slash]))
    return name == ".."
      ? folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? "."
      : name == "." || name.isEmpty ? folder : "\(folder)/\(name)"
  }

  /// The absolute path without links.
  ///
  /// - Returns: Of a file that does not exist, that of its folder and its name; `nil` if its folder does not exist
  ///   either.
  package static func resolved(_ path: String) -> String? {
    if let real = existing(path) { return real }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, !name.isEmpty else { return nil }
    let folder = parts.dropLast().joined(separator: "/")
    let parent = parts.count == 1 ? "." : folder.isEmpty ? "/" : folder
    guard exists(parent), let base = resolved(parent) else { return nil }
    return base == "/" ? "/\(name)" : "\(base)/\(name)"
  }

  /// The absolute path of a file that exists, without links.
  static func existing(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// Whether a path is the name of a descriptor, as `/dev/stdout`, `/dev/fd/1` and `/proc/self/fd/1` are, and links to
  /// them.
  static func namesDescriptor(_ path: String) -> Bool {
    var path = path
    for _ in 0..<mostLinks {
      let slash = path.lastIndex(of: "/")
      let folder = existing(slash.map { String(path[...$0]) } ?? ".") ?? ""
      if folder.hasPrefix("/proc/") || folder == "/dev/fd" { return true }
      guard let target = target(of: path) else { return false }
      path = target.hasPrefix("/") ? target : "\(folder)/\(target)"
    }
    return false
  }

  private static var mostLinks: Int { 40 }

  /// What a link says; `nil` of what is none.
  private static func target(of path: String) -> String? {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlink(path, &bytes, bytes.count)
    return count < 0 ? nil : String(decoding: bytes.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Of what a link leads to.
  static func status(of path: String) -> stat? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status : nil
  }
}

extension stat {
  var isRegular: Bool { st_mode & S_IFMT == S_IFREG }

  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
}

extension FileDescriptor {
  /// Opens a file that no child inherits.
  ///
  /// - Parameter name: As it is: swift-system's paths leave a slash at the end out, which is not the same file.
  static func open(
    named name: String, _ mode: AccessMode, options: OpenOptions = [], permissions: FilePermissions? = nil
  ) throws -> FileDescriptor {
    unsafe try open(name, mode, options: options.union(.closeOnExec), permissions: permissions)
  }

  /// In bytes; 0 for what is no regular file.
  fileprivate var size: Int {
    guard let status = try? stat(), status.type == .regular else { return 0 }
    return Int(status.size)
  }

  /// - Parameter size: How many bytes room is made for at first: a longer file may come, or a shorter one.
  /// - Throws: `Errno`.
  func readToEnd(expecting size: Int = 0) throws -> [UInt8] {
    var contents: [UInt8] = []
    contents.reserveCapacity(min(size, 1 << 26))
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe try buffer.withUnsafeMutableBytes { unsafe try read(into: $0) }
      if count == 0 { return contents }
      contents += buffer[..<count]
    }
  }

  /// Whether the file has a last line without an end; a pipe has none.
  fileprivate func endsWithinLine() -> Bool {
    guard let size = try? seek(offset: 0, from: .end), size > 0 else { return false }
    var last: [UInt8] = [0]
    let count = unsafe last.withUnsafeMutableBytes { unsafe try? read(fromAbsoluteOffset: size - 1, into: $0) }
    return count == 1 && last[0] != UInt8(ascii: "\n")
  }
}
