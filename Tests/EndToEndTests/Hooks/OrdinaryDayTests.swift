import Foundation
import TestSupport
import Testing

/// What people do all day, with and without the hooks.
struct OrdinaryDayTests {
  private func day(_ arguments: [String] = []) async throws -> ProgramResult {
    let folder = try TemporaryFolder()
    let script = PackageFolder.path + "/Tests/EndToEndTests/Hooks/ordinary-day.sh"
    let result = try await Program("bash", environment: CleanEnvironment(home: folder.path))
      .run([script, folder.path] + arguments, in: folder.path)
    #expect(result.status == 0, "\(result)")
    return result
  }

  @Test func `a hundred commands end with the same statuses and commits with all hooks as with none`() async throws {
    let without = try await day()
    let with = try await day([try BuiltProgram.path("relscope")])
    let commands = without.output.split(separator: "\n").filter { $0.first?.isNumber == true }
    #expect(commands.count >= 100)
    let differences = zip(without.output.split(separator: "\n"), with.output.split(separator: "\n"))
      .filter { $0 != $1 }.map { "\($0) | \($1)" }
    #expect(differences == [])
    #expect(without.output == with.output)
  }
}
