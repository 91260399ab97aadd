import SystemPackage

#if canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// One of the two streams that a program writes to.
package enum StandardStream: Sendable {
  case output
  case error

  private var descriptor: FileDescriptor {
    switch self {
    case .output: .standardOutput
    case .error: .standardError
    }
  }

  package var isTerminal: Bool { isatty(descriptor.rawValue) == 1 }

  /// The width of the terminal; `nil` if the stream goes to none, or it does not tell.
  package var columns: Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes all of `bytes`.
  package func write(_ bytes: some Sequence<UInt8>) throws(FileError) {
    do {
      try descriptor.writeAll(bytes)
    } catch {
      throw FileError(.writeStream, self == .output ? "standard output" : "standard error", Errno(error))
    }
  }
}
