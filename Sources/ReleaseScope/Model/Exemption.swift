/// Commits that need no ticket. Every condition that is given must hold; `paths` must cover every changed path.
package struct Exemption: Equatable, Sendable {
  /// A glob on the author's e-mail address, or on `Name <address>`.
  package var author: String?
  /// The same for the committer.
  package var committer: String?
  /// A glob on the subject.
  package var subject: String?
  package var paths: [String]
  package var reason: String

  package init(
    author: String? = nil, committer: String? = nil, subject: String? = nil, paths: [String] = [], reason: String
  ) {
    self.author = author
    self.committer = committer
    self.subject = subject
    self.paths = paths
    self.reason = reason
  }
}
