import JSON
import ReleaseScope

/// The text of a first policy, made of what is seen in a repository and of what is guessed, each marked as such.
package struct PolicyTemplate: Sendable {
  package var proposal: PolicyProposal

  package init(_ proposal: PolicyProposal) {
    self.proposal = proposal
  }

  /// A commented `.relscope.yml` that ``PolicyFile`` reads, ending with a newline.
  package var text: String {
    """
    # The release policy of this repository. `relscope check` reads it from the base branch, so that a release branch
    # cannot loosen its own gate. Each line says whether it was seen in the repository or guessed.

    # The branch that releases merge into.
    base: \(quoted(proposal.base.value))  # \(remark(proposal.base))

    # The branches that releases are made on; {version} is the release version's name.
    \(list("release-branches", proposal.releaseBranches) { quoted($0.text) })
    \(range)
    # The Jira projects whose keys count.
    \(projects)
    # Where the manifest of a version is: the tickets whose fix version it is.
    manifest: \(quoted(proposal.manifest.value))  # \(remark(proposal.manifest))

    # The statuses in which a ticket may be released.
    \(statuses)
    \(trailers)\(links)
    # How much a rule's findings weigh: error, warning, note or off.
    # rules: {untracked-commit: warning}

    # Commits that need no ticket: by author, committer, subject or paths (every path has to match).
    \(exemptions)
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

  private var range: String {
    var text = ""
    if let since = proposal.since {
      text += """

        # Where the range of a release begins, if not where it leaves the base: at the version before.
        since: \(quoted(since.value))  # \(remark(since))

        """
    }
    if let tag = proposal.tag {
      text += """

        # What says that a release runs on production, for relscope process; \(remark(tag)).
        # production: {tag: \(quoted(tag.value.text))}

        """
    }
    return text
  }

  private var projects: String {
    var text =
      proposal.projects.isEmpty
      ? "# projects: [SHOP]\n" : list("projects", proposal.projects, \.text) + "\n"
    for project in proposal.doubtfulProjects { text += "  # - \(project.value)  # \(project.evidence)\n" }
    return text
  }

  private var statuses: String {
    let ready = proposal.readyStatuses
    var text = "statuses: {ready: [\(ready.value.map(quoted).joined(separator: ", "))]}  # \(remark(ready))"
    if !proposal.otherStatuses.isEmpty {
      text += "\n# Not ready, as far as names tell: \(proposal.otherStatuses.map(quoted).joined(separator: ", "))"
    }
    return text
  }

  private var trailers: String {
    guard !proposal.trailers.isEmpty else { return "" }
    let names = proposal.trailers.map { quoted($0.value) }.joined(separator: ", ")
    let remarks = proposal.trailers.map { "\($0.value) in \($0.evidence)" }.joined(separator: "; ")
    return """

      # Trailers that name a commit's ticket, besides Ticket, Jira, Issue and their like; seen: \(cleaned(remarks)).
      keys: {trailers: [\(names)]}

      """
  }

  private var links: String {
    guard proposal.ticketLink != nil || proposal.commitLink != nil else { return "" }
    var text = "\n# Where tickets and commits can be looked at.\nlinks:\n"
    for (name, link) in [("ticket", proposal.ticketLink), ("commit", proposal.commitLink)] {
      if let link { text += "  \(name): \(quoted(link.value))  # \(remark(link))\n" }
    }
    return text
  }

  private var exemptions: String {
    func line(_ part: PolicyProposal.Part<Exemption>) -> String {
      let value = part.value
      let conditions = [("author", value.author), ("committer", value.committer), ("subject", value.subject)]
        .compactMap { name, glob in glob.map { "\(name): \(quoted($0))" } }
      return "  - {\(conditions.joined(separator: ", ")), reason: \(quoted(value.reason))}  # \(remark(part))\n"
    }
    let seen = proposal.exemptions.filter(\.isSeen).map(line)
    let guessed = proposal.exemptions.filter { !$0.isSeen }.map { "# \(line($0))" }
    let examples =
      proposal.exemptions.contains { $0.value.author != nil }
      ? "" : "#   - {author: \"*[bot]@users.noreply.github.com\", reason: dependency updates}\n"
    return (seen.isEmpty ? "# exempt:\n" : "exempt:\n") + (seen + guessed).joined() + examples
      + "#   - {paths: [\"docs/**\"], reason: documentation only}\n"
  }

  private func list<Value>(
    _ name: String, _ parts: [PolicyProposal.Part<Value>], _ text: (Value) -> String
  ) -> String {
    "\(name):\n" + parts.map { "  - \(text($0.value))  # \(remark($0))" }.joined(separator: "\n")
  }

  private func remark<Value>(_ part: PolicyProposal.Part<Value>) -> String { cleaned(part.remark) }

  /// A comment ends with its line.
  private func cleaned(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.isComment ? $0 : "?" }))
  }

  /// A JSON string is a YAML string.
  private func quoted(_ text: String) -> String { JSONWriter.pretty(.string(text)) }
}

extension Unicode.Scalar.Properties {
  /// Whether it may stand in a comment of YAML.
  fileprivate var isComment: Bool {
    switch generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
    default: true
    }
  }
}
