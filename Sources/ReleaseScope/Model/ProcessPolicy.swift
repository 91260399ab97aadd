/// What tells that a release runs on production.
package enum ProductionSign: Equatable, Sendable {
  case tag(VersionTemplate)
  case branch(String)
  /// An environment of the forge's deployments.
  case environment(String)
}

/// To whom drafts of mails are addressed.
package struct MailPolicy: Equatable, Sendable {
  package var qa: [String] = []
  package var stakeholders: [String] = []
  /// The sender's address; `nil` for whoever opens the draft.
  package var from: String?

  package init() {}
}

/// How release notes group tickets, and which they leave out.
package struct NotesPolicy: Equatable, Sendable {
  /// The heading of a type's tickets, in the order of the policy.
  package var headings: [(type: String, heading: String)] = []
  /// Issue types that are counted and not named, compared without case.
  package var internalTypes: [String] = []
  package var internalLabels: [String] = []

  package init() {}

  package static func == (left: Self, right: Self) -> Bool {
    left.headings.elementsEqual(right.headings, by: ==) && left.internalTypes == right.internalTypes
      && left.internalLabels == right.internalLabels
  }
}
