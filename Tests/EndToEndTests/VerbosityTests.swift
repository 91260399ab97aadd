import TestSupport
import Testing

/// How much `check` says, and where.
struct VerbosityTests {
  private func failing() async throws -> GitRepository {
    let repository = try await GitRepository.planning(["SHOP-1"])
    try await repository.commit("SHOP-1 Keep the cart", files: ["cart.js": "keep\n"])
    for number in 100..<115 { try await repository.commit("SHOP-\(number) More", files: ["\(number).js": "1\n"]) }
    return repository
  }

  private func check(
    _ repository: GitRepository, _ arguments: String..., setting: [String: String?] = [:]
  ) async throws -> ProgramResult {
    try await Relscope(for: repository).run(
      ["check", "--base", "main", "--release", "release/2.4.0"] + arguments, in: repository.path, setting: setting)
  }

  @Test(arguments: ["-q", "--quiet"])
  func `says the verdict alone, and the status with it`(flag: String) async throws {
    let result = try await check(failing(), flag)
    #expect(result.status == 1)
    #expect(result.output == "FAIL: release/2.4.0 is not what 2.4.0 says: 15 errors\n", "\(result)")
  }

  @Test func `shows in full what it shortens otherwise`() async throws {
    let repository = try await failing()
    let brief = try await check(repository)
    #expect(brief.output.contains("and 5 more: "), "\(brief)")
    let whole = try await check(repository, "-v")
    #expect(!whole.output.contains("and 5 more: "), "\(whole)")
    for number in 100..<115 { #expect(whole.output.contains("SHOP-\(number) More")) }
  }

  @Test func `says the verdict where no report goes to standard output`() async throws {
    let repository = try await failing()
    let quiet = try await check(repository, "--output", "scope.html", "--output", "scope.json")
    #expect(quiet.output == "")
    #expect(quiet.errors == "relscope: FAIL: release/2.4.0 is not what 2.4.0 says: 15 errors\n", "\(quiet)")
    let shown = try await check(repository, "--output", "a.html", "--output", "a.json", "--format", "terminal")
    #expect(shown.errors == "" && shown.output.hasPrefix("FAIL"), "\(shown)")
  }

  @Test(arguments: [
    (["CLICOLOR_FORCE": "1"], true), (["CLICOLOR_FORCE": "0"], false), ([:], false),
    (["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false), (["CLICOLOR_FORCE": "1", "NO_COLOR": ""], true),
  ])
  func `colours what is no terminal where it is asked to`(variables: [String: String], colours: Bool) async throws {
    let result = try await check(failing(), setting: variables.mapValues { $0 })
    #expect(result.output.contains("\u{1B}[") == colours, "\(result)")
  }
}
