import Documents
package import ReleaseScope
import ScopeCheck

/// What is asked before there is a release to judge, as by a fetch.
extension ReleaseGate {
  /// The base's policy; the work tree's if the base has none, and the default one if that has none either.
  ///
  /// - Throws: An ``ExplainedError`` if the policy is wrong.
  package func nearestPolicy() throws -> Policy {
    if let problem { throw problem }
    let path = CheckRequest.policyPath
    if let base, try repository.file(path, in: base.id) != nil { return policy }
    return try repository.workTreeFile(path).map { try PolicyFile(parsing: $0, name: path).policy } ?? Policy()
  }

  /// The tickets of a version's manifest on the base, or of the work tree's if the base has none; none without a
  /// manifest.
  ///
  /// - Throws: An ``ExplainedError`` if the policy or the manifest is wrong.
  package func plannedKeys(of version: VersionName) throws -> [TicketKey] {
    guard let path = try nearestPolicy().manifest?.filled(with: version) else { return [] }
    let bytes = try base.flatMap { try repository.file(path, in: $0.id)?.bytes } ?? repository.workTreeFile(path)
    return try bytes.map { try ManifestFile(parsing: $0, name: path, version: version).manifest.tickets.map(\.key) }
      ?? []
  }
}
