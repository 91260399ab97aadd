import Documents
import ReleaseScope

extension DocumentFacts {
  /// What the documents of a check say, before the trees are looked at.
  ///
  /// - Parameter isMerged: Whether the release is in the base already.
  init(of subject: CheckSubject, isMerged: Bool, now: Instant) {
    self.init(
      policy: subject.policy, releaseName: subject.release.name, baseName: (subject.since ?? subject.base).name,
      now: now)
    manifest = subject.manifest?.manifest
    manifestName = subject.manifestSummary?.name ?? manifestName
    seal = subject.manifest?.seal ?? .none
    branchVersion = subject.branchVersion
    requestedVersion = subject.requestedVersion
    self.isMerged = isMerged
  }
}
