import TestSupport
import Testing

/// Hooks that do not come to an end.
struct TimeBudgetTests {
  @Test func `a hook whose time is used up says so, and blocks`() async throws {
    let repository = try await GitRepository.planning(
      ["SHOP-1"], policy: ReleaseFixture.policy + "hooks: {pre-receive: {time-budget: 1s}}\n")
    // A pipe that somebody keeps open: the hook waits for its lines.
    let result = try await Relscope(for: repository).run(
      shell: "mkfifo lines; exec 3<>lines; relscope hook pre-receive <lines", in: repository.path)
    #expect(result.status == 2, "\(result)")
    let lines = result.errors.split(separator: "\n")
    #expect(lines.first == "relscope: INCOMPLETE: the hook's time-budget is used up")
    #expect(lines.last?.hasPrefix("  look with relscope check, or give it more in the policy") == true)
  }
}
