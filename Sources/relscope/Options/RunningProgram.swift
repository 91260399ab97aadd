import Platform
import ReleaseScope

/// The program that runs.
enum RunningProgram {
  /// Its absolute path, as it was called: a link such as `/usr/local/bin/relscope` outlives the version that it leads
  /// to.
  static func path() throws -> String {
    let own = File.resolved("/proc/self/exe")
    guard let called = called(), let path = absolute(called), File.resolved(path) == own || own == nil else {
      guard let own else {
        throw Problem(.internal, "cannot find out where this program is", help: "name it with --program")
      }
      return own
    }
    return path
  }

  private static func called() -> String? {
    guard let name = CommandLine.arguments.first else { return nil }
    if name.contains("/") { return name }
    return Environment.program(named: name)
  }

  /// - Returns: The path with a resolved folder; the file itself may still be a link.
  static func absolute(_ path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let name = parts.last, !name.isEmpty else { return nil }
    let folder = parts.dropLast().joined(separator: "/")
    let base = File.resolved(parts.count == 1 ? "." : folder.isEmpty ? "/" : folder)
    return base.map { $0 == "/" ? "/\(name)" : "\($0)/\(name)" }
  }
}
