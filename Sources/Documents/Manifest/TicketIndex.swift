import ReleaseScope

/// The tickets of a manifest by key, to find what comes twice.
struct TicketIndex {
  private let source: DocumentSource
  private var lines: [TicketKey: Int] = [:]
  private var aliases: [(alias: TicketKey, key: TicketKey, line: Int)] = []

  init(source: DocumentSource) {
    self.source = source
  }

  /// - Throws: ``DocumentError`` if the key was added before.
  mutating func add(_ ticket: Ticket, line: Int) throws(DocumentError) {
    if let first = lines.updateValue(line, forKey: ticket.key) {
      throw source.error(
        line, "duplicate ticket '\(ticket.key)' (first on line \(first))", help: "remove one of the two")
    }
    for alias in ticket.formerKeys { aliases.append((alias, ticket.key, line)) }
  }

  /// Makes sure that no former key means two tickets. Call it once, after all tickets are added.
  func checkAliases() throws(DocumentError) {
    var owners: [TicketKey: (key: TicketKey, line: Int)] = [:]
    for (alias, key, line) in aliases {
      if alias == key {
        throw source.error(line, "former key '\(alias)' is the ticket's own key", help: "remove the former key")
      }
      if let other = lines[alias] {
        throw source.error(
          line, "former key '\(alias)' of '\(key)' is the key of another ticket (line \(other))",
          help: "remove the former key, or the ticket that has it as its key")
      }
      if let first = owners.updateValue((key, line), forKey: alias) {
        throw source.error(
          line, "former key '\(alias)' of '\(key)' is also one of '\(first.key)' (line \(first.line))",
          help: "remove one of the two")
      }
    }
  }
}
