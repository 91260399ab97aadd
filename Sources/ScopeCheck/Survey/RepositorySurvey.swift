package import Documents
package import ReleaseScope

/// What a repository shows about its releases, for a first policy.
package struct RepositorySurvey: Sendable {
  package let base: NamedCommit
  /// The base's short name, as a policy names it.
  package let baseBranch: String
  package let commitsRead: Int
  package private(set) var proposal: PolicyProposal
  /// Releases to try a policy on, the newest first: tags, else branches.
  package private(set) var releases: [NamedCommit] = []
  /// A release branch to begin with, the one of the highest version; `nil` if there is none.
  package private(set) var newestBranch: (name: String, version: String)?

  /// The newest tag of a release, and that of the version before it; `nil` if there are not two.
  package private(set) var lastTags: (older: String, newer: String)?

  /// Where manifests are looked for.
  private static let manifestTemplates = [
    "releases/{version}.json", "releases/{version}.yml", "releases/{version}.yaml", "manifests/{version}.json",
  ]
  /// Of how many releases manifests are looked for.
  private static let mostManifests = 20

  /// - Parameters:
  ///   - manifests: Those that the caller knows of.
  ///   - recent: The newest commits of the base.
  /// - Throws: An ``ExplainedError`` where no base is to be found, or of the repository; what `recent` throws.
  package init(
    _ repository: some ReleaseRepository, manifests: [Manifest] = [], recent: (ObjectID) throws -> [Commit]
  ) throws {
    var choice = RevisionChoice(repository)
    base = try choice.base(named: nil, policy: nil)
    baseBranch = try choice.shortName(base.name)
    func short(_ refs: [NamedRef]) throws -> [NamedCommit] {
      try refs.map { NamedCommit(name: try choice.shortName($0.name), id: $0.id) }
    }
    let name = baseBranch
    let refs = try RefSurvey(
      branches: try short(try repository.branches()).filter { $0.name != name },
      tags: try short(try repository.references(.tag))
    ) { try repository.commit($0)?.committer.time }
    let commits = try recent(base.id)
    commitsRead = commits.count
    let messages = MessageSurvey(commits)
    proposal = PolicyProposal(
      base: .seen(baseBranch, base.name == baseBranch ? "the main branch here" : "the main branch of the remote"),
      releaseBranches: Self.patterns(refs), projects: messages.projects)
    proposal.doubtfulProjects = messages.doubtfulProjects
    proposal.trailers = messages.trailers
    proposal.ticketLink = messages.ticketLink
    proposal.exemptions = ToolCommits.exemptions(for: messages.untracked)
    try learn(refs, in: repository)
    try learn(manifests, refs, in: repository)
  }

  private static func patterns(_ refs: RefSurvey) -> [PolicyProposal.Part<BranchPattern>] {
    guard !refs.branches.isEmpty else {
      return Policy().releaseBranches.map { .guessed($0, "no branch here names a version") }
    }
    return refs.branches.map { pattern, names in
      let newest = refs.branchReleases.first { names.contains($0.name) }?.name ?? names.last ?? ""
      return .seen(pattern, "\(names.count == 1 ? "the branch" : "\(names.count) branches, such as") \(newest)")
    }
  }

  private mutating func learn(_ refs: RefSurvey, in repository: some ReleaseRepository) throws {
    newestBranch = refs.branchReleases.first.map { ($0.name, $0.written.version) }
    guard let tags = refs.tags, let newest = tags.releases.first else {
      releases = refs.branchReleases.map { NamedCommit(name: $0.name, id: $0.commit) }
      return
    }
    releases = tags.releases.map { NamedCommit(name: $0.name, id: $0.commit) }
    let number = newest.number
    lastTags = tags.releases.filter { $0.number < number }.max { $0.number < $1.number }.map { ($0.name, newest.name) }
    let count = quantity(tags.releases.count, "tag")
    proposal.tag = .seen(tags.pattern, "\(count), \(newest.name) the newest")
    let template = tags.pattern.text.filling("{version}", with: "{previous}")
    if let line = refs.line {
      proposal.since = .guessed(template, "\(line.name) is a line of several versions, by their tags")
    } else if refs.branches.isEmpty, try !isMerge(newest.commit, in: repository) {
      proposal.since = .guessed(template, "versions are tags, and no branch is a release's")
    }
  }

  private func isMerge(_ commit: ObjectID, in repository: some ReleaseRepository) throws -> Bool {
    try repository.commit(commit)?.isMerge ?? false
  }

  /// - Parameter remote: The remote's address.
  package mutating func learn(remote: String?) {
    guard let template = remote.flatMap(CommitLink.template) else { return }
    proposal.commitLink = .guessed(template, "by the address of the remote")
  }

  // MARK: - Manifests

  private mutating func learn(
    _ known: [Manifest], _ refs: RefSurvey, in repository: some ReleaseRepository
  ) throws {
    let newest = (refs.tags?.releases ?? []).prefix(Self.mostManifests) + refs.branchReleases.prefix(Self.mostManifests)
    let versions = newest.map(\.written.version)
    var manifests = known
    for template in Self.manifestTemplates {
      var found = 0
      for version in versions {
        let path = template.filling("{version}", with: version)
        guard let bytes = try repository.file(path, in: base.id)?.bytes ?? repository.workTreeFile(path),
          let file = try? ManifestFile(parsing: bytes, name: path, version: VersionName(parsing: version))
        else { continue }
        manifests.append(file.manifest)
        found += 1
      }
      guard found > 0 else { continue }
      proposal.manifest = .seen(template, quantity(found, "manifest"))
      break
    }
    if let statuses = StatusSurvey(manifests), !statuses.ready.isEmpty {
      let evidence = "\(quantity(statuses.readyTickets, "ticket")) of \(quantity(manifests.count, "manifest"))"
      proposal.readyStatuses =
        statuses.isSaid
        ? .seen(statuses.ready, evidence) : .guessed(statuses.ready, "\(evidence), by what is done")
      proposal.otherStatuses = statuses.others
    }
  }
}
