extension Rule {
  static let scopeDrift = Rule(
    .scopeDrift, .warning, finds: "a manifest that changed since the scope was frozen",
    advice: "agree on the new scope, and freeze it again",
    find: .documents { facts in
      guard let drift = facts.drift else { return [] }
      let added = drift.changes.added.map {
        ($0.key, "\($0.key) was added after the scope was frozen at '\(drift.since)'")
      }
      let dropped = drift.changes.dropped.map {
        ($0.key, "\($0.key) was dropped after the scope was frozen at '\(drift.since)'")
      }
      return (added + dropped).map { Difference(ticket: $0, message: $1) }
    })
}
