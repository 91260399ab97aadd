import Glibc
import ReleaseScope

/// A file in the place of a hook, and the steps that change one, each of which is done whole or not at all.
///
/// Unlike a report, a hook is never written through a symbolic link, and never over a file that was not seen before.
struct HookFile {
  enum Kind { case file, link, other }

  let path: String
  let kind: Kind
  let identity: FileIdentity
  let isExecutable: Bool
  /// What is in it, through a link; empty if it cannot be read or is too large to be a text of ours.
  let bytes: [UInt8]

  private static let sizeLimit = 1 << 20

  /// - Returns: `nil` if there is nothing at `path`, not even a link that leads nowhere.
  init?(at path: String) {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return nil }
    self.path = path
    identity = FileIdentity(device: status.st_dev, inode: status.st_ino)
    kind = status.st_mode & S_IFMT == S_IFREG ? .file : status.st_mode & S_IFMT == S_IFLNK ? .link : .other
    var target = stat()
    let isFile = unsafe stat(path, &target) == 0 && target.st_mode & S_IFMT == S_IFREG
    // Not `access`, by which root may execute what git will not.
    isExecutable = isFile && target.st_mode & 0o111 != 0
    bytes = isFile && target.st_size <= Self.sizeLimit ? Self.contents(of: path) ?? [] : []
  }

  /// Whose it is. A link is never as `hooks install` wrote it.
  func origin(as name: HookName) -> HookText.Origin {
    let origin = HookText.origin(of: bytes, as: name)
    return kind == .link && origin != .foreign ? .changed : origin
  }

  /// Whether git would do the same with either.
  func isSame(as other: HookFile) -> Bool {
    kind == .file && other.kind == .file && isExecutable == other.isExecutable && bytes == other.bytes && !bytes.isEmpty
  }

  private static func contents(of path: String) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var contents: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return contents }
      contents += buffer[..<count]
    }
  }

  // MARK: - Steps

  /// Writes an executable file.
  ///
  /// - Parameters:
  ///   - text: All that is in it.
  ///   - path: Its name.
  ///   - replacing: Whether the file that is there now goes; without it, one that has come meanwhile is an error.
  /// - Throws: ``Problem`` of kind ``Problem/Kind/cannotWrite``; what was there is then as it was.
  static func write(_ text: String, to path: String, replacing: Bool) throws(Problem) {
    var template = Array("\(path.folder)/.relscope-XXXXXX".utf8CString)
    let file = unsafe mkstemp(&template)
    guard file >= 0 else { throw failure("write", path, errno) }
    var code = write(Array(text.utf8), to: file)
    // Whatever the mask of the caller is: a hook that another user of the repository may not execute is silently left
    // out.
    if code == 0, fchmod(file, 0o755) != 0 { code = errno }
    if code == 0, fsync(file) != 0 { code = errno }
    if close(file) != 0, code == 0 { code = errno }
    if code == 0 {
      if replacing {
        if unsafe rename(template, path) != 0 { code = errno }
      } else {
        code = withoutReplacing(template, path)
      }
    }
    guard code == 0 else {
      _ = unsafe unlink(template)
      throw failure("write", path, code)
    }
    bringToDisk(path.folder)
  }

  /// Gives the file a second name, so that it has one at every moment; the bytes, the mode and a link stay what they
  /// are.
  func keep(as other: String) throws(Problem) {
    if unsafe link(path, other) == 0 { return }
    // Not every file system has hard links.
    guard errno == EPERM || errno == ENOTSUP || errno == EMLINK else { throw Self.failure("keep", path, errno) }
    if HookFile(at: other) != nil { throw Self.failure("keep", path, EEXIST) }
    guard unsafe rename(path, other) == 0 else { throw Self.failure("keep", path, errno) }
  }

  /// Gives the file another name, in place of whatever has that name.
  func move(to other: String) throws(Problem) {
    guard unsafe rename(path, other) == 0 else { throw Self.failure("put back", other, errno) }
    Self.bringToDisk(path.folder)
  }

  func remove() throws(Problem) {
    guard unsafe unlink(path) == 0 else { throw Self.failure("remove", path, errno) }
  }

  static func makeFolder(_ path: String) throws(Problem) {
    if !path.folder.isEmpty, unsafe access(path.folder, F_OK) != 0 { try makeFolder(path.folder) }
    guard unsafe mkdir(path, 0o755) != 0 else {
      _ = unsafe chmod(path, 0o755)
      return
    }
    if errno != EEXIST { throw failure("make", path, errno) }
  }

  /// Removes a folder if nothing is in it.
  static func removeEmptyFolder(_ path: String) { _ = unsafe rmdir(path) }

  // MARK: -

  /// - Returns: 0, or the error's number.
  private static func withoutReplacing(_ source: [CChar], _ target: String) -> Int32 {
    if unsafe link(source, target) == 0 { return unsafe unlink(source) == 0 ? 0 : errno }
    guard errno == EPERM || errno == ENOTSUP else { return errno }
    if HookFile(at: target) != nil { return EEXIST }
    return unsafe rename(source, target) == 0 ? 0 : errno
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return errno }
      rest = rest.dropFirst(count)
    }
    return 0
  }

  /// Not every file system can; the file itself is there either way.
  private static func bringToDisk(_ folder: String) {
    let handle = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { return }
    fsync(handle)
    close(handle)
  }

  private static func failure(_ step: String, _ path: String, _ code: Int32) -> Problem {
    let reason = unsafe String(cString: strerror(code))
    let help =
      switch code {
      case EACCES, EPERM, EROFS: "run it as a user who may write there; nothing was changed"
      case EEXIST: "somebody else has just written it; look at it, and run the command again"
      case ENOTDIR: "the place of the hooks is not a folder"
      case ENOSPC, EDQUOT, EFBIG: "free some space and run it again; the hooks are as they were"
      default: "look at it, and run the command again"
      }
    return Problem(
      .cannotWrite, "cannot \(step) '\(path)': \(reason.prefix(1).lowercased())\(reason.dropFirst())", help: help)
  }
}

/// Two names with the same identity are one file.
struct FileIdentity: Equatable {
  let device: UInt
  let inode: UInt
}

extension String {
  /// What comes before the last slash; empty for a file of the root.
  var folder: String { lastIndex(of: "/").map { String(self[..<$0]) } ?? "." }
}
