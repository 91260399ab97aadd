import SystemPackage

#if canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What stands at a path, and the steps that change it, each of which is done whole or not at all.
///
/// A link at the end of the path is not followed.
package struct FileEntry: Sendable {
  package enum Kind: Sendable { case file, link, other }

  package let path: String
  package let kind: Kind
  package let identity: FileIdentity
  /// Whether the file, or the one that the link leads to, has a mode by which anybody may execute it. Root may execute,
  /// as the system sees it, what git will not.
  package let isExecutable: Bool
  /// Of the file, or the one that the link leads to, in bytes; `nil` if that is no file.
  package let size: Int?

  /// - Returns: `nil` if there is nothing at `path`, not even a link that leads nowhere.
  package init?(at path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    self.path = path
    kind = status.isRegular ? .file : status.st_mode & S_IFMT == S_IFLNK ? .link : .other
    identity = FileIdentity(device: status.st_dev, inode: status.st_ino)
    let target = File.status(of: path).flatMap { $0.isRegular ? $0 : nil }
    isExecutable = target.map { $0.st_mode & 0o111 != 0 } ?? false
    size = target?.st_size
  }

  /// Gives the file a second name, so that it has one at every moment; the bytes, the mode and a link stay what they
  /// are.
  ///
  /// Where the file system has no hard links, it gets the other name alone.
  ///
  /// - Throws: ``FileError`` of operation ``FileError/Operation/keep``; `fileExists` if the name is taken.
  package func keep(as other: String) throws(FileError) {
    if unsafe link(path, other) == 0 { return }
    let code = Errno(rawValue: errno)
    guard code.isWithoutLinks || code == .tooManyLinks else { throw FileError(.keep, path, code) }
    if FileEntry(at: other) != nil { throw FileError(.keep, path, .fileExists) }
    try FileError.check(unsafe rename(path, other), .keep, path)
  }

  /// Gives the file another name, in place of whatever has that name.
  ///
  /// - Throws: ``FileError`` of operation ``FileError/Operation/putBack``.
  package func move(to other: String) throws(FileError) {
    try FileError.check(unsafe rename(path, other), .putBack, other)
    AtomicFile.syncFolder(of: path)
  }

  /// Removes it; of a link, the link alone.
  ///
  /// - Throws: ``FileError`` of operation ``FileError/Operation/remove``; also if nothing is there any more.
  package func remove() throws(FileError) { try FileError.check(unsafe unlink(path), .remove, path) }
}

/// Two names with the same identity are one file.
package struct FileIdentity: Equatable, Sendable {
  fileprivate let device: UInt
  fileprivate let inode: UInt
}

extension Errno {
  /// Whether a file system that has no hard links says so.
  var isWithoutLinks: Bool { self == .notPermitted || self == .notSupported }
}

extension FileError {
  /// - Parameter status: What a function of the C library returned.
  static func check(_ status: Int32, _ operation: Operation, _ path: String) throws(FileError) {
    if status != 0 { throw FileError(operation, path, Errno(rawValue: errno)) }
  }
}
