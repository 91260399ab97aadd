/// What a column of a CSV export holds, by its header.
enum JiraColumn: Equatable {
  case key
  case summary
  case type
  case status
  case statusCategory
  case assignee
  case priority
  case fixVersion
  case parent
  /// Says nothing that is needed, or the same as another column.
  case ignored
  /// Any other column, by its header.
  case field(String)

  /// The headers of Data Center and of both generations of Cloud.
  private static let known: [String: JiraColumn] = [
    "issue key": .key, "key": .key, "work item key": .key, "work key": .key,
    "summary": .summary,
    "issue type": .type, "work type": .type, "work item type": .type, "type": .type,
    "status": .status,
    "status category": .statusCategory,
    "assignee": .assignee,
    "priority": .priority,
    "fix version/s": .fixVersion, "fix versions": .fixVersion, "fix version": .fixVersion,
    "parent": .parent, "parent key": .parent,
    "resolution": .ignored, "issue id": .ignored, "work item id": .ignored,
  ]

  /// - Parameter header: Compared without case and without blanks around it.
  init(header: String) {
    let name = header.trimmed
    self = Self.known[name.lowercased()] ?? (name.isEmpty ? .ignored : .field(name))
  }

  /// The key of a status category that goes by Jira's English name; `nil` for another language.
  static func category(_ name: String) -> String? {
    switch name.lowercased() {
    case "to do", "new": "new"
    case "in progress", "indeterminate": "indeterminate"
    case "done", "complete": "done"
    case "no category", "undefined": "undefined"
    default: nil
    }
  }
}

extension String {
  /// Without blanks and line ends around it.
  var trimmed: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }
}
