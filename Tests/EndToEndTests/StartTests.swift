import TestSupport
import Testing

/// What the program does before it does anything.
struct StartTests {
  /// The dynamic linker tells which definition libgit2 gets; with another TLS library it asks for none.
  @Test func `reads no certificates when libgit2 starts`() async throws {
    let repository = try await GitRepository.passing()
    let started = try await Relscope(for: repository).run(
      ["check", "--repo", repository.path, "--release", "release/2.4.0"], setting: ["LD_DEBUG": "bindings"])
    let bindings = started.errors.split(separator: "\n").filter { $0.contains("`mbedtls_x509_crt_parse_file'") }
    #expect(started.status == 0, "\(started)")
    #expect(bindings.allSatisfy { $0.contains("/relscope [0]: normal symbol") }, "\(bindings)")
    let usesMbedTLS = started.errors.contains("`mbedtls_x509_crt_init'")
    #expect(usesMbedTLS == !bindings.isEmpty)
  }
}
