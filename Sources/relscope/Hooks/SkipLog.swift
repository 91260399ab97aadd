import Git
import Platform
import ReleaseScope

/// What people have skipped, with their reasons: `<git directory>/relscope/skips.log`, a line each.
struct SkipLog {
  let path: String

  init(in repository: Repository) {
    path = repository.commonDirectory + "relscope/skips.log"
  }

  /// Oldest first; none where nobody has skipped anything.
  func lines() throws -> [String] {
    guard File.exists(path) else { return [] }
    return String(decoding: try File.contents(ofRegular: path), as: UTF8.self)
      .split(whereSeparator: \.isNewline).map(String.init).filter { $0.contains { !$0.isWhitespace } }
  }

  func append(_ line: String) throws(Problem) {
    let folder = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
    File.makeFolder(String(folder))
    do {
      try File.append(line, to: path, isShared: true)
    } catch {
      throw Problem(
        .cannotWrite, "cannot write the reason to '\(path)': \(error.reason)",
        help: "a hook is skipped only with a trace")
    }
  }
}
