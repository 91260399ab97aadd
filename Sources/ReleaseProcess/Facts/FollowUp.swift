package import ReleaseScope

/// A version that mends what another one broke.
package struct FollowUp: Equatable, Sendable {
  package var version: VersionName
  package var tickets: [TicketKey]
  package var isReleased: Bool

  package init(version: VersionName, tickets: [TicketKey], isReleased: Bool) {
    self.version = version
    self.tickets = tickets
    self.isReleased = isReleased
  }
}
