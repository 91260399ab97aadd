import Foundation
import TestSupport
import Testing

/// The scripts of the package, on a machine that is made up of stand-ins.
struct ScriptTests {
  /// A folder that comes first in `PATH`: what is in it stands for the program of its name.
  private struct Machine {
    let folder: TemporaryFolder
    let environment: CleanEnvironment

    /// `programs` has the shell commands of each.
    init(_ programs: [String: String]) throws {
      folder = try TemporaryFolder()
      for (name, commands) in programs {
        let file = try folder.write("bin/\(name)", "#!/bin/sh\n\(commands)\n")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
      }
      environment = CleanEnvironment(home: folder.path).setting(["PATH": "\(folder.path)/bin:/usr/bin:/bin"])
    }

    func run(_ script: String, _ arguments: String...) async throws -> ProgramResult {
      try await Program(PackageFolder.path + "/scripts/" + script, environment: environment).run(arguments)
    }

    /// What the stand-ins for apt-get and sudo were called with.
    func calls() -> String {
      (try? String(contentsOfFile: folder.path + "/calls", encoding: .utf8)) ?? ""
    }
  }

  private static let swift = "echo 'Swift version 6.3.1 (swift-6.3.1-RELEASE)'"
  private static let apt = "echo \"$@\" >>\"$HOME/calls\""

  @Test func `installs what is missing, and only that`() async throws {
    let machine = try Machine([
      "swift": Self.swift, "apt-get": Self.apt, "sudo": "exec \"$@\"", "git": "", "nicety": "",
      "pkg-config": "[ \"$2\" != libgit2 ]",
    ])
    let result = try await machine.run("install-dependencies", "nicety", "oddity-nobody-has")
    #expect(result.status == 0, "\(result)")
    let lines = machine.calls().split(separator: "\n").map(String.init)
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("update") == true)
    #expect(lines.last?.hasSuffix(" libgit2-dev oddity-nobody-has") == true)
  }

  @Test func `leaves the machine alone when nothing is missing`() async throws {
    let machine = try Machine(["swift": Self.swift, "apt-get": Self.apt, "sudo": Self.apt, "git": "", "pkg-config": ""])
    let result = try await machine.run("install-dependencies")
    #expect(result.status == 0, "\(result)")
    #expect(result.output.isEmpty && result.errors.isEmpty)
    #expect(machine.calls().isEmpty)
  }

  @Test func `says when the packages cannot be installed`() async throws {
    let machine = try Machine([
      "swift": Self.swift, "apt-get": "exit 100", "sudo": "exec \"$@\"", "git": "", "pkg-config": "exit 1",
    ])
    let result = try await machine.run("install-dependencies")
    #expect(result.status == 100, "\(result)")
    #expect(result.errors.contains("libgit2-dev libssl-dev libdeflate-dev libexpat1-dev"))
  }

  @Test(arguments: [
    ("6.1.2", false), ("5.10", false), ("6.2", true), ("6.2.3", true), ("6.10", true), ("7.0", true), ("?", false),
  ])
  func `asks for Swift 6.2 or later`(version: String, isEnough: Bool) async throws {
    let machine = try Machine([
      "swift": "echo 'swift-driver version: 1.127'; echo 'Swift version \(version) (swift-RELEASE)'", "git": "",
      "pkg-config": "",
    ])
    let result = try await machine.run("install-dependencies")
    #expect((result.status == 0) == isEnough, "\(result)")
    #expect(result.errors.contains("needs Swift 6.2 or later") == !isEnough)
  }

  @Test func `makes the same sample release each time`() async throws {
    let machine = try Machine([:])
    var tips: Set<String> = []
    for name in ["one", "two"] {
      let folder = machine.folder.path + "/" + name
      let made = try await machine.run("sample-release", folder)
      try #require(made.status == 0, "\(made)")
      #expect(made.output.isEmpty && made.errors.isEmpty)
      let refs = try await Program("git", environment: machine.environment).run(["for-each-ref"], in: folder)
      tips.insert(refs.output)
    }
    #expect(tips.count == 1)
    let again = try await machine.run("sample-release", machine.folder.path + "/one")
    #expect(again.status == 73)
    let unnamed = try await machine.run("sample-release")
    #expect(unnamed.status == 64)
  }
}
