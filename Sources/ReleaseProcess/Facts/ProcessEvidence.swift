package import ReleaseScope

/// What Jira and the forge said of a release, as one file keeps it.
///
/// A part that is `nil` was not asked for, or not answered; an empty one was answered with nothing.
package struct ProcessEvidence: Equatable, Sendable {
  package var version: VersionName
  package var fetchedAt: Instant
  package var versions: [VersionEvidence]?
  package var tickets: [TicketEvidence]?
  package var releaseTicket: TicketEvidence?
  package var pullRequest: PullRequestEvidence?
  /// Whether the forge was asked for the pull request and has none.
  package var hasNoPullRequest: Bool
  package var deployments: [DeploymentEvidence]?
  /// Mails and release pages that somebody sent or published.
  package var messages: [MessageEvidence]?

  package init(version: VersionName, fetchedAt: Instant) {
    self.version = version
    self.fetchedAt = fetchedAt
    hasNoPullRequest = false
  }
}

/// Jira's version in one project.
package struct VersionEvidence: Equatable, Sendable {
  package var project: ProjectKey
  package var isReleased: Bool
  package var isArchived: Bool
  package var startDate: String?
  package var releaseDate: String?
  /// The issues without a resolution; `nil` if Jira did not say.
  package var unresolved: Int?
  package var url: String?

  package init(
    project: ProjectKey, isReleased: Bool, isArchived: Bool, startDate: String? = nil, releaseDate: String? = nil,
    unresolved: Int? = nil, url: String? = nil
  ) {
    self.project = project
    self.isReleased = isReleased
    self.isArchived = isArchived
    self.startDate = startDate
    self.releaseDate = releaseDate
    self.unresolved = unresolved
    self.url = url
  }
}

/// What Jira keeps of one ticket's way.
package struct TicketEvidence: Equatable, Sendable {
  /// A change of one field.
  package struct Change: Equatable, Sendable {
    package var value: String
    package var time: Instant
    /// As Jira shows the person.
    package var by: String?
    /// The person's address, where Jira shows it.
    package var address: String?

    package init(value: String, time: Instant, by: String? = nil, address: String? = nil) {
      self.value = value
      self.time = time
      self.by = by
      self.address = address
    }
  }

  package var key: TicketKey
  package var status: String?
  package var statusCategory: String?
  package var assignee: Ticket.Field
  /// Oldest first; `nil` if Jira does not show all of it.
  package var statuses: [Change]?
  /// When it came into the version.
  package var entered: Change?
  /// When it left the version, if it is not in it.
  package var left: Change?

  package init(
    key: TicketKey, status: String? = nil, statusCategory: String? = nil, assignee: Ticket.Field = .absent,
    statuses: [Change]? = nil, entered: Change? = nil, left: Change? = nil
  ) {
    self.key = key
    self.status = status
    self.statusCategory = statusCategory
    self.assignee = assignee
    self.statuses = statuses
    self.entered = entered
    self.left = left
  }
}

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

/// One deployment to production.
package struct DeploymentEvidence: Equatable, Sendable {
  package var environment: String
  package var commit: ObjectID
  /// Whether it ever succeeded; a later one makes an earlier one inactive, which is no failure.
  package var hasSucceeded: Bool
  package var time: Instant
  package var by: String?
  package var url: String?
  /// Whether its commit has the release; `nil` where that commit is not here.
  package var hasRelease: Bool?

  package init(
    environment: String, commit: ObjectID, hasSucceeded: Bool, time: Instant, by: String? = nil, url: String? = nil,
    hasRelease: Bool? = nil
  ) {
    self.environment = environment
    self.commit = commit
    self.hasSucceeded = hasSucceeded
    self.time = time
    self.by = by
    self.url = url
    self.hasRelease = hasRelease
  }
}

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
