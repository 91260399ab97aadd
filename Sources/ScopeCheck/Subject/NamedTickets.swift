import ReleaseScope

/// What a manifest says of the keys that commits name.
struct NamedTickets {
  private let projects: [ProjectKey]
  private let planned: [TicketKey]
  /// The present key of each ticket that has moved, by its former keys.
  let aliases: [TicketKey: TicketKey]

  /// - Complexity: Linear in the tickets.
  init(_ manifest: Manifest?) {
    var named: Set<ProjectKey> = []
    var aliases: [TicketKey: TicketKey] = [:]
    manifest?.forEachTicket { ticket in
      named.insert(ticket.key.project)
      for former in ticket.formerKeys {
        named.insert(former.project)
        if aliases[former] == nil { aliases[former] = ticket.key }
      }
    }
    projects = (manifest?.projects ?? []) + named.sorted()
    planned = manifest?.tickets.map(\.key) ?? []
    self.aliases = aliases
  }

  /// Finds the keys of the policy's projects and of those that the manifest names.
  func reader(_ policy: Policy) -> MessageReader {
    let scanner = KeyScanner(projects: policy.projects + projects, ignoresCase: policy.keys.ignoresCase)
    return MessageReader(scanner: scanner, policy: policy.keys, planned: planned)
  }
}
