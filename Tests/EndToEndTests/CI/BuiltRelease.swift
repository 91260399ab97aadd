import Foundation
import ReleaseHost
import TestSupport
import Testing

/// A release as `scripts/package` makes it, with a program in place of the packaged one.
struct BuiltRelease {
  static let version = "0.1.0"

  #if arch(arm64)
    private static let machine = "aarch64"
  #else
    private static let machine = "x86_64"
  #endif

  static var name: String { "relscope-\(version)-linux-\(machine)" }
  static var tarballPath: String { "v\(version)/\(name).tar.gz" }
  static var sumsPath: String { "v\(version)/SHA256SUMS" }

  let tarball: Data
  /// That of the tarball, in hexadecimal digits.
  let checksum: String

  /// - Parameter program: A script; without it one that runs the program that was built, from wherever it is.
  init(_ folder: TemporaryFolder, program: String? = nil) async throws {
    let program = try program ?? "#!/bin/sh\nexec '\(BuiltProgram.path("relscope"))' \"$@\"\n"
    let bin = try folder.makeFolder(Self.name) + "/bin"
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    try program.write(toFile: bin + "/relscope", atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: bin + "/relscope")
    let environment = CleanEnvironment(home: folder.path)
    let file = folder.path + "/out.tar.gz"
    let made = try await Program("tar", environment: environment).run(["-C", folder.path, "-czf", file, Self.name])
    try #require(made.status == 0, "\(made)")
    tarball = try Data(contentsOf: URL(fileURLWithPath: file))
    checksum = String(try await Program("sha256sum", environment: environment).run([file]).output.prefix(64))
  }

  /// What the release host has of it.
  func files() throws -> [String: ReleaseHost.Answer] {
    let script = try Data(contentsOf: URL(fileURLWithPath: PackageFolder.path + "/scripts/get-release"))
    return [
      Self.sumsPath: .file(Data("\(checksum)  \(Self.name).tar.gz\n".utf8)), Self.tarballPath: .file(tarball),
      "v\(Self.version)/get-release": .file(script),
    ]
  }
}
