package import ReleaseScope

#if canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Writes files whole or not at all.
package enum AtomicFile {
  /// Writes a temporary file beside the target, brings it to the disk, and gives it the target's name.
  ///
  /// An existing file keeps its permissions, and a symbolic link stays one: the file that it points to is replaced. What
  /// is no regular file (a pipe, `/dev/full`) is written directly, and so is everything below `/dev`: `/dev/stdout` may
  /// be a file that the shell appends to.
  ///
  /// - Throws: ``Problem`` of kind ``Problem/Kind/cannotWrite``; the target is then as it was, and nothing is left beside
  ///   it.
  package static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(Problem) {
    let bytes = Array(bytes)
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR { throw failure(path, EISDIR) }
    if exists, status.st_mode & S_IFMT != S_IFREG || path.hasPrefix("/dev/") {
      try writeDirectly(bytes, to: path)
    } else {
      let target = exists ? resolved(path) : path
      try replace(target, mode: exists ? status.st_mode & 0o7777 : nil, with: bytes, named: path)
    }
  }

  private static func failure(_ path: String, _ code: Int32) -> Problem {
    let text = unsafe String(cString: strerror(code))
    let reason = text.prefix(1).lowercased() + text.dropFirst()
    let help =
      switch code {
      case ENOENT, ENOTDIR: "create the directory first"
      case EACCES, EPERM, EROFS: "choose a place that you may write to"
      case ENOSPC, EDQUOT: "free some space, or choose another disk"
      case EISDIR: "name a file"
      default: "choose another file"
      }
    return Problem(.cannotWrite, "cannot write '\(path)': \(reason)", help: help)
  }

  private static func writeDirectly(_ bytes: [UInt8], to path: String) throws(Problem) {
    let file = unsafe open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard file >= 0 else { throw failure(path, errno) }
    let code = write(bytes, to: file)
    guard close(file) == 0 || code != 0 else { throw failure(path, errno) }
    guard code == 0 else { throw failure(path, code) }
  }

  private static func replace(
    _ target: String, mode: mode_t?, with bytes: [UInt8], named path: String
  ) throws(Problem) {
    let directory = target.lastIndex(of: "/").map { String(target[...$0]) } ?? "./"
    var template = Array("\(directory).relscope-XXXXXX".utf8CString)
    let file = unsafe mkstemp(&template)
    guard file >= 0 else { throw failure(path, errno) }
    var code = write(bytes, to: file)
    if code == 0, fchmod(file, mode ?? defaultMode) != 0 { code = errno }
    if code == 0, fsync(file) != 0 { code = errno }
    if close(file) != 0, code == 0 { code = errno }
    if code == 0, unsafe rename(template, target) != 0 { code = errno }
    guard code == 0 else {
      _ = unsafe unlink(template)
      throw failure(path, code)
    }
    syncDirectory(directory)
  }

  /// Brings the new name to the disk. Not every file system can: the file itself is there either way.
  private static func syncDirectory(_ directory: String) {
    let handle = unsafe open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return }
    fsync(handle)
    close(handle)
  }

  /// - Returns: 0, or the error's number.
  private static func write(_ bytes: [UInt8], to file: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Self.systemWrite(file, $0) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return errno }
      rest = rest.dropFirst(count)
    }
    return 0
  }

  private static func systemWrite(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Musl)
      unsafe Musl.write(file, bytes.baseAddress, bytes.count)
    #else
      unsafe Glibc.write(file, bytes.baseAddress, bytes.count)
    #endif
  }

  /// What a file gets that `open` creates with the usual 0666.
  private static var defaultMode: mode_t {
    let mask = umask(0o022)
    umask(mask)
    return 0o666 & ~mask
  }

  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}
