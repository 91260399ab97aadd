/// The steps of a production release, in their order.
package enum ProcessStep: Int, CaseIterable, Sendable {
  case testing = 1
  case readiness
  case version
  case assignment
  case releaseTicket
  case pullRequest
  case comparison
  case scopeTold
  case merge
  case notes
  case production
  case closing
  case results
  case versionClosed

  /// From 1.
  package var number: Int { rawValue }

  /// What is done by the end of it.
  package var title: String {
    switch self {
    case .testing: "All tickets are tested and reviewed"
    case .readiness: "Ticket status is \"Ready for Release\""
    case .version: "The release version is created in Jira"
    case .assignment: "Tickets have the release version and are assigned"
    case .releaseTicket: "A release ticket is created and assigned"
    case .pullRequest: "The pull request for the release is created"
    case .comparison: "The pull request is compared with the release version"
    case .scopeTold: "QA is told the scope of the pull request"
    case .merge: "The pull request is merged to main"
    case .notes: "Release notes go to the stakeholders"
    case .production: "The release runs on production"
    case .closing: "Tickets are tested on production and closed"
    case .results: "Mail with the results of the release"
    case .versionClosed: "The release is closed in Jira"
    }
  }

  /// What a table has room for.
  package var name: String {
    switch self {
    case .testing: "Tickets tested"
    case .readiness: "Tickets ready"
    case .version: "Version created"
    case .assignment: "Tickets assigned"
    case .releaseTicket: "Release ticket"
    case .pullRequest: "Pull request"
    case .comparison: "Compared, approved"
    case .scopeTold: "QA told"
    case .merge: "Merged"
    case .notes: "Notes sent"
    case .production: "On production"
    case .closing: "Tickets closed"
    case .results: "Results sent"
    case .versionClosed: "Version closed"
    }
  }

  /// Whose step it is.
  package var owner: String {
    switch self {
    case .testing: "developer, QA"
    case .readiness, .version, .assignment, .releaseTicket, .closing, .results, .versionClosed: "QA"
    case .pullRequest, .scopeTold: "release developer"
    case .comparison: "tech lead, release developer"
    case .merge: "tech lead"
    case .notes: "QA, project manager"
    case .production: "operations"
    }
  }
}

extension ProcessStep: Comparable {
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
