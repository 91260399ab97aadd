import Foundation
import TestSupport
import Testing

/// What installing and uninstalling hooks does to the files.
struct InstallationTests {
  static let clientHooks = ["commit-msg", "pre-commit", "pre-merge-commit", "pre-push", "reference-transaction"]

  @Test func `installs the hooks for people by default`() async throws {
    let repository = try await GitRepository(name: "my shop's \"best\" $HOME")
    let standIn = try ProgramStandIn(for: repository)
    let result = try await repository.installHooks("--program", standIn.path)
    #expect(result.status == 0, "\(result)")
    #expect(try FolderSnapshot(try await repository.hooksFolder()).names == Self.clientHooks)
    try await repository.commit("SHOP-1 Start")
    #expect(try standIn.calls(of: "commit-msg") == ["called: [hook] [commit-msg] [.git/COMMIT_EDITMSG]"])
    let server = try await GitRepository(bare: true)
    try await repository.git("push", "--quiet", server.path, "HEAD:refs/heads/x")
    let id = try await repository.id(of: "HEAD")
    #expect(
      try standIn.calls(of: "pre-push") == [
        "called: [hook] [pre-push] [\(server.path)] [\(server.path)]",
        "read: HEAD \(id) refs/heads/x \(String(repeating: "0", count: 40))",
      ])
  }

  @Test func `starts the program that installed it`() async throws {
    let repository = try await GitRepository()
    _ = try await repository.installHooks("pre-push")
    let text = try String(contentsOfFile: try await repository.hooksFolder() + "/pre-push", encoding: .utf8)
    let program = URL(fileURLWithPath: try BuiltProgram.path("relscope")).resolvingSymlinksInPath().path
    #expect(text.contains("\nrelscope='\(program)'\n"))
  }

  @Test func `starts it by the link that it was called by, which outlives a version`() async throws {
    let repository = try await GitRepository()
    let link = repository.folder.path + "/home/relscope"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: try BuiltProgram.path("relscope"))
    let path = try await Program("/bin/sh", environment: repository.environment)
      .run(["-c", "PATH=$HOME:$PATH; relscope hooks install pre-push"], in: repository.path)
    #expect(path.status == 0, "\(path)")
    let text = try String(contentsOfFile: try await repository.hooksFolder() + "/pre-push", encoding: .utf8)
    #expect(text.contains("\nrelscope='\(link)'\n"))
  }

  @Test func `installing twice changes nothing`() async throws {
    let repository = try await GitRepository()
    try await repository.makeHook("pre-push", "exit 0")
    _ = try await repository.installHooks()
    let once = try FolderSnapshot(try await repository.hooksFolder())
    let again = try await repository.installHooks()
    #expect(again.status == 0, "\(again)")
    #expect(again.output.split(separator: "\n").filter { $0.hasSuffix(" unchanged") }.count == 5, "\(again)")
    #expect(try FolderSnapshot(try await repository.hooksFolder()) == once)
  }

  @Test func `brings its own file up to date, and no other`() async throws {
    let repository = try await GitRepository()
    let standIn = try ProgramStandIn(for: repository)
    try await repository.makeHook("pre-push", "exit 0")
    _ = try await repository.installHooks("--program", standIn.path)
    let before = try FolderSnapshot(try await repository.hooksFolder())
    let result = try await repository.installHooks("pre-push")
    #expect(result.output.contains("pre-push  updated"), "\(result)")
    let after = try FolderSnapshot(try await repository.hooksFolder())
    #expect(after.names == before.names)
    #expect(after.names.filter { after.entries[$0] != before.entries[$0] } == ["pre-push"])
  }

  @Test func `makes its file executable again`() async throws {
    let repository = try await GitRepository()
    _ = try await repository.installHooks("pre-push")
    let folder = try await repository.hooksFolder()
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder + "/pre-push")
    _ = try await repository.installHooks("pre-push")
    #expect(FileManager.default.isExecutableFile(atPath: folder + "/pre-push"))
  }

  @Test func `uninstalling puts everything back to the byte`() async throws {
    let repository = try await GitRepository()
    let folder = try await repository.hooksFolder()
    try await repository.makeHook("pre-push", "exit 0", mode: 0o750)
    try await repository.makeHook("pre-merge-commit", "exit 1", mode: 0o640)
    try TemporaryFolder.write(Data([0x23, 0x21, 0xFF, 0x00, 0x0A, 0xFE]), to: folder + "/pre-commit")
    try await repository.makeHook("commit-msg.sample", "exit 0")
    try FileManager.default.createSymbolicLink(atPath: folder + "/commit-msg", withDestinationPath: "commit-msg.sample")
    try FileManager.default.createSymbolicLink(atPath: folder + "/update", withDestinationPath: "nowhere")
    let before = try FolderSnapshot(folder)
    let installed = try await repository.installHooks(
      "pre-push", "pre-merge-commit", "pre-commit", "commit-msg", "reference-transaction", "update")
    #expect(installed.status == 0, "\(installed)")
    #expect(try FolderSnapshot(folder) != before)
    let result = try await repository.uninstallHooks()
    #expect(result.status == 0, "\(result)")
    #expect(try FolderSnapshot(folder) == before)
    let again = try await repository.uninstallHooks()
    #expect(again.status == 0, "\(again)")
    #expect(again.output == "no hook of relscope is installed here\n")
    #expect(try FolderSnapshot(folder) == before)
  }

  @Test func `makes the folder, and takes it away when it is empty`() async throws {
    let repository = try await GitRepository()
    let folder = try await repository.hooksFolder()
    try FileManager.default.removeItem(atPath: folder)
    let installed = try await repository.installHooks()
    #expect(installed.status == 0, "\(installed)")
    #expect(try FolderSnapshot(folder).names == Self.clientHooks)
    _ = try await repository.uninstallHooks("pre-push")
    #expect(try FolderSnapshot(folder).names.count == 4)
    _ = try await repository.uninstallHooks()
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test func `leaves a hook of somebody else alone when it uninstalls`() async throws {
    let repository = try await GitRepository()
    try await repository.makeHook("pre-push", "exit 0")
    let before = try FolderSnapshot(try await repository.hooksFolder())
    let result = try await repository.uninstallHooks("pre-push", "commit-msg")
    #expect(result.status == 0, "\(result)")
    #expect(result.output == "pre-push    not of relscope, and left alone\ncommit-msg  not installed\n")
    #expect(try FolderSnapshot(try await repository.hooksFolder()) == before)
  }

  @Test func `does not replace or remove its own text when somebody has changed it`() async throws {
    let repository = try await GitRepository()
    _ = try await repository.installHooks()
    let folder = try await repository.hooksFolder()
    let file = folder + "/commit-msg"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try ProgramStandIn.makeExecutable(file, text + "echo mine\n")
    let changed = try FolderSnapshot(folder)
    for result in [try await repository.installHooks(), try await repository.uninstallHooks()] {
      #expect(result.status == 73, "\(result)")
      #expect(result.errors.contains("not as 'hooks install' wrote it"))
      #expect(try FolderSnapshot(folder) == changed)
    }
    let forced = try await repository.installHooks("--force")
    #expect(forced.status == 0, "\(forced)")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
  }

  @Test func `writes nothing at all when one hook stands in the way`() async throws {
    let repository = try await GitRepository()
    try await repository.makeHook("commit-msg", "exit 0")
    try await repository.makeHook("commit-msg.relscope-kept", "exit 1")
    let folder = try await repository.hooksFolder()
    let before = try FolderSnapshot(folder)
    let result = try await repository.installHooks()
    #expect(result.status == 73, "\(result)")
    #expect(result.errors.contains("kept in '\(folder)/commit-msg.relscope-kept' already"))
    #expect(try FolderSnapshot(folder) == before)
  }

  @Test(arguments: ["basename \"$0\"", "echo ${0##*/}"])
  func `does not rename a hook that tells by its name what to do`(commands: String) async throws {
    let repository = try await GitRepository()
    try await repository.makeHook("pre-push", commands)
    let folder = try await repository.hooksFolder()
    let before = try FolderSnapshot(folder)
    let result = try await repository.installHooks()
    #expect(result.status == 73, "\(result)")
    #expect(result.errors.contains("relscope hook pre-push \"$@\""))
    #expect(try FolderSnapshot(folder) == before)
    #expect(try await repository.installHooks("--force").status == 0)
  }

  @Test func `leaves a hook alone that may call relscope, and says that it cannot tell until it has tried`()
    async throws
  {
    let repository = try await GitRepository()
    try await repository.commit("SHOP-1 Start")
    let program = try BuiltProgram.path("relscope")
    try await repository.makeHook("pre-push", "basename \"$0\"\n'\(program)' hook pre-push \"$@\"")
    let before = try FolderSnapshot(try await repository.hooksFolder())
    let result = try await repository.installHooks("pre-push")
    #expect(result.status == 1, "\(result)")
    #expect(
      result.output.hasPrefix("pre-push  left alone, and nobody can tell whether it calls relscope: "), "\(result)")
    let tried = try await repository.installHooks("--try", "pre-push")
    #expect(tried.status == 0, "\(tried)")
    #expect(tried.output.hasPrefix("pre-push  left alone: it calls relscope\n"), "\(tried)")
    #expect(try FolderSnapshot(try await repository.hooksFolder()) == before)
  }

  @Test func `brings the gate back when another tool has put its own hook back`() async throws {
    let repository = try await GitRepository()
    try await repository.makeHook("pre-push", "exit 0")
    #expect(try await repository.installHooks("pre-push").status == 0)
    try await repository.makeHook("pre-push", "exit 0")
    let again = try await repository.installHooks("pre-push")
    #expect(again.status == 0, "\(again)")
    #expect(try await repository.hookStatus().output.contains("push:                               pre-push\n"))
    #expect(try await repository.uninstallHooks("pre-push").status == 0)
    let left = try FolderSnapshot(try await repository.hooksFolder()).names
    #expect(left == ["pre-push"])
  }

  @Test func `mends a text of its own with the line ends of another system`() async throws {
    let repository = try await GitRepository()
    #expect(try await repository.installHooks("pre-push").status == 0)
    let path = try await repository.hooksFolder() + "/pre-push"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try ProgramStandIn.makeExecutable(path, text.replacing("\n", with: "\r\n"))
    let status = try await repository.hookStatus().output
    #expect(status.contains("not gated; pre-push has the line ends of another system"), "\(status)")
    let again = try await repository.installHooks("pre-push")
    #expect(again.status == 0, "\(again)")
    #expect(again.output.contains("add to .gitattributes: "), "\(again)")
    let mended = try String(contentsOfFile: path, encoding: .utf8)
    #expect(mended == text)
  }

  @Test func `does not take a folder for a hook`() async throws {
    let repository = try await GitRepository()
    _ = try FileManager.default.createDirectory(
      atPath: try await repository.hooksFolder() + "/pre-push", withIntermediateDirectories: true)
    let result = try await repository.installHooks()
    #expect(result.status == 73, "\(result)")
  }

  @Test(arguments: [(["nonsense"], "there is no hook 'nonsense'"), (["--program", "/nowhere"], "no program")])
  func `says what is wrong with its arguments`(arguments: [String], message: String) async throws {
    let repository = try await GitRepository()
    let result = try await Relscope(for: repository).run(["hooks", "install"] + arguments, in: repository.path)
    #expect([64, 66].contains(result.status), "\(result)")
    #expect(result.errors.contains(message), "\(result)")
    #expect(try FolderSnapshot(try await repository.hooksFolder()).names == [])
  }

  // MARK: - Interruption

  /// The limit on file sizes kills the program at its first byte, or makes that byte an error.
  @Test(arguments: [("", 153), ("trap '' XFSZ; ", 73)])
  func `leaves the hooks as they were when it is stopped while it writes`(before trap: String, status: Int) async throws
  {
    let repository = try await GitRepository()
    try await repository.makeHook("pre-push", "exit 0")
    let folder = try await repository.hooksFolder()
    let before = try FolderSnapshot(folder)
    let program = try BuiltProgram.path("relscope")
    let result = try await Program("/bin/bash", environment: repository.environment)
      .run(["-c", "\(trap)ulimit -c 0 -f 0; exec \"$0\" hooks install pre-push", program], in: repository.path)
    #expect(Int(result.status) == status, "\(result)")
    let after = try FolderSnapshot(folder)
    #expect(after.entries["pre-push"] == before.entries["pre-push"])
    let rest = after.names.filter { !$0.hasPrefix(".relscope-") }
    #expect(rest == ["pre-push", "pre-push.relscope-kept"], "the hook has its second name already")
    #expect(status == 153 || after.names == rest, "an error leaves no temporary file")
    #expect(try await repository.uninstallHooks("pre-push").status == 0)
    #expect(try FolderSnapshot(folder).entries["pre-push"] == before.entries["pre-push"])
    #expect(try FolderSnapshot(folder).entries["pre-push.relscope-kept"] == nil)
  }

  @Test func `goes on where it was killed before`() async throws {
    let repository = try await GitRepository()
    try await repository.makeHook("pre-push", "exit 0")
    let folder = try await repository.hooksFolder()
    let before = try FolderSnapshot(folder)
    try FileManager.default.linkItem(atPath: folder + "/pre-push", toPath: folder + "/pre-push.relscope-kept")
    let result = try await repository.installHooks("pre-push")
    #expect(result.status == 0, "\(result)")
    #expect(try FolderSnapshot(folder).entries["pre-push.relscope-kept"] == before.entries["pre-push"])
    _ = try await repository.uninstallHooks()
    #expect(try FolderSnapshot(folder) == before)
  }
}
