import Documents
package import ReleaseScope
package import ScopeCheck

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
  /// On a server, the branch whose policy names a base that is not there yet: what the new one begins with.
  let predecessor: NamedCommit?
  /// A state of the approvals that comes in the same push; `nil` if none does.
  package var pushedApprovals: ObjectID?

  /// - Parameter believesHead: Whether the policy of the checked-out commit may say which branch is the base, where
  ///   nothing else does. It must not where what is checked out is what is judged, as in CI.
  /// - Throws: An ``ExplainedError`` of the repository. No base, and a policy that is wrong, are no errors here.
  package init(_ repository: Repository, now: Instant, believesHead: Bool = false) throws {
    self.repository = repository
    self.now = now
    var choice = RevisionChoice(repository)
    var base: NamedCommit?
    var policy = Policy()
    var problem: Problem?
    var namedHere: String?
    var predecessor: NamedCommit?
    do {
      let usual = try choice.base(named: nil, policy: nil)
      base = usual
      policy = try Self.policy(of: usual, repository) ?? policy
      if let named = policy.base {
        // A remote's HEAD is not the base when its own policy names another branch, which a clone may lack.
        if believesHead || repository.isBare { base = nil }
        predecessor = repository.isBare ? usual : nil
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
    if base == nil, namedHere == nil, repository.isBare, let named = try Self.selfNamed(repository) {
      base = named
      policy = try Self.policy(of: named, repository) ?? policy
    }
    self.base = base
    self.policy = policy
    self.problem = problem
    self.predecessor = base == nil ? predecessor : nil
    let head = try repository.isBare ? repository.currentBranch() : nil
    baseBranch = try base.map { try choice.shortName($0.name) } ?? namedHere ?? head ?? "main"
  }

  /// The only branch whose own policy says that it is the base, on a server whose HEAD is no branch.
  private static func selfNamed(_ repository: Repository) throws -> NamedCommit? {
    let named = try repository.references(.branch).compactMap { ref -> NamedCommit? in
      let branch = NamedCommit(name: ref.name.short, id: ref.id)
      return (try? policy(of: branch, repository))?.base == branch.name ? branch : nil
    }
    return named.count == 1 ? named[0] : nil
  }

  /// The base that the policy of the checked-out commit names. In a clone of one branch nothing else says it; a branch
  /// is only believed to be the base when its own policy says the same.
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
    request.pushedApprovals = pushedApprovals
    return try ScopeCheck(repository, request).run()
  }

  /// The releases that a move of the base brings; nothing for ordinary work.
  ///
  /// - Parameters:
  ///   - move: Where the move is seen, which decides about commits that a release branch and the base share.
  ///   - pushed: Release branches that are pushed together with it.
  /// - Throws: An ``ExplainedError`` of the repository.
  /// - Complexity: See ``BroughtReleases``.
  package func releases(
    broughtBy new: ObjectID, onto old: ObjectID, _ move: BaseMove, with pushed: [NamedCommit] = []
  ) throws -> [MovingRelease] {
    var brought = try BroughtReleases(self, by: new, onto: old, move, with: pushed)
    return try brought.releases()
  }

  /// The release branch at a commit; `nil` if none is there.
  ///
  /// - Throws: An ``ExplainedError`` of the repository.
  package func release(at id: ObjectID) throws -> MovingRelease? {
    let name = try repository.branches().first { try $0.id == id && isRelease($0.name) }?.name
    return try name.map { MovingRelease(name: try shortName($0), id: id) }
  }
}
