import ReleaseScope

/// The versions that have the wanted name: each project has its own.
struct VersionsByProject: Sendable {
  /// At least one, in the order of the question.
  let byProject: [(project: ProjectKey, version: VersionReply)]
  /// The projects without such a version.
  let without: [ProjectKey]
  private let wanted: VersionName

  /// - Throws: ``JiraError/unknownVersion(_:projects:alike:)`` when no project has it.
  init(
    named wanted: VersionName, in projects: [(project: ProjectKey, versions: [VersionReply])]
  ) throws(JiraError) {
    self.wanted = wanted
    var found: [(project: ProjectKey, version: VersionReply)] = []
    var without: [ProjectKey] = []
    for (project, versions) in projects {
      if let version = versions.first(where: { $0.name == wanted.text }) {
        found.append((project, version))
      } else {
        without.append(project)
      }
    }
    byProject = found
    self.without = without
    guard !found.isEmpty else {
      let names = Set(projects.flatMap(\.versions).map(\.name))
      throw .unknownVersion(wanted, projects: without, alike: Self.alike(wanted.text, among: names))
    }
  }

  /// The name as Jira writes it.
  var name: String { byProject.first?.version.name ?? wanted.text }

  /// The version as one: released or archived if it is so in any project.
  var merged: Manifest.Version {
    let versions = byProject.map(\.version)
    return Manifest.Version(
      name: wanted, isReleased: versions.contains { $0.released == true },
      isArchived: versions.contains { $0.archived == true },
      startDate: versions.lazy.compactMap(\.startDate).first,
      releaseDate: versions.lazy.compactMap(\.releaseDate).first,
      description: versions.lazy.compactMap(\.description).first { !$0.isEmpty })
  }

  private static func alike(_ name: String, among names: Set<String>) -> [String] {
    let wanted = name.lowercased()
    let near = names.compactMap { other -> (name: String, distance: Int)? in
      let candidate = other.lowercased()
      if candidate.contains(wanted) || wanted.contains(candidate) { return (other, 0) }
      return editDistance(candidate.utf8, wanted.utf8, limit: 2).map { (other, $0) }
    }
    return near.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
  }
}
