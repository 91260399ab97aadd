/// Whose approvals a release needs, and what they hold for.
package struct ApprovalPolicy: Equatable, Sendable {
  /// The roles that must approve, in the order in which people read them; none needs no approval.
  package var required: [String] = []
  /// Who may fill a role: e-mail addresses as the signers file has them.
  package var roles: [String: [String]] = [:]
  /// What an approval is void without.
  package var voidOn: Set<Binding> = [.head, .scope]
  /// Whether an author of the release may not approve it, but in the roles of ``authorMay``.
  package var isSeparate = true
  package var authorMay: Set<String> = ["release-developer"]
  package var keys = KeyDemands()

  /// Something that was so when it was approved.
  package enum Binding: String, CaseIterable, Sendable {
    /// The release's commit, or the contents that its merge gives.
    case head
    /// What the release delivers, ticket by ticket.
    case scope
    /// The keys and fix versions of the manifest.
    case manifest
    /// The policy's bytes.
    case policy
    /// The base's commit.
    case base
  }

  package init() {}
}

/// What a signature's key must be.
package struct KeyDemands: Equatable, Sendable {
  /// The least size of an RSA key.
  package var rsaBits = 3072
  /// Whether a security key must ask for a PIN or a finger, besides a touch.
  package var pin = false

  package init() {}
}
