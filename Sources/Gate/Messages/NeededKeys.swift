import Documents
package import ReleaseScope
import ScopeCheck

/// Which ticket the messages on a branch should name.
package struct NeededKeys: Sendable {
  /// The ticket in the branch's name; `nil` if there is none.
  package let key: TicketKey?
  /// Whether a message needs a key: the branch is for a ticket, or for a release.
  package let isNeeded: Bool
  /// The tickets of the release branch's manifest, as far as there is one.
  package let planned: [Ticket]
  /// The path of that manifest on the base; `nil` if there is none.
  package let manifest: String?
  private let reader: MessageReader

  init(key: TicketKey?, isNeeded: Bool, planned: [Ticket], manifest: String?, reader: MessageReader) {
    self.key = key
    self.isNeeded = isNeeded
    self.planned = planned
    self.manifest = manifest
    self.reader = reader
  }

  package func facts(of message: [UInt8]) -> MessageFacts { reader.facts(ofMessage: message) }
}

extension ReleaseGate {
  /// - Parameter branch: The short name of the branch that is checked out.
  /// - Throws: An ``ExplainedError`` of the repository. A manifest that is wrong is taken for none.
  package func neededKeys(on branch: String) throws -> NeededKeys {
    let version = policy.releaseBranches.lazy.compactMap { $0.version(in: branch) }.first
    let manifest = try version.flatMap(manifest)
    let planned = manifest?.tickets.map(\.key) ?? []
    let scanner = KeyScanner(
      projects: policy.projects + planned.map(\.project), ignoresCase: policy.keys.ignoresCase)
    let inName = KeyScanner(projects: policy.projects + planned.map(\.project), ignoresCase: true)
      .scan(Array(branch.utf8)[...], inBranchName: true).counting.first?.key
    return NeededKeys(
      key: inName, isNeeded: inName != nil || version != nil, planned: manifest?.tickets ?? [],
      manifest: manifest?.path,
      reader: MessageReader(scanner: scanner, policy: policy.keys, planned: planned + [inName].compactMap(\.self)))
  }

  private func manifest(of version: String) throws -> (path: String, tickets: [Ticket])? {
    guard let base, let template = policy.manifest, let name = try? VersionName(parsing: version),
      case let path = template.filled(with: name), let file = try repository.file(path, in: base.id)?.bytes
    else { return nil }
    // A manifest that is wrong is a matter for the check; here it only serves suggestions.
    return (try? ManifestFile(parsing: file, name: path, version: name)).map { (path, $0.manifest.tickets) }
  }
}
