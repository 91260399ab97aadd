import Foundation
import Subprocess
import SystemPackage

/// A program on this machine and the environment it is run with.
package struct Program: Sendable {
  /// What is kept of each stream, in bytes; more than that is an error.
  private static let outputLimit = 256 << 20

  /// A path, or a name to look up in `PATH`.
  package let name: String
  package var environment: CleanEnvironment

  package init(_ name: String, environment: CleanEnvironment) {
    self.name = name
    self.environment = environment
  }

  /// Runs the program to its end, whatever its status.
  ///
  /// - Parameters:
  ///   - arguments: The argument vector after the program's name; no shell reads it.
  ///   - folder: Where it runs; the folder of the tests if there is none.
  ///   - input: What it can read from its standard input, which ends there.
  /// - Returns: Its status and all that it wrote.
  /// - Throws: `SubprocessError` when it cannot be started.
  package func run(_ arguments: [String], in folder: String? = nil, input: [UInt8] = []) async throws -> ProgramResult {
    var variables: [Environment.Key: String] = [:]
    for (name, value) in environment.variables {
      if let key = Environment.Key(rawValue: name) { variables[key] = value }
    }
    let result = try await Subprocess.run(
      name.contains("/") ? .path(FilePath(name)) : .name(name),
      arguments: Arguments(arguments),
      environment: .custom(variables),
      workingDirectory: folder.map { FilePath($0) },
      input: .fileDescriptor(try Self.inputFile(input), closeAfterSpawningProcess: true),
      output: .bytes(limit: Self.outputLimit),
      error: .bytes(limit: Self.outputLimit))
    return ProgramResult(
      arguments: [name] + arguments,
      status: Self.status(of: result.terminationStatus),
      output: result.standardOutput,
      errors: result.standardError)
  }

  /// A file to read `input` from: writing to a pipe whose reader has gone would end the tests with SIGPIPE.
  private static func inputFile(_ input: [UInt8]) throws -> FileDescriptor {
    guard !input.isEmpty else { return try FileDescriptor.open(FilePath("/dev/null"), .readOnly) }
    let folder = try TemporaryFolder()
    let file = folder.path + "/input"
    try TemporaryFolder.write(Data(input), to: file)
    return try FileDescriptor.open(FilePath(file), .readOnly)
  }

  /// The number that a shell would show.
  private static func status(of termination: TerminationStatus) -> Int32 {
    switch termination {
    case .exited(let code): code
    case .signaled(let signal): 128 + signal
    }
  }
}
