import Git
import Platform
import ReleaseScope
import ScopeCheck

extension DocumentChoice {
  /// Tells a path of the repository from a file elsewhere.
  struct Parser {
    let repository: Repository

    /// - Parameter text: What the caller gave; `nil` for the usual place.
    /// - Returns: For a file in the work tree, its path at the trusted place: the release cannot bring its own
    ///   manifest.
    /// - Throws: ``Problem`` if a file outside of the repository cannot be read.
    func parse(_ text: String?) throws -> DocumentChoice {
      guard let text else { return .usual }
      if text == "-" { return .contents(try File.contents(of: text), name: "standard input") }
      if !File.exists(text), let (revision, path) = text.splitOnce(":"), !revision.isEmpty, !path.isEmpty {
        return .revision(revision, path: path)
      }
      if let inside = pathInWorkTree(text) { return .path(inside) }
      if repository.workTree == nil, !text.hasPrefix("/"), !File.exists(text) { return .path(text) }
      return .contents(try File.contents(of: text), name: text)
    }

    /// The path below the top of the work tree, as it is written: a link in the work tree, which the release may have
    /// brought, leads nowhere else.
    private func pathInWorkTree(_ text: String) -> String? {
      guard let top = repository.workTree.flatMap(File.resolved),
        let start = text.hasPrefix("/") ? "" : File.resolved(".")
      else { return nil }
      var parts: [Substring] = []
      for part in "\(start)/\(text)".split(separator: "/") where part != "." {
        if part == ".." { _ = parts.popLast() } else { parts.append(part) }
      }
      for count in parts.indices where File.resolved("/" + parts[..<count].joined(separator: "/")) == top {
        let path = parts[count...]
        return path.first == ".git" ? nil : path.joined(separator: "/")
      }
      return nil
    }
  }
}
