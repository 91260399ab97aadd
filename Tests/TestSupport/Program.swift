import Foundation
import Subprocess
import Synchronization
import SystemPackage

/// A program on this machine and the environment it is run with.
package struct Program: Sendable {
  /// What is kept of each stream, in bytes; more than that is an error.
  private static let outputLimit = 256 << 20

  /// How many run at once: each start takes time for all files that are open, as those of programs are that wait.
  private static let turns = Turns(48)

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
    await Self.turns.take()
    defer { Self.turns.give() }
    let result = try await Subprocess.run(
      executable,
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

  /// What is looked up is found once for each `PATH`.
  private var executable: Executable {
    if name.contains("/") { return .path(FilePath(name)) }
    let path = environment.variables["PATH"] ?? ""
    let place = Self.found.withLock { found -> String? in
      if let place = found[path]?[name] { return place }
      let places = path.split(separator: ":").map { "\($0)/\(name)" }
      let place = places.first { unsafe access($0, X_OK) == 0 }
      found[path, default: [:]][name] = place
      return place
    }
    return place.map { .path(FilePath($0)) } ?? .name(name)
  }

  /// By `PATH` and name.
  private static let found = Mutex<[String: [String: String]]>([:])

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
