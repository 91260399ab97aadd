/// What the team asks of a release: the contents of `.relscope.yml`.
package struct Policy: Equatable, Sendable {
  /// The branch that releases merge into; `nil` to find it.
  package var base: String?
  package var releaseBranches: [BranchPattern]
  package var projects: [ProjectKey]
  /// The manifest's path in the repository.
  package var manifest: VersionTemplate?
  /// The statuses that make a ticket ready, compared without case.
  package var readyStatuses: [String]
  package var keys: KeyPolicy
  package var severities: [RuleID: Severity]
  /// Severities that hold at one stage only; they outrank `severities`.
  package var stages: [Stage: [RuleID: Severity]]
  package var exemptions: [Exemption]
  package var waivers: [Waiver]
  package var approvals: ApprovalPolicy
  /// The fields that a ticket must have, by issue type; `*` for every type.
  package var triage: [String: [String]]
  /// How old a manifest may be, in seconds; `nil` for any age.
  package var manifestMaxAge: Int64?
  /// The revision with which the range begins, with `{previous}` for the version before; `nil` for the base.
  package var since: VersionTemplate?
  /// The revision whose manifest is the agreed scope; `nil` if the scope is never frozen.
  package var frozenAt: VersionTemplate?
  /// Where the errors that were accepted are; `nil` for nowhere.
  package var baseline: VersionTemplate?
  /// The name of this repository in the manifest's `repositories`; `nil` if every ticket is expected here.
  package var repository: String?
  package var hooks: HookPolicy
  package var links: Links
  /// What production is, for the step that brings the release there; `nil` if nothing says.
  package var production: ProductionSign?
  /// Who may find a ticket ready: addresses, or names as Jira shows them; empty for anybody.
  package var qa: [String]
  package var mail: MailPolicy
  package var notes: NotesPolicy
  /// Where pull requests are, if the remote's address does not say it; `nil` if it does.
  package var forge: ForgePolicy?
  /// The query that finds the release ticket in Jira, with `{version}` and `{projects}`; `nil` if there is none.
  package var releaseTicketQuery: String?

  package static let readyByDefault = ["Ready for Release"]

  package init() {
    base = nil
    releaseBranches = [BranchPattern("release/{version}"), BranchPattern("hotfix/{version}")]
    projects = []
    manifest = nil
    readyStatuses = Self.readyByDefault
    keys = KeyPolicy()
    severities = [:]
    stages = [:]
    exemptions = []
    waivers = []
    approvals = ApprovalPolicy()
    triage = ["*": ["priority"]]
    manifestMaxAge = nil
    since = nil
    frozenAt = nil
    baseline = nil
    repository = nil
    hooks = HookPolicy()
    links = Links()
    production = nil
    qa = []
    mail = MailPolicy()
    notes = NotesPolicy()
    forge = nil
    releaseTicketQuery = nil
  }
}

extension Policy {
  /// The version that the short name of a branch or a tag says; `nil` if it says none.
  ///
  /// A tag's is told by what the policy says of tags: `production:`, and `since:`, whose `{previous}` stands for a
  /// version as well.
  package func version(named name: String) -> String? {
    var templates = [since]
    if case .tag(let template) = production { templates.append(template) }
    let tags = templates.compactMap { $0?.parts }.map { BranchPattern("\($0.before){version}\($0.after)") }
    return (releaseBranches + tags).lazy.compactMap { $0.version(in: name) }.first
  }
}

extension Policy {
  /// The fields of a ticket that are asked for by name, in order: what `triage:` names, and the labels that the notes
  /// leave out.
  package var ticketFields: [String] {
    Set(triage.values.flatMap(\.self) + (notes.internalLabels.isEmpty ? [] : ["labels"])).sorted()
  }

  /// The fields that a ticket must have, by its type, each once.
  package func neededFields(of ticket: Ticket) -> [String] {
    var seen: Set<String> = []
    return triage.sorted { $0.key < $1.key }
      .filter { type, _ in type == "*" || ticket.type?.caseInsensitivelyEquals(type) == true }.flatMap(\.value)
      .filter { seen.insert($0.lowercased()).inserted }
  }
}
