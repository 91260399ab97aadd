import Glibc
import ReleaseScope

/// A file that the caller named.
enum InputFile {
  /// - Parameter path: `-` for standard input.
  /// - Throws: ``Problem`` of kind `missing`.
  static func read(_ path: String) throws -> [UInt8] {
    if path == "-" { return try read(STDIN_FILENO, path) }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw problem(path) }
    defer { close(descriptor) }
    return try read(descriptor, path)
  }

  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// The absolute path without links; of a file that does not exist, that of its folder and its name.
  static func resolved(_ path: String) -> String? {
    if let real = unsafe realpath(path, nil) {
      defer { unsafe free(real) }
      return unsafe String(cString: real)
    }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, !name.isEmpty else { return nil }
    let folder = parts.dropLast().joined(separator: "/")
    let parent = parts.count == 1 ? "." : folder.isEmpty ? "/" : folder
    guard InputFile.exists(parent), let base = resolved(parent) else { return nil }
    return base == "/" ? "/\(name)" : "\(base)/\(name)"
  }

  private static func read(_ descriptor: Int32, _ path: String) throws -> [UInt8] {
    var contents: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw problem(path) }
      if count == 0 { return contents }
      contents += buffer[..<count]
    }
  }

  private static func problem(_ path: String) -> Problem {
    Problem(.missing, "cannot read '\(path)': \(unsafe String(cString: strerror(errno)).lowercased())")
  }
}
