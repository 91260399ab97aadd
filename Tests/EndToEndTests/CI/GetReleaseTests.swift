import Foundation
import ReleaseHost
import TestSupport
import Testing

/// A released relscope, fetched by `scripts/get-release` and by the action, in an environment without Swift.
struct GetReleaseTests {
  private static let script = PackageFolder.path + "/scripts/get-release"

  private func run(_ host: ReleaseHost, _ folder: TemporaryFolder, _ arguments: String...) async throws -> ProgramResult
  {
    let environment = CleanEnvironment(home: folder.path).setting([
      "PATH": "/usr/bin:/bin", "RELSCOPE_DOWNLOAD_URL": host.address, "RELSCOPE_CACHE": folder.path + "/cache",
    ])
    return try await Program("/bin/sh", environment: environment).run([Self.script] + arguments)
  }

  private func leftovers(_ folder: TemporaryFolder) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/cache")) ?? []).filter {
      $0.hasPrefix("get.")
    }
  }

  @Test func `is fetched once, and checks a release`() async throws {
    let repository = try await GitRepository.passing()
    let folder = repository.folder
    let host = try await ReleaseHost(BuiltRelease(folder).files())
    for _ in 0..<2 {
      let got = try await run(host, folder)
      try #require(got.status == 0, "\(got)")
      let program = String(got.output.dropLast()) + "/relscope"
      let check = try await Program(program, environment: repository.environment)
        .run(["check", "--repo", repository.path, "--base", "main", "--release", "release/2.4.0"])
      #expect(check.status == 0, "\(check)")
    }
    #expect(host.asked == ["v0.1.0/SHA256SUMS", "v0.1.0/\(BuiltRelease.name).tar.gz"])
    #expect(leftovers(folder) == [])
  }

  @Test func `is fetched again where what is kept was changed`() async throws {
    let folder = try TemporaryFolder()
    let host = try await ReleaseHost(BuiltRelease(folder).files())
    let got = try await run(host, folder)
    try "changed".write(toFile: String(got.output.dropLast()) + "/relscope", atomically: true, encoding: .utf8)
    #expect(try await run(host, folder).status == 0)
    #expect(host.asked.count == 4)
  }

  enum Fault: String, CaseIterable {
    case otherChecksum, cutOff, pageForSums, pageForTarball, noSums, otherMachine, serviceDown, otherVersion,
      doesNotStart
  }

  @Test(arguments: [
    (Fault.otherChecksum, 65, "is not what SHA256SUMS says"), (.cutOff, 65, "is not what SHA256SUMS says"),
    (.pageForSums, 65, "has no checksum of"), (.pageForTarball, 65, "is not what SHA256SUMS says"),
    (.noSums, 66, "there is no http"), (.otherMachine, 65, "has no checksum of"), (.serviceDown, 69, "answers 503"),
    (.otherVersion, 65, "holds 'relscope 9.9.9', not relscope 0.1.0"), (.doesNotStart, 65, "does not start here"),
  ])
  func `is refused, and nothing is kept`(fault: Fault, status: Int, message: String) async throws {
    let folder = try TemporaryFolder()
    let program =
      switch fault {
      case .otherVersion: "#!/bin/sh\necho relscope 9.9.9\n"
      case .doesNotStart: "#!/no/such/shell\n"
      default: nil as String?
      }
    let release = try await BuiltRelease(folder, program: program)
    var files = try release.files()
    func sums(_ checksum: String, _ name: String) -> ReleaseHost.Answer { .file(Data("\(checksum)  \(name)\n".utf8)) }
    switch fault {
    case .otherChecksum:
      files[BuiltRelease.sumsPath] = sums(String(repeating: "0", count: 64), "\(BuiltRelease.name).tar.gz")
    case .cutOff: files[BuiltRelease.tarballPath] = .file(release.tarball.dropLast(20))
    case .pageForTarball: files[BuiltRelease.tarballPath] = .page(status: 200)
    case .otherMachine: files[BuiltRelease.sumsPath] = sums(release.checksum, "relscope-0.1.0-linux-sparc.tar.gz")
    case .noSums: files[BuiltRelease.sumsPath] = nil
    case .pageForSums: files[BuiltRelease.sumsPath] = .page(status: 200)
    case .serviceDown: files[BuiltRelease.sumsPath] = .page(status: 503)
    case .otherVersion, .doesNotStart: break
    }
    let host = try await ReleaseHost(files)
    let result = try await run(host, folder)
    #expect(result.status == status, "\(result)")
    #expect(result.errors.contains(message), "\(result)")
    #expect(result.output == "")
    #expect(leftovers(folder) == [])
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/cache/\(BuiltRelease.name)"))
  }

  @Test(
    arguments: [
      (["0.1.0; id"], [:], "'0.1.0; id' is no version"),
      ([], ["RELSCOPE_DOWNLOAD_URL": nil], "RELSCOPE_DOWNLOAD_URL does not say where releases are"),
      ([], ["RELSCOPE_DOWNLOAD_URL": "http://example.com"], "does not begin with https://"),
      ([], ["RELSCOPE_DOWNLOAD_URL": "file:///etc"], "does not begin with https://"),
    ] as [([String], [String: String?], String)])
  func `says what is wrong with the question`(
    arguments: [String], variables: [String: String?], message: String
  ) async throws {
    let folder = try TemporaryFolder()
    let environment = CleanEnvironment(home: folder.path).setting(["RELSCOPE_DOWNLOAD_URL": "https://127.0.0.1:1"])
      .setting(variables)
    let result = try await Program("/bin/sh", environment: environment).run([Self.script] + arguments)
    #expect(result.status == 64, "\(result)")
    #expect(result.errors.contains(message), "\(result)")
  }

  @Test func `is what the action runs`() async throws {
    let folder = try TemporaryFolder()
    let host = try await ReleaseHost(BuiltRelease(folder).files())
    let path = folder.path + "/path"
    let environment = CleanEnvironment(home: folder.path).setting([
      "PATH": "/usr/bin:/bin", "RELSCOPE_DOWNLOAD_URL": host.address, "RUNNER_TOOL_CACHE": folder.path + "/tools",
      "GITHUB_PATH": path, "GITHUB_ACTION_PATH": PackageFolder.path,
    ])
    let result = try await Program("/bin/bash", environment: environment).run([
      PackageFolder.path + "/scripts/action-install"
    ])
    #expect(result.status == 0, "\(result)")
    #expect(result.output.hasPrefix("relscope 0.1.0\n"))
    let expected = folder.path + "/tools/relscope/\(BuiltRelease.name)/bin\n"
    #expect(try String(contentsOfFile: path, encoding: .utf8) == expected)
  }
}
