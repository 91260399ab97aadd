import Foundation
import TestSupport
import Testing

/// Which of the programs can reach a network.
struct NetworkTests {
  private func run(_ name: String, _ arguments: String...) async throws -> String {
    let folder = try TemporaryFolder()
    let result = try await Program(name, environment: CleanEnvironment(home: folder.path)).run(arguments)
    try #require(result.status == 0, "\(result)")
    return result.output
  }

  @Test func `links no network code into the program of the hooks`() async throws {
    let relscope = try BuiltProgram.path("relscope")
    let remote = try BuiltProgram.path("relscope-remote")
    let remoteLibraries = try await run("ldd", remote)
    #expect(remoteLibraries.contains("libcurl"), "the test looks for the wrong name")
    let libraries = try await run("ldd", relscope)
    #expect(!libraries.contains("libcurl") && !libraries.contains("FoundationNetworking"), "\(libraries)")

    let names: [String]
    let forbidden: [String]
    if libraries.contains("libgit2") {
      names = try await run("nm", "-D", "--undefined-only", relscope).split { " \n".contains($0) }.map(String.init)
      // libgit2 has a network of its own, which is reached by these only.
      forbidden = [
        "git_remote_connect", "git_remote_download", "git_remote_fetch", "git_remote_ls", "git_remote_push",
        "git_remote_upload", "git_clone", "git_submodule_clone", "git_submodule_update",
      ]
    } else {
      names = try await run("nm", relscope).split { " \n".contains($0) }.map(String.init)
      forbidden = [
        "git_smart_subtransport", "git_transport_register", "git_socket_stream", "git_mbedtls_stream_new",
        "git_openssl_stream_new", "libssh2_session", "mbedtls_ssl", "gss_",
      ]
    }
    for name in Set(names) {
      let isNetwork =
        name.contains("FoundationNetworking") || (forbidden + ["curl_", "SSL_"]).contains { name.hasPrefix($0) }
      #expect(!isNetwork, "\(name)")
    }
    #expect(names.contains { $0.hasPrefix("git_odb_") })
  }
}
