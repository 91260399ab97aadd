import Documents
package import ReleaseScope

/// Judges what is about to move a branch, for the hooks.
package struct ReleaseGate<Repository: ReleaseRepository> {
  private let repository: Repository
  private let now: Instant
  /// The base as the repository knows it; `nil` if it has none yet.
  package let base: NamedCommit?
  /// The base's policy; the default one if there is none, or if it is wrong.
  package let policy: Policy
  /// What is wrong with the policy. It blocks what has to be judged, and nothing else: a fix must be possible.
  package let problem: Problem?

  package init(_ repository: Repository, now: Instant) throws {
    self.repository = repository
    self.now = now
    var choice = RevisionChoice(repository)
    var base: NamedCommit?
    var policy = Policy()
    var problem: Problem?
    do {
      let usual = try choice.base(named: nil, policy: nil)
      base = usual
      policy = try Self.policy(of: usual, repository) ?? policy
      if let named = policy.base {
        let chosen = try choice.base(named: nil, policy: named)
        base = chosen
        policy = try Self.policy(of: chosen, repository) ?? policy
      }
    } catch let error as any ExplainedError where error.problem.kind == .badConfiguration || base == nil {
      if base != nil { problem = error.problem }
    }
    self.base = base
    self.policy = policy
    self.problem = problem
  }

  private static func policy(of base: NamedCommit, _ repository: Repository) throws -> Policy? {
    try repository.file(CheckRequest.policyPath, in: base.id).map {
      try PolicyFile(parsing: $0.bytes, name: CheckRequest.policyPath).policy
    }
  }

  /// The base's short name.
  package var baseBranch: String {
    (try? base.map { try RevisionChoice(repository).shortName($0.name) }) ?? policy.base ?? "main"
  }

  /// Whether a branch, by its short or full name, is a release branch.
  package func isRelease(_ name: String) throws -> Bool {
    let branch = try RevisionChoice(repository).shortName(name)
    return policy.releaseBranches.contains { $0.version(in: branch) != nil }
  }

  func repositoryFile(_ path: String, in commit: ObjectID) throws -> [UInt8]? {
    try repository.file(path, in: commit)?.bytes
  }

  /// A branch's name without `refs/heads/` or the remote's name.
  package func shortName(_ name: String) throws -> String { try RevisionChoice(repository).shortName(name) }

  /// Whether the base has a manifest of a version.
  package func hasManifest(of version: String) throws -> Bool {
    guard let base, let template = policy.manifest, template.contains("{version}") else { return false }
    return try repository.file(template.replacing("{version}", with: version), in: base.id) != nil
  }

  /// Compares a release with its manifest.
  ///
  /// - Parameter target: What the release would be added to; policy and manifest are its own.
  /// - Throws: An ``ExplainedError`` that must block, too.
  package func report(
    on release: NamedCommit, onto target: NamedCommit, stage: Stage, version: VersionName? = nil
  ) throws -> ScopeReport {
    if let problem { throw problem }
    var request = CheckRequest(now: now)
    request.baseCommit = target
    request.releaseCommit = release
    request.version = version
    request.stage = stage
    request.needsManifest = false
    return try ScopeCheck(repository, request).run()
  }

  /// The releases that a move of the base brings.
  ///
  /// A release is told by a branch whose tip is among the new commits, or by the subject of a merge on the new
  /// first-parent line that names a release branch, as when the branch is gone.
  ///
  /// - Returns: Each release branch once, by its short name; nothing for ordinary work.
  /// - Complexity: That of the walk between the two.
  package func releases(broughtBy new: ObjectID, onto old: ObjectID) throws -> [NamedCommit] {
    let range = try repository.history(base: old, releases: [new]).range()
    let byID = Dictionary(range.commits.map { ($0.id, $0) }) { first, _ in first }
    let choice = RevisionChoice(repository)
    var found: [String: ObjectID] = [:]
    var next = byID[new]
    while let commit = next {
      if commit.isMerge, let name = releaseBranch(in: commit.subject) { found[name] = commit.parents[1] }
      next = commit.parents.first.flatMap { byID[$0] }
    }
    // Local branches come last, and so count.
    for branch in try repository.branches().reversed() where byID[branch.id] != nil {
      if try isRelease(branch.name) { found[try choice.shortName(branch.name)] = branch.id }
    }
    return found.sorted { $0.key < $1.key }.map { NamedCommit(name: $0.key, id: $0.value) }
  }

  /// The release branch at a commit; `nil` if none is there.
  package func release(at id: ObjectID) throws -> NamedCommit? {
    let name = try repository.branches().first { try $0.id == id && isRelease($0.name) }?.name
    return try name.map { NamedCommit(name: try RevisionChoice(repository).shortName($0), id: id) }
  }

  /// The release branch that the subject of a merge names: `Merge branch 'release/2.4.0'`, or `Merge pull request #3 from
  /// owner/release/2.4.0`.
  package func releaseBranch(in subject: String) -> String? {
    let words = (subject.splitOnce(" into ")?.before ?? subject).split { " '\"()".contains($0) }
    for word in words {
      var name = word[...]
      while true {
        if policy.releaseBranches.contains(where: { $0.version(in: String(name)) != nil }) { return String(name) }
        guard let slash = name.firstIndex(of: "/") else { break }
        name = name[name.index(after: slash)...]
      }
    }
    return nil
  }
}
