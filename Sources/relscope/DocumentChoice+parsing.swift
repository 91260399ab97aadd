import Git
import ReleaseScope
import ScopeCheck

extension DocumentChoice {
  /// Tells a path of the repository from a file elsewhere.
  struct Parser {
    let repository: Repository

    /// - Parameter text: What the caller gave; `nil` for the usual place.
    /// - Returns: For a file in the work tree, its path at the trusted place: the release cannot bring its own manifest.
    /// - Throws: ``Problem`` if a file outside of the repository cannot be read.
    func parse(_ text: String?) throws -> DocumentChoice {
      guard let text else { return .usual }
      if text == "-" { return .contents(try InputFile.read(text), name: "standard input") }
      if let inside = pathInWorkTree(text) { return .path(inside) }
      if !InputFile.exists(text) {
        if let (revision, path) = text.splitOnce(":"), !revision.isEmpty, !path.isEmpty {
          return .revision(revision, path: path)
        }
        if repository.workTree == nil, !text.hasPrefix("/") { return .path(text) }
      }
      return .contents(try InputFile.read(text), name: text)
    }

    private func pathInWorkTree(_ text: String) -> String? {
      guard let top = repository.workTree.flatMap(InputFile.resolved), let file = InputFile.resolved(text),
        file.hasPrefix("\(top)/")
      else { return nil }
      let path = String(file.dropFirst(top.count + 1))
      return path == ".git" || path.hasPrefix(".git/") ? nil : path
    }
  }
}
