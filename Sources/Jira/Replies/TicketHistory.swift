import ReleaseProcess
import ReleaseScope

/// What the changes of an issue tell of its way through a release.
struct TicketHistory: Equatable, Sendable {
  /// Oldest first.
  private(set) var statuses: [TicketEvidence.Change] = []
  /// The last time that it came into one of the versions, and the last time that it left one.
  private(set) var entered: TicketEvidence.Change?
  private(set) var left: TicketEvidence.Change?

  /// - Parameters:
  ///   - changes: In any order; one without a time that can be read tells nothing.
  ///   - versions: The ids of the release's version, one a project.
  init(_ changes: [Change], versions: Set<String>) {
    let dated = changes.compactMap { change in Instant(parsing: change.created).map { (time: $0, change: change) } }
    for (time, change) in dated.sorted(by: { $0.time < $1.time }) {
      for item in change.items {
        func made(_ value: String) -> TicketEvidence.Change {
          TicketEvidence.Change(
            value: value, time: time, by: change.author?.displayName ?? change.author?.name,
            address: change.author?.emailAddress)
        }
        // Data Center's changes have no field id, and the field's name is in no language but English.
        switch item.fieldId ?? item.field.lowercased() {
        case "status": if let status = item.toString { statuses.append(made(status)) }
        case "fixVersions", "fix version":
          if let id = item.to, versions.contains(id) { entered = made(item.toString ?? id) }
          if let id = item.from, versions.contains(id) { left = made(item.fromString ?? id) }
        default: break
        }
      }
    }
  }
}
