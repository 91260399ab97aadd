package import ReleaseScope

/// A mail that was sent, or a page that was published.
package struct MessageEvidence: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case scope
    case notes
    case results
  }

  package var kind: Kind
  package var time: Instant
  package var by: String?
  /// The mail's Message-ID or the page's address.
  package var reference: String?
  /// The tickets that it names; `nil` if its text was not read.
  package var tickets: [TicketKey]?

  package init(
    kind: Kind, time: Instant, by: String? = nil, reference: String? = nil, tickets: [TicketKey]? = nil
  ) {
    self.kind = kind
    self.time = time
    self.by = by
    self.reference = reference
    self.tickets = tickets
  }
}
