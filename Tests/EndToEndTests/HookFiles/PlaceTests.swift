import Foundation
import TestSupport
import Testing

/// Where the hooks go: where git looks for them, and only inside of this repository.
struct PlaceTests {
  @Test func `a linked worktree shares the hooks of its repository`() async throws {
    let repository = try await GitRepository(name: "shop with blanks")
    try await repository.commit("SHOP-1 Start")
    try await repository.git("branch", "other")
    let worktree = try await repository.addWorktree("other")
    let standIn = try ProgramStandIn(for: repository)
    let result = try await worktree.installHooks("--program", standIn.path)
    #expect(result.status == 0, "\(result)")
    #expect(try FolderSnapshot(repository.path + "/.git/hooks").names == InstallationTests.clientHooks)
    for place in [repository, worktree] {
      try await place.git(
        "push", "--quiet", repository.path, "HEAD:refs/heads/copy-of-\(try await place.git("branch", "--show-current"))"
      )
      #expect(try standIn.calls(of: "pre-push").count == 2)
    }
    #expect(try await worktree.uninstallHooks().status == 0)
    #expect(try FolderSnapshot(repository.path + "/.git/hooks").names == [])
  }

  @Test(arguments: ["team hooks", "./team hooks/", "{work tree}/team hooks"])
  func `a folder of the work tree gets hooks that others can use too`(path: String) async throws {
    let repository = try await GitRepository(name: "shop with blanks")
    let standIn = try ProgramStandIn(for: repository)
    let configured = path.replacingOccurrences(of: "{work tree}", with: repository.path)
    try await repository.git("config", "core.hooksPath", configured)
    let folder = repository.path + "/sub/folder"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let result = try await repository.installHooks(in: folder)
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("may be committed, so the hooks look for relscope in PATH"))
    let file = repository.path + "/team hooks/pre-push"
    #expect(try String(contentsOfFile: file, encoding: .utf8).contains("\nrelscope=relscope\n"))
    #expect(try FolderSnapshot(repository.path + "/.git/hooks").names == [])
    let standInFolder = URL(fileURLWithPath: standIn.path).deletingLastPathComponent().path
    let search = standInFolder + ":" + (repository.environment.variables["PATH"] ?? "")
    try await repository.git(["commit", "--quiet", "--allow-empty", "-m", "SHOP-1 Start"], setting: ["PATH": search])
    #expect(try standIn.calls(of: "commit-msg").count == 1)
    #expect(try await repository.uninstallHooks().status == 0)
    #expect(!FileManager.default.fileExists(atPath: repository.path + "/team hooks"))
  }

  @Test func `does not write where other repositories have their hooks, unless it is forced to`() async throws {
    let repository = try await GitRepository()
    let shared = try repository.folder.makeFolder("home/shared hooks")
    try await repository.git("config", "--global", "core.hooksPath", "~/shared hooks")
    let result = try await repository.installHooks()
    #expect(result.status == 73, "\(result)")
    #expect(result.errors.contains("core.hooksPath is '\(shared)'"))
    #expect(result.errors.contains("--force"))
    #expect(try FolderSnapshot(shared).names == [])
    let forced = try await repository.installHooks("--force")
    #expect(forced.status == 0, "\(forced)")
    #expect(try FolderSnapshot(shared).names == InstallationTests.clientHooks)
    #expect(try await repository.uninstallHooks().status == 73)
    #expect(try FolderSnapshot(shared).names == InstallationTests.clientHooks)
    #expect(try await repository.uninstallHooks("--force").status == 0)
  }

  /// libgit2 reads no configuration of a worktree's own, and knows fewer conditions than git.
  @Test(arguments: ["worktree", "include", "environment"])
  func `git says where the hooks are`(how: String) async throws {
    let repository = try await GitRepository()
    let folder = repository.path + "/.git/gates"
    var environment: [String: String?] = [:]
    switch how {
    case "worktree":
      try await repository.git("config", "extensions.worktreeConfig", "true")
      try await repository.git("config", "--worktree", "core.hooksPath", folder)
    case "include":
      try repository.folder.write("home/more", "[core]\n\thooksPath = \(folder)\n")
      try await repository.git("remote", "add", "origin", "https://git.example.com/shop.git")
      try await repository.git("config", "--global", "includeIf.hasconfig:remote.*.url:https://**.path", "~/more")
    default:
      environment = ["GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.hooksPath", "GIT_CONFIG_VALUE_0": folder]
    }
    let result = try await Relscope(for: repository)
      .run(["hooks", "install", "--repo", repository.path], setting: environment)
    #expect(result.status == 0, "\(result)")
    #expect(try FolderSnapshot(folder).names == InstallationTests.clientHooks)
  }

  @Test func `a strict mask of the caller does not hide a hook from the users of a server`() async throws {
    let server = try await GitRepository(bare: true)
    try FileManager.default.removeItem(atPath: server.path + "/hooks")
    let result = try await Program("/bin/sh", environment: server.environment)
      .run(["-c", "umask 077; exec \"$0\" hooks install --server", try BuiltProgram.path("relscope")], in: server.path)
    #expect(result.status == 0, "\(result)")
    for path in ["/hooks", "/hooks/pre-receive"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: server.path + path)
      #expect(attributes[.posixPermissions] as? Int == 0o755)
    }
  }

  @Test func `does not follow a link out of the repository`() async throws {
    let repository = try await GitRepository()
    let shared = try repository.folder.makeFolder("home/shared")
    let folder = try await repository.hooksFolder()
    try FileManager.default.removeItem(atPath: folder)
    try FileManager.default.createSymbolicLink(atPath: folder, withDestinationPath: shared)
    let result = try await repository.installHooks()
    #expect(result.status == 73, "\(result)")
    #expect(try FolderSnapshot(shared).names == [])
  }

  @Test(arguments: ["/dev/null", ""])
  func `says so when hooks are switched off`(path: String) async throws {
    let repository = try await GitRepository()
    try await repository.git("config", "core.hooksPath", path)
    let result = try await repository.installHooks("--force")
    #expect(result.status == 73, "\(result)")
    #expect(result.errors.contains("git runs no hooks here"))
    let status = try await repository.hookStatus()
    #expect(
      status.output.contains("merge --no-ff:                      not gated; git runs no hooks here"), "\(status)")
  }

  @Test func `says so when a file is in the place of the folder`() async throws {
    let repository = try await GitRepository()
    let folder = try await repository.hooksFolder()
    try FileManager.default.removeItem(atPath: folder)
    try TemporaryFolder.write(Data("mine".utf8), to: folder)
    let result = try await repository.installHooks()
    #expect(result.status == 73, "\(result)")
    #expect(try String(contentsOfFile: folder, encoding: .utf8) == "mine")
  }

  // MARK: - Servers

  @Test func `a bare repository gets its hooks only as a server`() async throws {
    let server = try await GitRepository(name: "shop with blanks.git", bare: true)
    let refused = try await server.installHooks()
    #expect(refused.status == 64, "\(refused)")
    #expect(refused.errors.contains("add --server"))
    #expect(try FolderSnapshot(server.path + "/hooks").names == [])
    let result = try await server.installHooks("--server")
    #expect(result.status == 0, "\(result)")
    #expect(try FolderSnapshot(server.path + "/hooks").names == ["pre-receive"])
  }

  @Test(arguments: ["pre-receive", "update"])
  func `a server asks relscope about a push, after the hook that was there`(hook: String) async throws {
    let server = try await GitRepository(name: "shop with blanks.git", bare: true)
    let repository = try await GitRepository()
    try await repository.commit("SHOP-1 Start")
    let standIn = try ProgramStandIn(for: server)
    try await server.makeHook(hook, "echo \"$0\" >\"$HOME/kept\"; echo the earlier hook")
    let installed = try await server.installHooks(hook, "--program", standIn.path)
    #expect(installed.status == 0, "\(installed)")
    let id = try await repository.id(of: "HEAD")
    let zeros = String(repeating: "0", count: 40)
    let expected =
      hook == "update"
      ? ["called: [hook] [update] [refs/heads/main] [\(zeros)] [\(id)]"]
      : ["called: [hook] [pre-receive]", "read: \(zeros) \(id) refs/heads/main"]
    try standIn.end(with: 1)
    let refused = try await repository.run(["push", server.path, "main"])
    #expect(refused.status == 1, "\(refused)")
    #expect(refused.errors.contains("remote: the earlier hook"))
    #expect(try standIn.calls(of: hook) == expected)
    try standIn.end(with: 0)
    try await repository.git("push", "--quiet", server.path, "main")
    #expect(try standIn.calls(of: hook) == expected)
    #expect(try await server.id(of: "main") == id)
  }

  /// Gitea and Forgejo: `hooks/pre-receive` runs all files of `hooks/pre-receive.d`.
  @Test func `a server with a folder for hooks gets the text there`() async throws {
    let server = try await GitRepository(bare: true)
    let standIn = try ProgramStandIn(for: server)
    try await server.makeHook(
      "pre-receive",
      """
      data=$(cat)
      # Written by Gitea
      name=$(basename "$0")
      for hook in "hooks/$name.d"/*; do printf '%s\\n' "$data" | "$hook" || exit; done
      """)
    try await server.makeHook("pre-receive.d/gitea", "exit 0")
    let refused = try await server.installHooks("--server")
    #expect(refused.status == 73, "\(refused)")
    #expect(refused.errors.contains("relscope hooks show pre-receive >'\(server.path)/hooks/pre-receive.d/relscope'"))
    let text = try await Relscope(for: server).run(["hooks", "show", "pre-receive", "--program", standIn.path])
    #expect(text.status == 0, "\(text)")
    try ProgramStandIn.makeExecutable(server.path + "/hooks/pre-receive.d/relscope", text.output)
    let repository = try await GitRepository()
    try await repository.commit("SHOP-1 Start")
    try standIn.end(with: 1)
    #expect(try await repository.run(["push", server.path, "main"]).status == 1)
    try standIn.end(with: 0)
    #expect(try await repository.run(["push", server.path, "main"]).status == 0)
    #expect(try standIn.calls(of: "pre-receive").filter { $0.hasPrefix("read: ") }.count == 2)
    let status = try await server.hookStatus().output
    #expect(status.contains("push to this repository:  pre-receive, by a hook that calls relscope"), "\(status)")
  }

  @Test func `a relative path of a bare repository starts there`() async throws {
    let server = try await GitRepository(bare: true)
    try await server.git("config", "core.hooksPath", "gates")
    let result = try await server.installHooks("--server")
    #expect(result.status == 0, "\(result)")
    #expect(try FolderSnapshot(server.path + "/gates").names == ["pre-receive"])
  }

  // MARK: - The base

  @Test(arguments: [
    (["--base", "trunk"], "trunk"), ([], "stable"), (["--base", "it's"], #"it'\''s"#),
  ])
  func `a reference transaction knows the base`(arguments: [String], written: String) async throws {
    let repository = try await GitRepository()
    try await repository.commit("SHOP-1 Start", files: [".relscope.yml": "base: stable\n"])
    let result = try await Relscope(for: repository).run(
      ["hooks", "install", "reference-transaction"] + arguments, in: repository.path)
    #expect(result.status == 0, "\(result)")
    let file = try String(contentsOfFile: repository.path + "/.git/hooks/reference-transaction", encoding: .utf8)
    #expect(file.contains("\nbase='\(written)'\n"), "\(file)")
  }

  @Test func `the base is the branch that the remote's HEAD names`() async throws {
    let repository = try await GitRepository()
    try await repository.commit("SHOP-1 Start")
    try await repository.git("branch", "-m", "trunk")
    let clone = try await repository.clone()
    try await clone.checkout(new: "feature/SHOP-2")
    _ = try await clone.installHooks()
    let file = try String(contentsOfFile: clone.path + "/.git/hooks/reference-transaction", encoding: .utf8)
    #expect(file.contains("\nbase='trunk'\n"), "\(file)")
  }
}
