import Foundation
import TestSupport
import Testing

/// What the program says of itself.
struct VersionTests {
  private struct Written: Decodable {
    let version: String
    let libraries: [String: String]
  }

  @Test func `names its version and those of the libraries within`() async throws {
    let repository = try await GitRepository()
    let relscope = try Relscope(for: repository)
    let plain = try await relscope.run(["--version"])
    let lines = plain.output.split(separator: "\n")
    #expect(plain.status == 0 && lines.count == 2, "\(plain)")
    #expect(lines.first?.hasPrefix("relscope ") == true)
    let json = try await relscope.run(["--version", "--json"])
    let written = try JSONDecoder().decode(Written.self, from: Data(json.outputBytes))
    #expect(lines.first == "relscope \(written.version)")
    #expect(written.libraries.keys.sorted() == ["OpenSSL", "expat", "libcsv", "libdeflate", "libgit2", "libyaml"])
    for (name, version) in written.libraries {
      #expect(version.first?.isNumber == true)
      #expect(lines.last?.contains("\(name) \(version)") == true)
    }
  }
}
