import Documents
package import ReleaseProcess
package import ReleaseScope

/// Reads the releases that are under way: those that the base plans, and those that have a branch.
package struct PlanReading<Repository: ReleaseRepository> {
  private let repository: Repository
  private let request: CheckRequest
  private let evidence: [ProcessEvidence]

  /// - Parameters:
  ///   - request: Its release, version and manifest do not count.
  ///   - evidence: Of any of the versions.
  package init(_ repository: Repository, _ request: CheckRequest, evidence: [ProcessEvidence] = []) {
    self.repository = repository
    self.request = request
    self.evidence = evidence
  }

  /// - Parameter showsReleased: Whether versions that are released are among them.
  /// - Throws: An ``ExplainedError`` where nothing can be told; what is wrong with one version is that one's gap.
  /// - Complexity: One comparison for each version.
  package func plan(on today: Day, showsReleased: Bool) throws -> ReleasePlan {
    let (policy, planned, branches) = try versions()
    var known = Set(planned.manifests.map(\.version.name) + planned.broken.map(\.version))
    let open = planned.manifests.filter { showsReleased || !isReleased($0) }
    var releases = try open.map { try release($0.version.name) }
    releases += planned.broken.map { PlannedRelease($0.version, gap: $0.reason) }
    for version in branches where known.insert(version).inserted { releases.append(try release(version)) }
    var remarks = [planned.remark].compactMap(\.self)
    if policy.releaseBranches.allSatisfy({ $0.branch(of: "") == nil }) {
      remarks.append("branches are not listed, since no 'release-branches:' of the policy names a version")
    }
    return ReleasePlan(
      releases, releasedCount: planned.manifests.count - open.count, on: today, remarks: remarks)
  }

  /// What has to be triaged, of the versions that are not released.
  ///
  /// - Throws: An ``ExplainedError`` where nothing can be told.
  package func triage() throws -> TriageList {
    let (policy, planned, _) = try versions()
    return TriageList(planned.manifests.filter { !isReleased($0) }.map { ($0, policy) })
  }

  private func isReleased(_ manifest: Manifest) -> Bool {
    let fetched = evidence.first { $0.version == manifest.version.name }?.versions
    return fetched.map { !$0.isEmpty && $0.allSatisfy(\.isReleased) } ?? (manifest.version.isReleased == true)
  }

  private func versions() throws -> (policy: Policy, planned: PlannedVersions, branches: [VersionName]) {
    var asked = request
    asked.needsManifest = false
    asked.manifest = .usual
    asked.release = nil
    var reading = SubjectReading(repository, asked)
    let subject = try reading.read()
    let planned = try PlannedVersions(repository, subject.policy, base: subject.base.id)
    let choice = RevisionChoice(repository)
    let named = try repository.branches().compactMap { branch -> VersionName? in
      let name = try choice.shortName(branch.name)
      // A branch that the base has brings nothing more.
      let isOnBase = try branch.id == subject.base.id || repository.isAncestor(branch.id, of: subject.base.id)
      guard !isOnBase else { return nil }
      return subject.policy.releaseBranches.lazy.compactMap { $0.version(in: name) }.first
        .flatMap { try? VersionName(parsing: $0) }
    }
    return (subject.policy, planned, named)
  }

  private func release(_ version: VersionName) throws -> PlannedRelease {
    var asked = request
    asked.release = nil
    asked.manifest = .usual
    do {
      let evidence = evidence.first { $0.version == version }
      return PlannedRelease(try ProcessReading(repository, asked, of: version, evidence: evidence).facts())
    } catch let error as any ExplainedError where error.problem.kind == .badData || error.problem.kind == .missing {
      return PlannedRelease(version, gap: error.problem.message)
    }
  }
}
