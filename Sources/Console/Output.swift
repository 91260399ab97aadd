import Platform

/// Where a report goes.
package enum Output {
  case standardOutput
  case standardError
  case file(String)
  /// The end of a file that others write to as well.
  case appending(String)

  /// Writes all of `text`; a file is written whole or not at all.
  ///
  /// A reader of standard output that has gone away ends the program quietly, as the signal does for other programs.
  ///
  /// - Throws: `FileError`.
  package func write(_ text: String) throws { try write(bytes: Array(text.utf8)) }

  /// The same of bytes.
  ///
  /// - Throws: `FileError`.
  package func write(bytes: [UInt8]) throws {
    ProgressMeter.standard.end()
    switch self {
    case .standardOutput: try StandardStream.output.write(bytes)
    case .standardError: try StandardStream.error.write(bytes)
    case .file(let path): try AtomicFile.write(bytes, to: path)
    case .appending(let path): try File.append(String(decoding: bytes, as: UTF8.self), to: path)
    }
  }
}
