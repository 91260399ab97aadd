import Documents
package import ReleaseScope

/// Judges what is about to move a branch, for the hooks.
package struct ReleaseGate<Repository: ReleaseRepository> {
  let repository: Repository
  private let now: Instant
  /// The base as the repository knows it; `nil` if it has none yet.
  package let base: NamedCommit?
  /// The base's short name.
  package let baseBranch: String
  /// The base's policy; the default one if there is none. If it is wrong, the newest one before it that is not, since
  /// something has to say which refs are releases.
  package let policy: Policy
  /// What is wrong with the policy. It blocks what has to be judged, and nothing else: a fix must be possible.
  package let problem: Problem?

  /// - Parameter believesHead: Whether the policy of the checked-out commit may say which branch is the base, where nothing
  ///   else does. It must not where what is checked out is what is judged, as in CI.
  package init(_ repository: Repository, now: Instant, believesHead: Bool = false) throws {
    self.repository = repository
    self.now = now
    var choice = RevisionChoice(repository)
    var base: NamedCommit?
    var policy = Policy()
    var problem: Problem?
    var namedHere: String?
    do {
      let usual = try choice.base(named: nil, policy: nil)
      base = usual
      policy = try Self.policy(of: usual, repository) ?? policy
      if let named = policy.base {
        // A remote's HEAD is not the base when its own policy names another branch, which a clone may lack.
        if believesHead { base = nil }
        namedHere = named
        let chosen = try choice.base(named: nil, policy: named)
        base = chosen
        policy = try Self.policy(of: chosen, repository) ?? policy
      }
    } catch let error as any ExplainedError where error.problem.kind == .badConfiguration || base == nil {
      if let base {
        problem = error.problem
        policy = try Self.policy(before: base, repository) ?? policy
      } else if believesHead, let named = Self.baseNamedHere(repository) {
        namedHere = named
        let chosen = try? choice.base(named: nil, policy: named)
        if let chosen, let its = try? Self.policy(of: chosen, repository), its.base == named {
          base = chosen
          policy = its
        }
      }
    }
    self.base = base
    self.policy = policy
    self.problem = problem
    baseBranch = try base.map { try choice.shortName($0.name) } ?? namedHere ?? "main"
  }

  /// The base that the policy of the checked-out commit names. In a clone of one branch nothing else says it; a branch is
  /// only believed to be the base when its own policy says the same.
  private static func baseNamedHere(_ repository: Repository) -> String? {
    guard let head = try? repository.resolve("HEAD", as: "checked-out commit") else { return nil }
    return (try? policy(of: NamedCommit(name: "HEAD", id: head), repository))?.base
  }

  private static func policy(of base: NamedCommit, _ repository: Repository) throws -> Policy? {
    try repository.file(CheckRequest.policyPath, in: base.id).map {
      try PolicyFile(parsing: $0.bytes, name: CheckRequest.policyPath).policy
    }
  }

  /// The newest policy of the base's first-parent line that can be read.
  private static func policy(before base: NamedCommit, _ repository: Repository) throws -> Policy? {
    var next = try repository.commit(base.id)?.parents.first
    for _ in 0..<1_000 {
      guard let id = next else { return nil }
      let file = try repository.file(CheckRequest.policyPath, in: id)
      if let file, let read = try? PolicyFile(parsing: file.bytes, name: CheckRequest.policyPath) { return read.policy }
      next = try repository.commit(id)?.parents.first
    }
    return nil
  }

  /// Compares a release with its manifest.
  ///
  /// - Parameter target: What the release would be added to; policy and manifest are its own.
  /// - Throws: An ``ExplainedError`` that must block, too.
  package func report(on release: MovingRelease, onto target: NamedCommit, stage: Stage) throws -> ScopeReport {
    if let problem { throw problem }
    var request = CheckRequest(now: now)
    request.baseCommit = target
    request.releaseCommit = NamedCommit(name: release.name, id: release.id)
    request.version = release.version
    request.stage = stage
    request.needsManifest = false
    return try ScopeCheck(repository, request).run()
  }

  /// The releases that a move of the base brings; nothing for ordinary work.
  ///
  /// - Parameters:
  ///   - countsParts: Whether commits below the tip of a release branch count. They do where the base is seen to
  ///   move to them; later on they may as well be the base's own, from which the branch was cut.
  ///   - pushed: Release branches that are pushed together with it.
  /// - Complexity: See ``BroughtReleases``.
  package func releases(
    broughtBy new: ObjectID, onto old: ObjectID, countsParts: Bool, with pushed: [NamedCommit] = []
  ) throws -> [MovingRelease] {
    var brought = try BroughtReleases(self, by: new, onto: old, with: pushed)
    return try brought.releases(countsParts: countsParts)
  }

  /// The release branch at a commit; `nil` if none is there.
  package func release(at id: ObjectID) throws -> MovingRelease? {
    let name = try repository.branches().first { try $0.id == id && isRelease($0.name) }?.name
    return try name.map { MovingRelease(name: try shortName($0), id: id) }
  }
}

/// A release that is about to be pushed or merged.
package struct MovingRelease: Equatable, Sendable {
  /// What people know it by: a branch's short name, or a tag's.
  package let name: String
  package let id: ObjectID
  /// `nil` where the name says it.
  package let version: VersionName?

  package init(name: String, id: ObjectID, version: VersionName? = nil) {
    self.name = name
    self.id = id
    self.version = version
  }
}
