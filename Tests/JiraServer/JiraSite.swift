package import ServiceJSON

/// What a Jira holds.
package struct JiraSite: Sendable {
  package struct Version: Sendable {
    package var id: Int
    package var name: String
    package var isReleased = false
    package var isArchived = false
    package var releaseDate: String?

    package init(
      _ id: Int, _ name: String, isReleased: Bool = false, isArchived: Bool = false, releaseDate: String? = nil
    ) {
      self.id = id
      self.name = name
      self.isReleased = isReleased
      self.isArchived = isArchived
      self.releaseDate = releaseDate
    }
  }

  package struct Project: Sendable {
    package var key: String
    package var versions: [Version]
    /// Whether the asker has no permission to browse it.
    package var isHidden = false

    package init(_ key: String, versions: [Version], isHidden: Bool = false) {
      self.key = key
      self.versions = versions
      self.isHidden = isHidden
    }
  }

  package struct Issue: Sendable {
    package let key: String
    let project: String
    let number: Int
    /// The same for the same key.
    let id: String
    package var summary: String
    package var type = "Task"
    package var status = "Ready for Release"
    /// Jira's form, without a colon in the offset.
    package var statusSince: String? = "2026-11-20T10:12:00.000+0100"
    /// Who set the status; everybody sees the name, and the address on Cloud only of some.
    package var statusBy = "Quinn Abe"
    package var statusByAddress: String? = "quinn@example.com"
    /// When the ticket was found ready, for one that has another status since.
    package var readySince: String?
    /// When it came into its version; `nil` if it was created in it.
    package var enteredAt: String? = "2026-11-04T08:00:00.000+0100"
    package var assignee: String? = "Dana Weber"
    package var priority: String? = "High"
    package var versions: [String]
    package var labels: [String] = []
    package var formerKeys: [String] = []
    /// By the field's id.
    package var custom: [String: JSON] = [:]
    /// Whether a security level hides it from the asker.
    package var isHidden = false

    package init(_ key: String, _ summary: String? = nil, versions: [String]) {
      self.key = key
      project = String(key.prefix { $0 != "-" })
      number = Int(key.drop { $0 != "-" }.dropFirst()) ?? 0
      id = String(key.utf8.reduce(UInt64(7)) { ($0 * 131 + UInt64($1)) % 1_000_000_007 })
      self.summary = summary ?? "Work on \(key)"
      self.versions = versions
    }
  }

  package var isCloud: Bool
  package var projects: [Project]
  package var issues: [Issue]
  /// Names of custom fields by id.
  package var customFields: [String: String] = ["customfield_10042": "Steps to Reproduce"]
  /// The most issues on a page, whatever is asked for.
  package var pageLimit = 100
  /// The most changes that come with an issue of a search; the rest is in the issue's own changelog.
  package var changeLimit = 40
  package var user = "dana@example.com"
  package var token = "let-me-in-4711"

  package init(isCloud: Bool, projects: [Project], issues: [Issue]) {
    self.isCloud = isCloud
    self.projects = projects
    self.issues = issues
  }

  /// The projects that the asker sees.
  var visibleProjects: [Project] { projects.filter { !$0.isHidden } }

  func isVisible(_ issue: Issue) -> Bool {
    !issue.isHidden && visibleProjects.contains { $0.key == issue.project }
  }

  /// By a present or a former key, without regard to case.
  func issue(_ key: String) -> Issue? {
    let wanted = key.uppercased()
    return issues.first { isVisible($0) && ($0.key == wanted || $0.formerKeys.contains(wanted)) }
      ?? issues.first { isVisible($0) && $0.id == key }
  }
}
