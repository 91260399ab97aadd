package import Commits
import Glibc

extension Repository {
  /// The commits at which a shallow clone ends: they have parents that are not here.
  ///
  /// - Throws: ``GitError`` if git's file of them is there and cannot be read.
  package func shallowBoundary() throws(GitError) -> Set<ObjectID> {
    guard let text = try contents(of: commonDirectory + "shallow") else { return [] }
    var boundary: Set<ObjectID> = []
    for line in text.split(separator: UInt8(ascii: "\n")) {
      guard let id = ObjectID(hexadecimal: line) else {
        throw GitError(
          operation: "read '\(commonDirectory)shallow'", code: .other(-1), message: "a line of it is no object id",
          help: "run: git fetch --unshallow origin")
      }
      boundary.insert(id)
    }
    return boundary
  }

  /// Whether a file of grafts makes git see other parents than the commits have.
  ///
  /// - Throws: ``GitError`` if the file is there and cannot be read.
  package func hasGrafts() throws(GitError) -> Bool {
    guard let text = try contents(of: commonDirectory + "info/grafts") else { return false }
    return text.split(separator: UInt8(ascii: "\n")).contains { $0.first != UInt8(ascii: "#") }
  }

  /// The objects that `git replace` has replaced here: git shows the replacements, relscope the originals.
  ///
  /// - Throws: ``GitError`` if the refs, or a tag that one leads to, cannot be read.
  package func replacedObjects() throws(GitError) -> [ObjectID] {
    try references(matching: "refs/replace/*").compactMap { reference in
      reference.name.text.split(separator: "/").last.flatMap { ObjectID(String($0)) }
    }
  }

  /// - Returns: `nil` if there is no such file.
  private func contents(of path: String) throws(GitError) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0, errno == ENOENT { return nil }
    let failure = GitError(
      operation: "read '\(path)'", code: .other(-errno), message: unsafe String(cString: strerror(errno)))
    guard descriptor >= 0 else { throw failure }
    defer { close(descriptor) }
    var contents: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe read(descriptor, &buffer, buffer.count)
      guard count >= 0 else { throw failure }
      if count == 0 { return contents }
      contents += buffer[..<count]
    }
  }
}
