import JSON
package import ReleaseScope

/// The text of a first policy, made of what is seen in a repository.
package struct PolicyTemplate: Sendable {
  /// The branch that releases merge into.
  package var base: String
  package var releaseBranches: [BranchPattern]
  /// The projects whose keys the history has, with the number of commits that name them.
  package var projects: [(key: ProjectKey, commits: Int)]

  package init(base: String, releaseBranches: [BranchPattern], projects: [(key: ProjectKey, commits: Int)]) {
    self.base = base
    self.releaseBranches = releaseBranches
    self.projects = projects
  }

  /// A commented `.relscope.yml` that ``PolicyFile`` reads, ending with a newline.
  package var text: String {
    let projectLines =
      projects.isEmpty
      ? "# projects: [SHOP]\n"
      : "projects:\n"
        + projects.map { "  - \($0.key)  # \($0.commits) \($0.commits == 1 ? "commit" : "commits")\n" }.joined()
    return """
      # The release policy of this repository. `relscope check` reads it from the base branch, so that a release branch
      # cannot loosen its own gate.

      # The branch that releases merge into.
      base: \(quoted(base))

      # The branches that releases are made on; {version} is the release version's name.
      release-branches: [\(releaseBranches.map { quoted($0.text) }.joined(separator: ", "))]

      # The Jira projects whose keys count. Remove what is not a project.
      \(projectLines)
      # Where the manifest of a version is: the tickets whose fix version it is.
      manifest: releases/{version}.json

      # The statuses in which a ticket may be released.
      statuses: {ready: ["Ready for Release"]}

      # How much a rule's findings weigh: error, warning, note or off.
      # rules: {untracked-commit: warning}

      # Commits that need no ticket.
      # exempt:
      #   - {author: "*[bot]@users.noreply.github.com", reason: dependency updates}
      #   - {paths: ["docs/**"], reason: documentation only}

      # Findings that somebody has accepted, until a day (UTC).
      # waivers:
      #   - {rule: missing-ticket, ticket: SHOP-104, reason: changed in the admin panel,
      #      approver: lead@example.com, expires: 2026-12-01}

      # Which ticket is the release ticket, for relscope manifest fetch; names are quoted where they are put in.
      # jira: {release-ticket: 'project in {projects} AND issuetype = Release AND fixVersion = {version}'}

      # What the hooks do: relscope hooks install
      # hooks:
      #   pre-push: {without-manifest: warn}
      #   commit-msg: {missing-key: add}

      """
  }

  /// A JSON string is a YAML string.
  private func quoted(_ text: String) -> String { JSONWriter.pretty(.string(text)) }
}
