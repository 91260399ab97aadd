package import SystemPackage

/// Why the system did not do something with a file.
package struct FileError: Error, Equatable {
  package enum Operation: Equatable, Sendable {
    case read
    case write
    case append
    /// To give a file a second name.
    case keep
    /// To give a file the name that it had.
    case putBack
    case remove
    case makeFolder
    /// Standard output or standard error; ``FileError/path`` is its name.
    case writeStream
  }

  package let operation: Operation
  /// As the caller gave it; `-` for standard input.
  package let path: String
  package let code: Errno
  /// Whether it is a pipe or a device where only a file will do, which the system would have read.
  package let isIrregular: Bool

  package init(_ operation: Operation, _ path: String, _ code: Errno) {
    self.operation = operation
    self.path = path
    self.code = code
    isIrregular = false
  }

  /// - Parameter path: Of what is no file to be read whole.
  init(irregular path: String) {
    operation = .read
    self.path = path
    code = .invalidArgument
    isIrregular = true
  }

  /// What the system says, as an error of ours is worded: `no such file or directory`.
  package var reason: String {
    if isIrregular { return "it is no regular file" }
    let text = code.description
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

extension Errno {
  /// - Parameter error: What a call of swift-system threw.
  init(_ error: any Error) { self = error as? Errno ?? .ioError }
}
