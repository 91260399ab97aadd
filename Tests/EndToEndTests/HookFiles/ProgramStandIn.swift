import Foundation
import TestSupport

/// A program that takes the place of relscope behind a hook: it writes down how it is called, and ends as it is told.
struct ProgramStandIn {
  let path: String
  private let folder: String

  /// Makes one in the temporary folder of `repository`, which may have a name with blanks in it.
  init(for repository: GitRepository, folder name: String = "stand in") throws {
    folder = try repository.folder.makeFolder(name)
    path = folder + "/relscope"
    try Self.makeExecutable(
      path,
      """
      #!/bin/sh
      folder=$(dirname -- "$0")
      {
        printf 'called:'
        for argument in "$@"; do printf ' [%s]' "$argument"; done
        printf '\\n'
        env | grep '^PRE_COMMIT' | LC_ALL=C sort
        case " $* " in *" pre-push "* | *" pre-receive "* | *" reference-transaction "*) sed 's/^/read: /' ;; esac
      } >>"$folder/calls"
      exit "$(cat "$folder/status")"

      """)
    try end(with: 0)
  }

  func end(with status: Int) throws {
    try TemporaryFolder.write(Data("\(status)\n".utf8), to: folder + "/status")
  }

  /// What was written down since the last time, without reference transactions: those come with every command.
  func calls(of hook: String) throws -> [String] {
    let text = (try? String(contentsOfFile: folder + "/calls", encoding: .utf8)) ?? ""
    try? FileManager.default.removeItem(atPath: folder + "/calls")
    var lines: [String] = []
    var isWanted = false
    for line in text.split(separator: "\n").map(String.init) {
      if line.hasPrefix("called:") { isWanted = line.hasPrefix("called: [hook] [\(hook)]") }
      if isWanted { lines.append(line) }
    }
    return lines
  }

  static func makeExecutable(_ file: String, _ text: String, mode: Int = 0o755) throws {
    try TemporaryFolder.write(Data(text.utf8), to: file)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
  }
}

/// A folder to the last byte: for each name the mode, and the bytes or where the link leads.
struct FolderSnapshot: Equatable {
  let entries: [String: String]

  init(_ folder: String) throws {
    let files = FileManager.default
    var entries: [String: String] = [:]
    for name in (try? files.contentsOfDirectory(atPath: folder)) ?? [] {
      let path = "\(folder)/\(name)"
      let attributes = try files.attributesOfItem(atPath: path)
      let mode = (attributes[.posixPermissions] as? Int).map { String($0, radix: 8) } ?? "?"
      let inode = (attributes[.systemFileNumber] as? Int) ?? 0
      let contents =
        (try? files.destinationOfSymbolicLink(atPath: path)).map { "-> \($0)" }
        ?? files.contents(atPath: path)?.base64EncodedString() ?? "folder"
      entries[name] = "\(mode) \(inode) \(contents)"
    }
    self.entries = entries
  }

  var names: [String] { entries.keys.sorted() }
}

extension GitRepository {
  /// The folder where git itself looks for the hooks.
  func hooksFolder() async throws -> String {
    try await git("rev-parse", "--path-format=absolute", "--git-path", "hooks")
  }

  func makeHook(_ name: String, _ commands: String, mode: Int = 0o755) async throws {
    try ProgramStandIn.makeExecutable(
      try await hooksFolder() + "/" + name, "#!/bin/sh\n\(commands)\n", mode: mode)
  }

  func installHooks(_ arguments: String..., in folder: String? = nil) async throws -> ProgramResult {
    try await Relscope(for: self).run(["hooks", "install"] + arguments, in: folder ?? path)
  }

  func uninstallHooks(_ arguments: String...) async throws -> ProgramResult {
    try await Relscope(for: self).run(["hooks", "uninstall"] + arguments, in: path)
  }

  func hookStatus(setting changes: [String: String?] = [:]) async throws -> ProgramResult {
    try await Relscope(for: self).run(["hooks", "status"], in: path, setting: changes)
  }
}
