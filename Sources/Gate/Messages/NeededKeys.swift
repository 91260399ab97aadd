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
  package let planned: [TicketKey]
  private let reader: MessageReader

  init(key: TicketKey?, isNeeded: Bool, planned: [TicketKey], reader: MessageReader) {
    self.key = key
    self.isNeeded = isNeeded
    self.planned = planned
    self.reader = reader
  }

  package func facts(of message: [UInt8]) -> MessageFacts { reader.facts(ofMessage: message) }
}

extension ReleaseGate {
  /// - Parameter branch: The short name of the branch that is checked out.
  package func neededKeys(on branch: String) throws -> NeededKeys {
    let version = policy.releaseBranches.lazy.compactMap { $0.version(in: branch) }.first
    let planned = try version.map(plannedKeys) ?? []
    let scanner = KeyScanner(
      projects: policy.projects + planned.map(\.project), ignoresCase: policy.keys.ignoresCase)
    let inName = KeyScanner(projects: policy.projects + planned.map(\.project), ignoresCase: true)
      .scan(Array(branch.utf8)[...], inBranchName: true).counting.first?.key
    return NeededKeys(
      key: inName, isNeeded: inName != nil || version != nil, planned: planned,
      reader: MessageReader(scanner: scanner, policy: policy.keys, planned: planned + [inName].compactMap(\.self)))
  }

  private func plannedKeys(of version: String) throws -> [TicketKey] {
    guard let base, let template = policy.manifest, let name = try? VersionName(parsing: version),
      let file = try repository.file(template.filled(with: name), in: base.id)?.bytes
    else { return [] }
    // A manifest that is wrong is a matter for the check; here it only serves suggestions.
    return (try? ManifestFile(parsing: file, name: template.text, version: name))?.manifest.tickets.map(\.key) ?? []
  }
}
