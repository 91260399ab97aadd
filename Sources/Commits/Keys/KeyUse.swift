/// A key that makes a commit the work of a ticket, and where it stands.
package struct KeyUse: Equatable, Sendable {
  package let key: TicketKey
  package let place: KeyPlace

  package init(key: TicketKey, place: KeyPlace) {
    self.key = key
    self.place = place
  }
}
