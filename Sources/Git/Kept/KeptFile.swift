import Glibc

/// The file of kept patches in a git directory, `relscope/patches`.
///
/// It is read only if it is this user's, and no other one can write it; whoever can write the folder can put no such
/// file there. It is written only where the git directory is this user's.
struct KeptFile {
  private let folder: String
  private let name: String
  private let directory: String

  /// - Parameter directory: The one that linked worktrees share, with a slash at its end.
  init(in directory: String) {
    self.directory = directory
    folder = directory + "relscope"
    name = folder + "/patches"
  }

  /// - Returns: `nil` if there is none, or another user may have written it.
  func read() -> [UInt8]? {
    let descriptor = unsafe open(name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
      status.st_mode & (S_IWGRP | S_IWOTH) == 0, status.st_size <= KeptTable.longest
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = unsafe bytes.withUnsafeMutableBytes { room in
        unsafe Glibc.read(descriptor, room.baseAddress.map { unsafe $0 + filled }, room.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      filled += count
    }
    return bytes
  }

  /// Puts new contents in the file's place, in one step.
  ///
  /// Nothing is written where the git directory is another user's, cannot be written, or somebody writes there now.
  ///
  /// - Parameter contents: Is asked for them when no one else writes; `nil` to leave the file as it is.
  func write(_ contents: () -> [UInt8]?) {
    var status = stat()
    guard unsafe stat(directory, &status) == 0, status.st_uid == geteuid() else { return }
    unsafe mkdir(folder, 0o777)
    guard unsafe lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return }
    let next = name + ".lock"
    removeOld(next)
    let descriptor = unsafe open(next, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    let isWritten = contents().map { Self.write($0, to: descriptor) } ?? false
    let isClosed = close(descriptor) == 0
    guard isWritten, isClosed, unsafe rename(next, name) == 0 else {
      unsafe unlink(next)
      return
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { bytes in
        unsafe Glibc.write(descriptor, bytes.baseAddress.map { unsafe $0 + written }, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  /// What a program has left that was ended while it wrote.
  private func removeOld(_ path: String) {
    var status = stat()
    let hour = 3_600
    guard unsafe lstat(path, &status) == 0, time(nil) - status.st_mtim.tv_sec > hour else { return }
    unsafe unlink(path)
  }
}
