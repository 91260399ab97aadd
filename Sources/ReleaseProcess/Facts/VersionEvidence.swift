package import ReleaseScope

/// Jira's version in one project.
package struct VersionEvidence: Equatable, Sendable {
  package var project: ProjectKey
  package var isReleased: Bool
  package var isArchived: Bool
  package var startDate: String?
  package var releaseDate: String?
  /// The issues without a resolution; `nil` if Jira did not say.
  package var unresolved: Int?
  package var url: String?

  package init(
    project: ProjectKey, isReleased: Bool, isArchived: Bool, startDate: String? = nil, releaseDate: String? = nil,
    unresolved: Int? = nil, url: String? = nil
  ) {
    self.project = project
    self.isReleased = isReleased
    self.isArchived = isArchived
    self.startDate = startDate
    self.releaseDate = releaseDate
    self.unresolved = unresolved
    self.url = url
  }
}
