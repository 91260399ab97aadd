/// A manifest or a policy, and where it was read.
package struct DocumentSummary: Equatable, Sendable {
  package var name: String
  /// A revision's name, `worktree`, or `file` for a file outside of the repository.
  package var from: String
  /// `sha256:` and the digest of its bytes.
  package var digest: String
  /// Of a manifest only: whether it has a seal, and the number of its tickets.
  package var isSealed: Bool?
  package var tickets: Int?

  package init(name: String, from: String, digest: String, isSealed: Bool? = nil, tickets: Int? = nil) {
    self.name = name
    self.from = from
    self.digest = digest
    self.isSealed = isSealed
    self.tickets = tickets
  }
}
