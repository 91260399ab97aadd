import Documents
import ReleaseScope

/// The scope as it was agreed.
enum FrozenScope {
  case notAsked
  case notFound(String)
  /// What changed since; perhaps nothing.
  case changed(String, ManifestDrift)

  var remarks: [String] {
    guard case .notFound(let revision) = self else { return [] }
    return [
      "the manifest is not at '\(revision)', where the policy says that the scope is frozen: nobody can tell whether it "
        + "changed (git fetch --tags, if it was frozen)"
    ]
  }
}

extension FrozenScope {
  init(_ repository: some ReleaseRepository, _ subject: CheckSubject) throws {
    guard let template = subject.policy.frozenAt, let manifest = subject.manifest,
      let name = subject.manifestSummary?.name
    else {
      self = .notAsked
      return
    }
    let since = try CheckSubject.path(template, subject.version)
    guard let frozen = try? repository.resolve(since, as: "scope"), let file = try repository.file(name, in: frozen)
    else {
      self = .notFound(since)
      return
    }
    let then = try ManifestFile(parsing: file.bytes, name: name, version: subject.version)
    self = .changed(since, ManifestDrift(from: then.manifest, to: manifest.manifest))
  }
}
