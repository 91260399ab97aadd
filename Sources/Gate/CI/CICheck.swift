package import ReleaseScope
package import ScopeCheck

/// A check of what a CI service builds.
package struct CICheck<Repository: ReleaseRepository> {
  private let repository: Repository
  private let environment: CIEnvironment
  private var choice: RevisionChoice<Repository>

  package init(_ repository: Repository, _ environment: CIEnvironment) {
    self.repository = repository
    self.environment = environment
    choice = RevisionChoice(repository)
  }

  /// Fills in base, release and version, and checks.
  ///
  /// - Parameter request: Names neither base nor release.
  /// - Returns: A report that is incomplete, with the setting that mends it, when the service's clone lacks what is to
  ///   be compared.
  /// - Throws: An ``ExplainedError`` when there is nothing to report on; ``NoReleaseBrought``.
  package func run(_ request: CheckRequest) throws -> ScopeReport {
    var request = request
    request.shallowAdvice = environment.service.shallowAdvice()
    if request.version == nil, let version = environment.tagVersion {
      request.version = try VersionName(asked: version)
    }
    let base = try find(environment.base)
    var release = try find(environment.release)
    // The branch's own name has the version; Jenkins calls it PR-12.
    if let name = environment.release?.name { release?.name = name }
    let gaps =
      try [
        environment.base.flatMap { base == nil ? ("base", $0) : nil },
        environment.release.flatMap { release == nil ? ("release", $0) : nil },
      ].compactMap(\.self) + usualBaseGap()
    guard gaps.isEmpty else { return try unseen(gaps, request) }
    if case .unrelated(let event) = environment.occasion, let release, try checkedOut(besides: release.id) != nil {
      return try unknownCommit(event, release, request)
    }
    request.baseCommit = base
    request.releaseCommit = release
    switch try lookIntoMove(&request) {
    case .unseen: return try unseen([("history of", environment.release ?? .init("HEAD"))], request)
    case .ordinary: throw NoReleaseBrought()
    case .release: return try ScopeCheck(repository, request).run()
    }
  }

  /// What is checked out where it is neither what the service names, nor a merge of that which the service made to try
  /// it; to be said, since the job may be about it.
  ///
  /// - Throws: An ``ExplainedError`` of the repository.
  package func otherHead() throws -> NamedCommit? {
    guard environment.release?.isHead != true, let release = try find(environment.release) else { return nil }
    return try checkedOut(besides: release.id)
  }

  private func checkedOut(besides id: ObjectID) throws -> NamedCommit? {
    guard let head = try? repository.resolve("HEAD", as: "checked-out commit"), head != id,
      try repository.commit(head)?.parents.dropFirst().contains(id) != true
    else { return nil }
    return NamedCommit(name: "HEAD", id: head)
  }

  /// The job runs for an event that is about no commit, and has checked out another one than the service names.
  private func unknownCommit(_ event: String, _ release: NamedCommit, _ request: CheckRequest) throws -> ScopeReport {
    let base = request.baseCommit?.name ?? environment.base?.name ?? release.name
    let part = Incompleteness(
      reason: .unknownCommit,
      message:
        "the event '\(event)' names '\(release.name)' (\(release.id.abbreviated)), which is not what is checked out",
      help:
        "name what is to be checked: relscope check --base \(ShellWord.quoted(base)) --release HEAD --version <version>"
    )
    return ScopeReport(
      verdict: .incomplete, version: request.version, stage: request.stage,
      range: RangeSummary(
        base: RangeEnd(name: base, id: nil), release: RangeEnd(name: release.name, id: release.id), commits: 0,
        merges: 0),
      incomplete: [part])
  }

  /// The commit of a revision, if the clone has it.
  private func find(_ revision: CIEnvironment.Revision?) throws -> NamedCommit? {
    guard let revision else { return nil }
    if revision.isHead { return NamedCommit(name: revision.name, id: try repository.resolve("HEAD", as: "release")) }
    if let id = revision.id {
      // Of an annotated tag, a service may name the tag itself.
      do {
        let commit = try repository.resolve("\(id)", as: "commit")
        return try repository.commit(commit).map { _ in NamedCommit(name: revision.name, id: commit) }
      } catch let error as any ExplainedError where error.problem.kind == .missing {
        return nil
      }
    }
    let remote = try choice.usualRemote()
    for branch in revision.branches {
      // Full names: a tag of the same name must not stand in for a branch.
      if let remote, let id = try repository.commit(ofReference: .tracking(branch, of: remote)) {
        return NamedCommit(name: "\(remote)/\(branch)", id: id)
      }
      if let id = try repository.commit(ofReference: .branch(branch)) {
        return NamedCommit(name: branch, id: id)
      }
    }
    return nil
  }

  /// Where no base is said, the usual one must be there: it has the policy.
  private func usualBaseGap() throws -> [(String, CIEnvironment.Revision)] {
    guard environment.base == nil else { return [] }
    var choice = choice
    do {
      _ = try choice.base(named: nil, policy: nil)
      return []
    } catch let error as any ExplainedError where error.problem.kind == .missing {
      return [("base", .init("main"))]
    }
  }

  /// What commits bring that are, or would be, the base's new tip.
  private enum Move {
    case release
    case ordinary
    /// The clone lacks the history to tell.
    case unseen
  }

  /// Of commits that are, or would be, the base's new tip, the release that they bring is judged.
  private func lookIntoMove(_ request: inout CheckRequest) throws -> Move {
    let gate = try ReleaseGate(repository, now: request.now)
    let old: ObjectID
    switch environment.occasion {
    case .mergeQueue:
      // A train has the release itself beside what it would become.
      if let name = environment.release?.name, try gate.isRelease(name) { return .release }
      guard let base = request.baseCommit ?? gate.base else { return .release }
      old = base.id
    case .branch(let before?) where environment.release?.name == gate.baseBranch:
      guard try repository.commit(before) != nil else { return repository.isShallow ? .unseen : .release }
      old = before
    case .unrelated where environment.release?.name == gate.baseBranch: return .ordinary
    case .branch, .pullRequest, .tag, .unrelated, .unknown: return .release
    }
    guard !repository.isShallow else { return .unseen }
    guard let new = request.releaseCommit else { return .release }
    let releases = try gate.releases(broughtBy: new.id, onto: old, .server)
    guard let release = releases.first else {
      // As for the hooks: ordinary work may go to the base. A policy that cannot be read says nothing of what is a
      // release.
      if let problem = gate.problem { throw problem }
      return .ordinary
    }
    guard releases.count == 1 else {
      throw Problem(
        .usage,
        "cannot tell which release to check: \(new.id.abbreviated) brings "
          + releases.map { "'\($0.name)'" }.joined(separator: " and "),
        help: "name one with --release and --version")
    }
    request.baseCommit = NamedCommit(name: environment.base?.name ?? gate.baseBranch, id: old)
    request.releaseCommit = NamedCommit(name: release.name, id: release.id)
    request.version = request.version ?? release.version
    return .release
  }

  private func unseen(_ gaps: [(role: String, revision: CIEnvironment.Revision)], _ request: CheckRequest) throws
    -> ScopeReport
  {
    let names = gaps.map {
      "the \($0.role) '\($0.revision.name)'\($0.revision.id.map { " (\($0.abbreviated))" } ?? "")"
    }
    let message = "this clone does not have \(names.joined(separator: " and "))"
    let part =
      repository.isShallow
      ? Incompleteness(
        reason: .shallowHistory, message: "\(message): it is shallow",
        help: environment.service.shallowAdvice(fetching: try refspecs(gaps.map(\.revision))))
      : Incompleteness(
        reason: .missingObject, message: message,
        help: .run(
          (["git fetch \(ShellWord.quoted(try remote))"] + (try refspecs(gaps.map(\.revision)))).joined(separator: " "))
      )
    let branch = environment.release?.name ?? "HEAD"
    let version = Policy().releaseBranches.lazy.compactMap { $0.version(in: branch) }.first
    return ScopeReport(
      verdict: .incomplete, version: try request.version ?? version.map { try VersionName(asked: $0) },
      stage: request.stage,
      range: RangeSummary(
        base: RangeEnd(name: environment.base?.name ?? "main", id: nil),
        release: RangeEnd(name: branch, id: environment.release?.id), commits: 0, merges: 0),
      incomplete: [part])
  }

  private var remote: String {
    get throws { try choice.usualRemote() ?? "origin" }
  }

  /// What to fetch for revisions, quoted for a shell.
  private func refspecs(_ revisions: [CIEnvironment.Revision]) throws -> [String] {
    let remote = try remote
    return revisions.compactMap { revision in
      revision.branches.last.map { "+refs/heads/\($0):refs/remotes/\(remote)/\($0)" } ?? revision.id.map { "\($0)" }
    }.map(ShellWord.quoted)
  }
}

/// Ordinary work goes to the base, in a merge queue or by a push: there is nothing to compare with a version, and
/// nothing that could be wrong with it.
package struct NoReleaseBrought: Error {}
