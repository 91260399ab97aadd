import Foundation
import TestSupport

/// The program itself, as people run it, in an environment of its own.
struct Relscope {
  let program: Program

  /// Finds the program that this build has made; `repository` has the home folder that it is run with.
  init(for repository: GitRepository) throws {
    program = Program(try BuiltProgram.path("relscope"), environment: repository.environment)
  }

  /// Runs any command.
  func run(
    _ arguments: [String], in folder: String? = nil, input: String = "", setting changes: [String: String?] = [:]
  ) async throws -> ProgramResult {
    var program = program
    program.environment = program.environment.setting(changes)
    return try await program.run(arguments, in: folder, input: Array(input.utf8))
  }

  /// Runs a line that was printed for people to copy.
  func run(
    shell line: String, in folder: String, setting changes: [String: String?] = [:]
  ) async throws -> ProgramResult {
    let place = try URL(fileURLWithPath: BuiltProgram.path("relscope")).deletingLastPathComponent().path
    let shell = Program("/bin/sh", environment: program.environment.setting(changes).setting(["RELSCOPE_PLACE": place]))
    return try await shell.run(["-c", "PATH=$RELSCOPE_PLACE:$PATH\n" + line], in: folder)
  }

  /// Checks release/2.4.0 against main, as JSON; what `arguments` say comes last and so counts.
  func check(
    _ repository: GitRepository, base: String = "main", release: String = "release/2.4.0", _ arguments: String...
  ) async throws -> CheckOutcome {
    let usual = ["check", "--repo", repository.path, "--base", base, "--release", release, "--format", "json"]
    return CheckOutcome(result: try await run(usual + arguments))
  }
}
