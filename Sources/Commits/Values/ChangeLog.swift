/// The files in which projects tell what changed.
package enum ChangeLog {
  private static let names = [
    "change", "changes", "changelog", "changelogs", "history", "news", "releasenotes", "whatsnew",
  ]

  /// Whether a path is that of a change log: `CHANGES.txt`, `docs/release-notes.md`, `changelog/12.md`.
  package static func isPath(_ path: String) -> Bool {
    path.split(separator: "/").contains { part in
      let name = part.prefix { $0 != "." }.lowercased().filter { $0 != "-" && $0 != "_" }
      return names.contains(name)
    }
  }
}
