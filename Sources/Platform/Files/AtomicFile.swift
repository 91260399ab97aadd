import SystemPackage

#if canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Writes files whole or not at all.
package enum AtomicFile {
  /// Writes a temporary file beside the target, brings it to the disk, and gives it the target's name.
  ///
  /// An existing file keeps its permissions, and a symbolic link stays one: the file that it points to is replaced.
  /// What is no regular file (a pipe, `/dev/full`) is written directly, and so is everything below `/dev`:
  /// `/dev/stdout` may be a file that the shell appends to.
  ///
  /// - Throws: ``FileError``; the target is then as it was, and nothing is left beside it.
  package static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(FileError) {
    let bytes = Array(bytes)
    do {
      let status = File.status(of: path)
      if let status, status.isFolder { throw Errno.isDirectory }
      if let status, !status.isRegular || path.hasPrefix("/dev/") {
        let file = try FileDescriptor.open(named: path, .writeOnly, options: .append)
        try file.closeAfter { _ = try file.writeAll(bytes) }
      } else {
        let mode = status.map { $0.st_mode & 0o7777 } ?? defaultMode
        try replace(status == nil ? path : File.existing(path) ?? path, mode: mode, with: bytes)
      }
    } catch {
      throw FileError(.write, path, Errno(error))
    }
  }

  /// - Throws: `Errno`.
  private static func replace(_ target: String, mode: mode_t, with bytes: [UInt8]) throws {
    let directory = target.lastIndex(of: "/").map { String(target[...$0]) } ?? "./"
    var template = Array("\(directory).relscope-XXXXXX".utf8CString)
    let number = unsafe mkstemp(&template)
    guard number >= 0 else { throw Errno(rawValue: errno) }
    do {
      let file = FileDescriptor(rawValue: number)
      try file.closeAfter {
        _ = try file.writeAll(bytes)
        try check(fchmod(number, mode))
        try check(fsync(number))
      }
      try check(unsafe rename(template, target))
    } catch {
      _ = unsafe unlink(template)
      throw error
    }
    syncDirectory(directory)
  }

  private static func check(_ status: Int32) throws(Errno) {
    if status != 0 { throw Errno(rawValue: errno) }
  }

  /// Brings the new name to the disk. Not every file system can: the file itself is there either way.
  private static func syncDirectory(_ directory: String) {
    let handle = unsafe open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return }
    fsync(handle)
    close(handle)
  }

  /// What a file gets that `open` creates with the usual 0666.
  private static var defaultMode: mode_t {
    let mask = umask(0o022)
    umask(mask)
    return 0o666 & ~mask
  }
}
