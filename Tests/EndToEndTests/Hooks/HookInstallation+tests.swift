import Foundation
import TestSupport

extension GitRepository {
  /// Copies the text `hooks/<name>` of this package to where git looks for the hook, and has it run the built program.
  ///
  /// With a `program` it runs that path instead, whether or not anything is there.
  func installHook(_ name: String, program: String? = nil) async throws {
    let text = try String(contentsOfFile: PackageFolder.path + "/hooks/" + name, encoding: .utf8)
    let program = try program ?? BuiltProgram.path("relscope")
    let quoted = "'" + program.replacingOccurrences(of: "'", with: "'\\''") + "'"
    var lines = text.components(separatedBy: "\n")
    guard let line = lines.firstIndex(of: "relscope=relscope") else { throw HookWithoutProgram(name: name) }
    lines[line] = "relscope=" + quoted
    let hook = try await gitHooksFolder() + "/" + name
    try TemporaryFolder.write(Data(lines.joined(separator: "\n").utf8), to: hook)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook)
  }

  /// Where git looks for hooks: in the repository itself, however many worktrees it has.
  private func gitHooksFolder() async throws -> String {
    let folder = try await git("rev-parse", "--git-path", "hooks")
    return folder.hasPrefix("/") ? folder : path + "/" + folder
  }

  /// What the skip log says, and an empty text if there is none.
  func skipLog() async throws -> String {
    let common = try await git("rev-parse", "--git-common-dir")
    let folder = common.hasPrefix("/") ? common : path + "/" + common
    return (try? String(contentsOfFile: folder + "/relscope/skips.log", encoding: .utf8)) ?? ""
  }
}

/// The text of a hook lacks the line that names the program.
struct HookWithoutProgram: Error, CustomStringConvertible {
  let name: String

  var description: String { "hooks/\(name) has no line 'relscope=relscope'" }
}
