package import ReleaseScope

/// What a repository shows about its releases, for a first policy.
package struct RepositorySurvey: Sendable {
  package let base: NamedCommit
  /// The base's short name, as a policy names it.
  package let baseBranch: String
  package let releaseBranches: [BranchPattern]
  /// The projects that at least two commits of the base name, the most frequent first.
  package let projects: [(key: ProjectKey, commits: Int)]
  package let commitsRead: Int

  /// - Parameter recent: The newest commits of the base.
  package init(
    _ repository: some ReleaseRepository, recent: (ObjectID) throws -> [Commit]
  ) throws {
    var choice = RevisionChoice(repository)
    base = try choice.base(named: nil, policy: nil)
    baseBranch = try choice.shortName(base.name)
    let names = Set(try repository.branches().map { try choice.shortName($0.name) })
    let patterns = Self.patterns(in: names)
    releaseBranches = patterns.isEmpty ? Policy().releaseBranches : patterns
    let commits = try recent(base.id)
    commitsRead = commits.count
    projects = Self.projects(in: commits)
  }

  /// `release/{version}` for `release/2.4.0`: of branches whose first word means a release and whose rest has a digit.
  private static func patterns(in names: Set<String>) -> [BranchPattern] {
    let words: Set = ["release", "releases", "rel", "hotfix", "hotfixes"]
    let found = names.compactMap { name -> String? in
      guard let end = name.firstIndex(where: { "/-_".contains($0) }), words.contains(name[..<end].lowercased()),
        name[name.index(after: end)...].contains(where: \.isNumber)
      else { return nil }
      let rest = name[name.index(after: end)...]
      let prefix = rest.hasPrefix("v") && rest.dropFirst().first?.isNumber == true ? "v" : ""
      return "\(name[...end])\(prefix){version}"
    }
    return Set(found).sorted { ($0.contains("hotfix") ? 1 : 0, $0) < ($1.contains("hotfix") ? 1 : 0, $1) }
      .map(BranchPattern.init)
  }

  private static func projects(in commits: [Commit]) -> [(key: ProjectKey, commits: Int)] {
    let reader = MessageReader(scanner: KeyScanner(projects: []))
    var counts: [ProjectKey: Int] = [:]
    for commit in commits {
      for project in Set(reader.facts(of: commit).implements.map(\.key.project)) { counts[project, default: 0] += 1 }
    }
    return counts.filter { $0.value >= 2 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { ($0.key, $0.value) }
  }
}
