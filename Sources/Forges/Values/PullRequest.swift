import ReleaseScope

/// A pull request, whatever its forge calls it.
package struct PullRequest: Equatable, Sendable {
  package enum State: String, Equatable, Sendable {
    case open
    case closed
    case merged
  }

  /// Whether the forge would merge it.
  package enum Mergeability: Equatable, Sendable {
    case can
    /// With the forge's own word for why not.
    case cannot(String)
    /// The forge has not found out yet, or does not tell.
    case unknown
  }

  /// A branch of one of the two repositories.
  package struct Side: Equatable, Sendable {
    package var branch: String
    /// As the forge names it; `nil` where it is gone.
    package var repository: String?
    package var commit: CommitName?

    package init(branch: String, repository: String?, commit: CommitName?) {
      self.branch = branch
      self.repository = repository
      self.commit = commit
    }
  }

  package var number: Int
  /// Where people look at it.
  package var url: String?
  package var title: String
  package var state: State
  package var isDraft: Bool
  package var author: String?
  package var head: Side
  package var base: Side
  package var mergeability: Mergeability

  package init(
    number: Int, url: String?, title: String, state: State, isDraft: Bool, author: String?, head: Side, base: Side,
    mergeability: Mergeability
  ) {
    self.number = number
    self.url = url
    self.title = title
    self.state = state
    self.isDraft = isDraft
    self.author = author
    self.head = head
    self.base = base
    self.mergeability = mergeability
  }

  /// Whether it is an open one that would bring this branch of the repository itself into that one: a fork's branch of
  /// the same name is another branch.
  package func brings(_ branch: String, into base: String) -> Bool {
    state == .open && head.branch == branch && self.base.branch == base && !isFromFork
  }

  package var isFromFork: Bool { head.repository == nil || head.repository != self.base.repository }
}
