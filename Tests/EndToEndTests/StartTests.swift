import TestSupport
import Testing

/// What the program does before it does anything.
struct StartTests {
  /// The dynamic linker tells which definition libgit2 gets; one that does not need a function asks for none.
  @Test(arguments: [
    ("mbedtls_x509_crt_parse_file", sign: "mbedtls_x509_crt_init"), ("libssh2_init", sign: "libssh2_session_init_ex"),
  ])
  func `answers for what libgit2 prepares when it starts`(function: String, sign: String) async throws {
    let repository = try await GitRepository.passing()
    let started = try await Relscope(for: repository).run(
      ["check", "--repo", repository.path, "--release", "release/2.4.0"],
      setting: ["LD_DEBUG": "bindings", "LD_BIND_NOW": "1"])
    let bindings = started.errors.split(separator: "\n").filter { $0.contains("`\(function)'") }
    #expect(started.status == 0, "\(started)")
    #expect(bindings.allSatisfy { $0.contains("/relscope [0]: normal symbol") }, "\(bindings)")
    #expect(started.errors.contains("`\(sign)'") == !bindings.isEmpty)
  }
}
