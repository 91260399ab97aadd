import Documents
import Glibc
import ReleaseScope

/// Where a report goes.
enum Output {
  case standardOutput
  case standardError
  case file(String)

  /// Writes all of `text`.
  ///
  /// - Throws: ``Problem`` of kind `cannotWrite`. A reader that has gone away ends the program quietly instead, as the
  ///   signal does for other programs.
  func write(_ text: String) throws {
    switch self {
    case .standardOutput: try Self.write(text, to: STDOUT_FILENO, name: "standard output")
    case .standardError: try Self.write(text, to: STDERR_FILENO, name: "standard error")
    case .file(let path): try AtomicFile.write(Array(text.utf8), to: path)
    }
  }

  func write(bytes: [UInt8]) throws {
    switch self {
    case .standardOutput, .standardError: try write(String(decoding: bytes, as: UTF8.self))
    case .file(let path): try AtomicFile.write(bytes, to: path)
    }
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
