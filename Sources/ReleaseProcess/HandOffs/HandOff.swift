package import ReleaseScope

/// What one person hands to others at a step, as a text that people read and send themselves.
///
/// Its texts are as they came: each renderer cleans them for its format.
package struct HandOff: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// Step 8: QA is told the scope.
    case scope
    /// Step 10: the stakeholders are told what is new.
    case notes
    /// Step 13: everybody is told how it went.
    case results
  }

  package enum Block: Equatable, Sendable {
    case heading(String)
    case paragraph(String)
    case items([Item])
  }

  /// A line of a list.
  package struct Item: Equatable, Sendable {
    package var ticket: TicketKey?
    package var text: String
    /// What stands after it, such as who has the ticket.
    package var note: String?

    package init(ticket: TicketKey? = nil, _ text: String, note: String? = nil) {
      self.ticket = ticket
      self.text = text
      self.note = note
    }
  }

  package var kind: Kind
  package var version: VersionName
  package var subject: String
  package var blocks: [Block]
  package var recipients: [String]
  package var sender: String?
  package var links: Links
  /// What the reader should not be told and the sender has to know: one sentence each.
  package var warnings: [String]

  package init(
    _ kind: Kind, of version: VersionName, subject: String, blocks: [Block], recipients: [String] = [],
    sender: String? = nil, links: Links = Links(), warnings: [String] = []
  ) {
    self.kind = kind
    self.version = version
    self.subject = subject
    self.blocks = blocks
    self.recipients = recipients
    self.sender = sender
    self.links = links
    self.warnings = warnings
  }
}

extension TicketReport {
  /// Whether the version has it and its work is in the product when the release is merged.
  var isBrought: Bool {
    guard isPlanned else { return false }
    switch state {
    case .delivered, .partlyReverted, .alreadyOnBase: return true
    case .reverted, .removed, .absent, .mentioned: return false
    }
  }

  /// Whether the range has work of it that is in effect.
  var hasWork: Bool {
    switch state {
    case .delivered, .partlyReverted: true
    case .reverted, .removed, .absent, .mentioned, .alreadyOnBase: false
    }
  }
}
