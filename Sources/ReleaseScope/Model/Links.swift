/// Where people look at tickets and commits in a browser.
package struct Links: Equatable, Sendable {
  /// With `{key}`; `nil` for no links.
  package var ticket: LinkTemplate?
  /// With `{id}`, the full object id.
  package var commit: LinkTemplate?

  package init(ticket: LinkTemplate? = nil, commit: LinkTemplate? = nil) {
    self.ticket = ticket
    self.commit = commit
  }

  package var isEmpty: Bool { ticket == nil && commit == nil }

  package func address(of key: TicketKey) -> String? { ticket?.address("\(key)") }

  package func address(of commit: ObjectID) -> String? { self.commit?.address("\(commit)") }
}
