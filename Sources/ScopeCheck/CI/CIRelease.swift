package import ReleaseScope

/// The release that a CI job is for, found in its repository.
package struct CIRelease: Equatable, Sendable {
  package let base: NamedCommit
  package let release: MovingRelease
  /// What was recognised, for people.
  package let remark: String

  /// - Returns: `nil` where the event names no release: what is checked out is judged then.
  /// - Throws: An ``ExplainedError``; a ``Problem`` of kind `unseen` when a shallow clone lacks what the job is for.
  package init?<Repository: ReleaseRepository>(
    _ environment: CIEnvironment, in repository: Repository, now: Instant
  ) throws {
    do {
      let search = CIReleaseSearch(repository, environment.service)
      guard let found = try search.release(of: environment.event, now: now) else { return nil }
      self = found
    } catch let error as any ExplainedError where error.problem.kind == .missing && repository.isShallow {
      throw Problem(
        .unseen, "\(error.problem.message), and this is a shallow clone", help: environment.service.wholeHistory)
    }
  }

  init(base: NamedCommit, release: MovingRelease, remark: String) {
    self.base = base
    self.release = release
    self.remark = remark
  }
}

/// Looks for what an event names.
private struct CIReleaseSearch<Repository: ReleaseRepository> {
  private let repository: Repository
  private let service: CIService

  init(_ repository: Repository, _ service: CIService) {
    self.repository = repository
    self.service = service
  }

  func release(of event: CIEnvironment.Event, now: Instant) throws -> CIRelease? {
    switch event {
    case .pullRequest(let number, let base, let branch, let head):
      let base = try self.base(base)
      let id = try proposed(head, branch, base.id)
      return found(base, MovingRelease(name: branch, id: id), "pull request\(number.map { " \($0)" } ?? "")")
    case .mergeGroup(let base, let head):
      return try brought(from: base, to: head, ReleaseGate(repository, now: now), "a merge queue's trial merge")
    case .push(let branch, let head, let before):
      let gate = try ReleaseGate(repository, now: now)
      if branch == gate.baseBranch, let before {
        return try brought(from: before, to: head, gate, "a push of '\(branch)'")
      }
      guard try gate.isRelease(branch), let base = gate.base else { return nil }
      let release = MovingRelease(name: branch, id: try repository.resolve(head, as: "release"))
      return found(base, release, "a push of '\(branch)'")
    case .tag(let name, let head):
      let gate = try ReleaseGate(repository, now: now)
      guard let base = gate.base, let version = try gate.version(ofTag: name) else { return nil }
      let id = try repository.resolve(head, as: "release")
      return found(base, MovingRelease(name: name, id: id, version: version), "tag '\(name)'")
    case .other: return nil
    }
  }

  private func found(_ base: NamedCommit, _ release: MovingRelease, _ event: String) -> CIRelease {
    CIRelease(
      base: base, release: release,
      remark: "\(service.rawValue): \(event): '\(release.name)' (\(release.id.abbreviated)) against '\(base.name)'")
  }

  /// A branch of the remote, since a job's local ones may be old.
  private func base(_ branch: String) throws -> NamedCommit {
    let remotes = try repository.remoteNames()
    for remote in remotes.sorted(by: { $0 == "origin" && $1 != "origin" }) {
      if let id = try repository.commit(ofReference: "refs/remotes/\(remote)/\(branch)") {
        return NamedCommit(name: "\(remote)/\(branch)", id: id)
      }
    }
    return NamedCommit(name: branch, id: try repository.resolve(branch, as: "base"))
  }

  /// Of a trial merge into the base, what was merged; of any other commit, itself. A trial merge is on no branch.
  private func proposed(_ head: CIEnvironment.Head, _ branch: String, _ base: ObjectID) throws -> ObjectID {
    switch head {
    case .proposed(let revision): return try repository.resolve(revision, as: "release")
    case .built(let revision):
      let id = try repository.resolve(revision, as: "release")
      let tips = try repository.branches().filter { $0.name.hasSuffix("/\(branch)") }.map(\.id)
      guard !tips.contains(id), let commit = try repository.commit(id), commit.parents.count == 2 else { return id }
      let isOnBase = try commit.parents.map { try $0 == base || repository.isAncestor($0, of: base) }
      return isOnBase == [true, false] ? commit.parents[1] : id
    }
  }

  /// The release that a move of the base brings.
  private func brought(
    from old: String, to new: String, _ gate: ReleaseGate<Repository>, _ event: String
  ) throws -> CIRelease? {
    let old = NamedCommit(name: gate.baseBranch, id: try repository.resolve(old, as: "base"))
    let new = try repository.resolve(new, as: "release")
    let releases = try gate.releases(broughtBy: new, onto: old.id, countsParts: false)
    guard let first = releases.first else { return nil }
    guard releases.count == 1 else {
      throw Problem(
        .usage, "\(event) brings \(releases.count) releases: \(releases.map(\.name).joined(separator: ", "))",
        help: "check each: relscope check --release NAME")
    }
    return found(NamedCommit(name: "\(old.id)", id: old.id), first, event)
  }
}
