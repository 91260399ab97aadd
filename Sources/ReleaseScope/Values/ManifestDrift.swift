package struct ManifestDrift: Equatable, Sendable {
  package let added: [TicketKey]
  package let dropped: [TicketKey]
}
