/// What is left of tickets that were mostly taken back.
extension NetScope {
  /// The work in effect of tickets that are partly reverted, whose paths ``settle(_:)`` needs.
  package var leftovers: [ObjectID] {
    partlyReverted.flatMap(\.evidence).filter { $0.state != .undone }.map(\.commit)
  }

  private var partlyReverted: [TicketScope] {
    tickets.values.filter { $0.state == .partlyReverted }.sorted { $0.key < $1.key }
  }

  /// Takes a ticket for reverted of which only the change log is left.
  ///
  /// - Parameter paths: What the ``leftovers`` change, as far as it could be read.
  package mutating func settle(_ paths: [ObjectID: [String]]) {
    for ticket in partlyReverted {
      let left = ticket.evidence.filter { $0.state != .undone }
      let isLogged = left.allSatisfy { evidence in
        paths[evidence.commit].map { !$0.isEmpty && $0.allSatisfy(ChangeLog.isPath) } ?? false
      }
      if isLogged { tickets[ticket.key]?.state = .reverted }
    }
  }
}

/// The files in which projects tell what changed.
enum ChangeLog {
  private static let names = [
    "change", "changes", "changelog", "changelogs", "history", "news", "releasenotes", "whatsnew",
  ]

  /// Whether a path is that of a change log: `CHANGES.txt`, `docs/release-notes.md`, `changelog/12.md`.
  static func isPath(_ path: String) -> Bool {
    path.split(separator: "/").contains { part in
      let name = part.prefix { $0 != "." }.lowercased().filter { $0 != "-" && $0 != "_" }
      return names.contains(name)
    }
  }
}
