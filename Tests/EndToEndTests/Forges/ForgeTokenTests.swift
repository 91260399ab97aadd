import Foundation
import ForgeServer
import TestSupport
import Testing

/// Where the token for a forge comes from, and where it never goes.
struct ForgeTokenTests {
  @Test(
    arguments: [
      (.github, [:], "Authorization", "Bearer let-me-in-4711"), (.gitlab, [:], "PRIVATE-TOKEN", "let-me-in-4711"),
      (.gitea, [:], "Authorization", "token let-me-in-4711"),
      (.bitbucketDataCenter, [:], "Authorization", "Bearer let-me-in-4711"),
      (.bitbucketCloud, [:], "Authorization", "Bearer let-me-in-4711"),
      (
        .bitbucketCloud, ["RELSCOPE_FORGE_USER": "dana@example.com"], "Authorization",
        "Basic \(ForgedRelease.secrets[1])"
      ),
    ] as [(ForgeSite.Face, [String: String], String, String)])
  func `sends the token as the forge wants it`(
    face: ForgeSite.Face, environment: [String: String], name: String, value: String
  ) async throws {
    let release = try await ForgedRelease(on: face)
    let result = try await release.run("show", setting: environment.mapValues { $0 })
    #expect(result.status == 0, "\(result)")
    let sent = Set(
      release.server.visits.map { visit in
        visit.headers.first { $0.key.lowercased() == name.lowercased() }?.value
      })
    #expect(sent == [value])
  }

  @Test(arguments: [(true, 0), (false, 77)] as [(Bool, Int32)])
  func `takes a service's own variable for its own host alone`(isOwn: Bool, status: Int32) async throws {
    let release = try await ForgedRelease(on: .github)
    let server = isOwn ? release.server.address : "https://github.com"
    let result = try await release.run(
      "show",
      setting: [
        "RELSCOPE_FORGE_TOKEN": nil, "GITHUB_TOKEN": "let-me-in-4711", "GITLAB_TOKEN": "other",
        "GITHUB_SERVER_URL": server,
      ])
    #expect(result.status == status, "\(result)")
    let sent = Set(release.server.visits.map { $0.headers["Authorization"] })
    #expect(sent == (isOwn ? ["Bearer let-me-in-4711"] : [nil]))
  }

  @Test(arguments: [(ForgeFault?.none, "store"), (.expiredToken, "erase")])
  func `has the token from git's credential helpers, which it tells whether it is good`(
    fault: ForgeFault?, verb: String
  ) async throws {
    let release = try await ForgedRelease(on: .github, faults: [fault].compactMap(\.self))
    let repository = release.repository
    let notes = repository.folder.path + "/notes"
    let helper = try repository.folder.write(
      "helper",
      """
      #!/bin/sh
      echo "$1" >>"\(notes)"
      [ "$1" = get ] || exit 0
      echo "username=x-access-token"
      echo "password=let-me-in-4711"
      """)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: helper)
    try await repository.git("config", "--global", "credential.helper", helper)
    let result = try await release.run("post", setting: ["RELSCOPE_FORGE_TOKEN": nil])
    #expect(result.status == (fault == nil ? 0 : 77), "\(result)")
    #expect(try String(contentsOfFile: notes, encoding: .utf8) == "get\n\(verb)\n")
    #expect(release.server.visits.first?.headers["Authorization"] == "Bearer let-me-in-4711")
  }

  @Test(arguments: ForgeSite.Face.allCases)
  func `writes the token nowhere`(face: ForgeSite.Face) async throws {
    let release = try await ForgedRelease(on: face)
    let keys = release.repository.folder.path + "/keys"
    // What a child of the program can see of it: the words that it and those above it were started with, and its
    // variables.
    let seen = release.repository.folder.path + "/seen"
    let path = try ssh(
      in: release,
      """
      { env; process=$$; while [ "$process" -gt 1 ]; do tr '\\0' ' ' <"/proc/$process/cmdline"; echo
        process=$(cut -d ' ' -f 4 "/proc/$process/stat"); done; } >>"\(seen)"
      echo 'hostname git.corp'
      """)
    try await release.repository.git("remote", "set-url", "origin", "work:acme/web.git")
    for arguments in [
      ["post"], ["post", "--nonsense"], ["show", "--format", "json"], ["post", "--remote", "nobody"],
    ] {
      let result = try await Relscope(for: release.repository).run(
        ["pull-request"] + arguments, in: release.repository.path,
        setting: ["RELSCOPE_FORGE_TOKEN": "let-me-in-4711", "SSLKEYLOGFILE": keys, "PATH": path])
      for secret in ForgedRelease.secrets {
        #expect(!result.output.contains(secret) && !result.errors.contains(secret), "\(result)")
      }
    }
    for secret in ForgedRelease.secrets {
      // Everything that the runs could have written is in the temporary folder.
      let found = try await Program("grep", environment: release.repository.environment)
        .run(["-rlF", "--", secret, release.repository.folder.path])
      #expect(found.status == 1, "\(found)")
      #expect(release.server.visits.allSatisfy { !$0.target.contains(secret) && !$0.body.contains(secret) })
    }
    #expect(try String(contentsOfFile: seen, encoding: .utf8).contains("relscope-remote pull-request post"))
    #expect(!FileManager.default.fileExists(atPath: keys))
    #expect(release.own.count == 1)
  }

  /// Puts a program in place of ssh.
  ///
  /// - Returns: The `PATH` with it.
  private func ssh(in release: ForgedRelease, _ script: String) throws -> String {
    let folder = try release.repository.folder.makeFolder("bin")
    let file = try release.repository.folder.write("bin/ssh", "#!/bin/sh\n\(script)\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
    return folder + ":" + (release.repository.environment.variables["PATH"] ?? "")
  }

  @Test func `has ssh say what an alias of a host stands for`() async throws {
    let release = try await ForgedRelease(on: .github)
    let path = try ssh(in: release, "[ \"$1 $2\" = '-G work' ] && echo 'user git' && echo 'hostname Git.Corp'")
    try await release.repository.git("remote", "set-url", "origin", "work:acme/web.git")
    let result = try await release.run("show", setting: ["PATH": path])
    #expect(result.output.hasPrefix("pull request 12"), "\(result)")
  }

  @Test func `reads the address as git would use it`() async throws {
    let release = try await ForgedRelease(on: .github)
    try await release.repository.git("remote", "set-url", "origin", "corp:acme/web.git")
    try await release.repository.git("config", "url.https://git.corp/.insteadOf", "corp:")
    let result = try await release.run("show")
    #expect(result.output.hasPrefix("pull request 12"), "\(result)")
  }
}
