/// To whom drafts of mails are addressed.
package struct MailPolicy: Equatable, Sendable {
  package var qa: [String] = []
  package var stakeholders: [String] = []
  /// The sender's address; `nil` for whoever opens the draft.
  package var from: String?

  package init() {}
}
