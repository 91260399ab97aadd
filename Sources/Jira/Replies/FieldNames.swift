import ReleaseScope

/// Which fields of this Jira are asked for.
struct FieldNames: Sendable {
  /// A field that the policy's triage asks for, by the policy's name; several ids where several fields have the name.
  struct Wanted: Equatable, Sendable {
    let name: String
    let ids: [String]
  }

  /// What every ticket is asked for, by id.
  private static let usual = [
    "summary", "issuetype", "status", "assignee", "priority", "fixVersions", "parent", "labels", "components",
    "created",
  ]

  let triage: [Wanted]
  /// Names that this Jira does not know.
  let unknown: [String]
  /// Data Center's field for the epic, which is what a ticket has instead of a parent.
  let epic: String?

  /// - Parameters:
  ///   - names: From the policy: names, ids or, for custom fields, numbers; compared without case.
  ///   - known: What the Jira has.
  init(triage names: [String], known: [FieldDescription]) {
    var triage: [Wanted] = []
    var unknown: [String] = []
    for name in names {
      let wanted = name.lowercased()
      // These have places of their own in a ticket.
      if wanted == "priority" || wanted == "assignee" { continue }
      let ids = known.filter { $0.id.lowercased() == wanted || $0.name.lowercased() == wanted }.map(\.id)
      if !ids.isEmpty {
        triage.append(Wanted(name: name, ids: ids))
      } else if let id = Self.usual.first(where: { $0.lowercased() == wanted }) {
        // Names are in the language of whoever asks; these ids are the same everywhere.
        triage.append(Wanted(name: name, ids: [id]))
      } else {
        unknown.append(name)
      }
    }
    self.triage = triage
    self.unknown = unknown
    epic = known.first { $0.schema?.custom == "com.pyxis.greenhopper.jira:gh-epic-link" }?.id
  }

  /// The ids to ask for, none twice.
  var ids: [String] {
    var seen: Set<String> = []
    return (Self.usual + triage.flatMap(\.ids) + [epic].compactMap(\.self)).filter { seen.insert($0).inserted }
  }
}
