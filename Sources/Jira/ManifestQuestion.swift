package import ReleaseScope

/// Which version's tickets are wanted, and what of them.
package struct ManifestQuestion: Sendable {
  package var version: VersionName
  /// At least one.
  package var projects: [ProjectKey]
  /// The names of the fields that the policy's triage looks at.
  package var triageFields: [String]
  /// Finds the release ticket; `nil` if nobody says how.
  package var releaseTicket: JQLTemplate?
  /// Keys that commits of the release name: what the version lacks of them is asked for one by one.
  package var keys: [TicketKey]
  package var now: Instant

  package init(
    version: VersionName, projects: [ProjectKey], triageFields: [String] = [], releaseTicket: JQLTemplate? = nil,
    keys: [TicketKey] = [], now: Instant
  ) {
    self.version = version
    self.projects = projects
    self.triageFields = triageFields
    self.releaseTicket = releaseTicket
    self.keys = keys
    self.now = now
  }
}

/// A manifest as Jira tells it.
package struct FetchedManifest: Equatable, Sendable {
  package var manifest: Manifest
  /// Why the manifest may lack tickets; the manifest is complete if there is none. Worded for people.
  package var gaps: [String]
  /// What else people should know.
  package var remarks: [String]
}

/// How far a fetch is.
package enum FetchProgress: Equatable, Sendable {
  /// With the number of all, if it is known.
  case tickets(Int, of: Int?)
  case histories(Int, of: Int)
  case others(Int, of: Int)
}
