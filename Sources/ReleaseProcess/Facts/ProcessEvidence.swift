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
