package import ReleaseScope

/// What a first policy could say, each part with whence it is.
package struct PolicyProposal: Sendable {
  /// A part of the proposal.
  package struct Part<Value: Sendable>: Sendable {
    package let value: Value
    /// Whether the repository shows it; else somebody has to confirm it.
    package let isSeen: Bool
    /// What shows it, or why it is guessed, without a full stop: `12 branches`.
    package let evidence: String

    /// `seen: 12 branches`, `guessed: no branch here names a version`.
    package var remark: String { "\(isSeen ? "seen" : "guessed"): \(evidence)" }

    private init(_ value: Value, isSeen: Bool, _ evidence: String) {
      (self.value, self.isSeen, self.evidence) = (value, isSeen, evidence)
    }

    package static func seen(_ value: Value, _ evidence: String) -> Self { Self(value, isSeen: true, evidence) }
    package static func guessed(_ value: Value, _ evidence: String) -> Self { Self(value, isSeen: false, evidence) }
  }

  /// The branch that releases merge into.
  package var base: Part<String>
  package var releaseBranches: [Part<BranchPattern>]
  /// What tags of releases are called, with `{version}`.
  package var tag: Part<BranchPattern>?
  /// Where ranges begin, with `{previous}`; `nil` for the base.
  package var since: Part<String>?
  package var projects: [Part<ProjectKey>]
  /// What looks like a project and is hardly one.
  package var doubtfulProjects: [Part<ProjectKey>] = []
  /// Trailers that name tickets, besides those that always count.
  package var trailers: [Part<String>] = []
  /// Those that are guessed are only shown: what somebody can write into a message exempts too easily.
  package var exemptions: [Part<Exemption>] = []
  /// Templates with `{key}` and `{id}`.
  package var ticketLink: Part<String>?
  package var commitLink: Part<String>?
  package var manifest: Part<String>
  package var readyStatuses: Part<[String]>
  /// The statuses that manifests have besides, in order.
  package var otherStatuses: [String] = []

  package init(
    base: Part<String>, releaseBranches: [Part<BranchPattern>], projects: [Part<ProjectKey>] = [],
    manifest: Part<String> = .guessed("releases/{version}.json", "no manifest is here yet"),
    readyStatuses: Part<[String]> = .guessed(Policy.readyByDefault, "no manifest is here yet")
  ) {
    self.base = base
    self.releaseBranches = releaseBranches
    self.projects = projects
    self.manifest = manifest
    self.readyStatuses = readyStatuses
  }
}
