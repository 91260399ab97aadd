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
  package var columns: Int? { size.flatMap { $0.ws_col > 0 ? Int($0.ws_col) : nil } }

  /// The height of the terminal; `nil` as for its width.
  package var rows: Int? { size.flatMap { $0.ws_row > 0 ? Int($0.ws_row) : nil } }

  private var size: winsize? {
    var size = winsize()
    return unsafe ioctl(descriptor.rawValue, UInt(TIOCGWINSZ), &size) == 0 ? size : nil
  }

  /// Writes all of `bytes`.
  ///
  /// - Throws: ``FileError`` of operation ``FileError/Operation/writeStream``.
  package func write(_ bytes: some Sequence<UInt8>) throws(FileError) {
    do {
      try descriptor.writeAll(bytes)
    } catch {
      throw FileError(.writeStream, self == .output ? "standard output" : "standard error", Errno(error))
    }
  }
}
