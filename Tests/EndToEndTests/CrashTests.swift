import TestSupport
import Testing

/// What a program leaves that the system stops.
struct CrashTests {
  /// While the program waits for the lines of a file that it has opened, so that it is past its start.
  @Test(arguments: ["SEGV", "BUS", "ILL", "TRAP", "FPE", "ABRT"])
  func `a crash has a status of its own and says that nothing was judged`(signal: String) async throws {
    let repository = try await GitRepository.planning(["SHOP-1"])
    let result = try await Relscope(for: repository).run(
      shell: """
        mkfifo lines; relscope manifest show lines & exec 3>lines
        kill -\(signal) $!; wait $!
        """, in: repository.path)
    #expect(result.status == 70, "\(result)")
    #expect(result.errors.hasPrefix("relscope: INTERNAL ERROR: the program was stopped by a fault"), "\(result)")
  }
}
