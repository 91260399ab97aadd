/// How a program ended, and what it wrote.
package struct ProgramResult: Sendable {
  /// The program's name, then its arguments.
  package let arguments: [String]

  /// The exit status; 128 and the signal's number when a signal ended it.
  package let status: Int32

  package let outputBytes: [UInt8]
  package let errorBytes: [UInt8]

  package init(arguments: [String], status: Int32, output: [UInt8], errors: [UInt8]) {
    self.arguments = arguments
    self.status = status
    outputBytes = output
    errorBytes = errors
  }

  /// Standard output as text; bytes that are not UTF-8 become U+FFFD.
  package var output: String { String(decoding: outputBytes, as: UTF8.self) }

  /// Standard error as text; bytes that are not UTF-8 become U+FFFD.
  package var errors: String { String(decoding: errorBytes, as: UTF8.self) }
}

extension ProgramResult: CustomStringConvertible {
  package var description: String {
    """
    $ \(arguments.joined(separator: " "))
    status \(status)
    stdout: \(output)
    stderr: \(errors)
    """
  }
}

/// A program that had to succeed and did not.
package struct ProgramFailure: Error, CustomStringConvertible {
  package let result: ProgramResult

  package init(result: ProgramResult) {
    self.result = result
  }

  /// What the program wrote to its standard error.
  package var errors: String { result.errors }

  package var description: String { result.description }
}
