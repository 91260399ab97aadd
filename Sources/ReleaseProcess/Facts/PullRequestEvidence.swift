package import ReleaseScope

/// The pull request of the release.
package struct PullRequestEvidence: Equatable, Sendable {
  package enum State: String, CaseIterable, Sendable {
    case open
    case merged
    case closed
  }

  package struct Comment: Equatable, Sendable {
    /// The head that its text tells of.
    package var head: CommitPrefix?
    package var time: Instant?
    package var url: String?

    package init(head: CommitPrefix? = nil, time: Instant? = nil, url: String? = nil) {
      self.head = head
      self.time = time
      self.url = url
    }
  }

  package var number: Int
  package var url: String?
  package var state: State
  package var isDraft: Bool
  package var head: ObjectID?
  package var author: String?
  package var createdAt: Instant?
  package var mergedBy: String?
  package var mergedAt: Instant?
  package var mergeCommit: ObjectID?
  package var reviews: [ForgeReview]
  /// relscope's comment; `nil` if there is none.
  package var comment: Comment?
  /// Whether all comments were read: where they were not, no comment means nothing.
  package var areCommentsRead: Bool

  package init(number: Int, url: String? = nil, state: State, isDraft: Bool = false, head: ObjectID? = nil) {
    self.number = number
    self.url = url
    self.state = state
    self.isDraft = isDraft
    self.head = head
    reviews = []
    areCommentsRead = true
  }
}
