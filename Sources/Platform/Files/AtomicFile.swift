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
  /// What is no regular file (a pipe, `/dev/full`) is written directly, and so is what is open already: `/dev/stdout`
  /// may be a file that the shell appends to.
  ///
  /// - Throws: ``FileError``; the target is then as it was, and nothing is left beside it.
  package static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(FileError) {
    let bytes = Array(bytes)
    do {
      let status = File.status(of: path)
      if let status, status.isFolder { throw Errno.isDirectory }
      if let status, !status.isRegular || File.namesDescriptor(path) {
        let file = try FileDescriptor.open(named: path, .writeOnly, options: .append)
        try file.closeAfter { _ = try file.writeAll(bytes) }
      } else {
        let mode = status.map { $0.st_mode & 0o7777 } ?? defaultMode
        try put(bytes, at: status == nil ? path : File.existing(path) ?? path, mode: mode, replacing: true)
      }
    } catch {
      throw FileError(.write, path, Errno(error))
    }
  }

  /// Writes a file of a mode, whatever the mask of the caller is; a link in its place is replaced itself.
  ///
  /// - Parameter replacing: Whether what is there now goes; without it, a file that is there is an error.
  /// - Throws: ``FileError``; what was there is then as it was.
  package static func write(_ text: String, to path: String, mode: UInt32, replacing: Bool) throws(FileError) {
    do {
      try put(Array(text.utf8), at: path, mode: mode, replacing: replacing)
    } catch {
      throw FileError(.write, path, Errno(error))
    }
  }

  /// - Throws: `Errno`.
  private static func put(_ bytes: [UInt8], at target: String, mode: mode_t, replacing: Bool) throws {
    var template = Array("\(folder(of: target)).relscope-XXXXXX".utf8CString)
    let number = unsafe mkstemp(&template)
    guard number >= 0 else { throw Errno(rawValue: errno) }
    do {
      let file = FileDescriptor(rawValue: number)
      try file.closeAfter {
        _ = try file.writeAll(bytes)
        try check(fchmod(number, mode))
        try check(fsync(number))
      }
      try replacing ? check(unsafe rename(template, target)) : moveToFree(template, target)
    } catch {
      _ = unsafe unlink(template)
      throw error
    }
    syncFolder(of: target)
  }

  /// Gives a file a name that nothing has.
  private static func moveToFree(_ source: [CChar], _ target: String) throws(Errno) {
    if unsafe link(source, target) == 0 { return try check(unsafe unlink(source)) }
    let code = Errno(rawValue: errno)
    guard code.isWithoutLinks else { throw code }
    if FileEntry(at: target) != nil { throw .fileExists }
    try check(unsafe rename(source, target))
  }

  private static func check(_ status: Int32) throws(Errno) {
    if status != 0 { throw Errno(rawValue: errno) }
  }

  /// Brings the names of a file's folder to the disk. Not every file system can: the file itself is there either way.
  static func syncFolder(of path: String) {
    let handle = unsafe open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return }
    fsync(handle)
    close(handle)
  }

  /// With a slash at its end.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
  }

  /// What a file gets that `open` creates with the usual 0666.
  private static var defaultMode: mode_t {
    let mask = umask(0o022)
    umask(mask)
    return 0o666 & ~mask
  }
}
