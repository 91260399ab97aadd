import Documents
import Glibc
import ReleaseScope

/// Where a report goes.
enum Output {
  case standardOutput
  case standardError
  case file(String)
  /// The end of a file that others write to as well.
  case appending(String)

  /// Writes all of `text`.
  ///
  /// - Throws: ``Problem`` of kind `cannotWrite`. A reader that has gone away ends the program quietly instead, as the
  ///   signal does for other programs.
  func write(_ text: String) throws {
    switch self {
    case .standardOutput: try Self.write(text, to: STDOUT_FILENO, name: "standard output")
    case .standardError: try Self.write(text, to: STDERR_FILENO, name: "standard error")
    case .file(let path): try AtomicFile.write(Array(text.utf8), to: path)
    case .appending(let path): try Self.append(text, to: path)
    }
  }

  func write(bytes: [UInt8]) throws {
    switch self {
    case .standardOutput, .standardError, .appending: try write(String(decoding: bytes, as: UTF8.self))
    case .file(let path): try AtomicFile.write(bytes, to: path)
    }
  }

  /// Begins a line of its own, whatever the file ends with.
  private static func append(_ text: String, to path: String) throws {
    let file = unsafe open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      throw Problem(.cannotWrite, "cannot add to '\(path)': \(unsafe String(cString: strerror(errno)).lowercased())")
    }
    defer { close(file) }
    var last: UInt8 = 0
    let size = lseek(file, 0, SEEK_END)
    let isRead = unsafe size > 0 && pread(file, &last, 1, size - 1) == 1
    let isOpenLine = isRead && last != UInt8(ascii: "\n")
    try write((isOpenLine ? "\n" : "") + text, to: file, name: "'\(path)'")
  }

  private static func write(_ text: String, to descriptor: Int32, name: String) throws {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw Problem(.cannotWrite, "cannot write to \(name): \(unsafe String(cString: strerror(errno)))")
      }
      written += count
    }
  }
}
