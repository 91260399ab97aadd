import ReleaseScope

/// The issues of a file that Jira exported, before it is known which version is meant.
struct JiraExport {
  struct Issue {
    var ticket: Ticket
    let line: Int
    /// Whether the file may have put something else in the place of its versions.
    var isDoubtful = false
  }

  let format: ManifestFormat
  /// In the order of the file.
  var issues: [Issue] = []
  /// Whether the file tells the fix versions of its issues at all.
  var hasFixVersions = false
  /// Whether one text may stand for several fix versions.
  var joinsVersions = false
  /// What the file itself says about what it lacks.
  var gaps: [ManifestGap] = []
  /// What the file tells of versions, by name.
  var versions: [String: Manifest.Version] = [:]

  init(format: ManifestFormat) {
    self.format = format
  }

  /// Makes a manifest of the issues that have the fix version; the others become ``Manifest/others``.
  ///
  /// Without a version, the one fix version that all issues share is taken. Where the version of an issue cannot be
  /// told, the manifest is not complete.
  ///
  /// - Throws: ``DocumentError`` when there is no issue, no single version, or no issue of the version, and for an
  ///   issue that comes twice.
  func manifest(
    of version: VersionName?, source: DocumentSource
  ) throws(DocumentError) -> (manifest: Manifest, gaps: [ManifestGap]) {
    guard !issues.isEmpty else {
      throw source.error(nil, "the export holds no issue", help: "check the filter, and export it again")
    }
    var index = TicketIndex(source: source)
    for issue in issues { try index.add(issue.ticket, line: issue.line) }
    let name = if let version { version } else { try sharedVersion(source: source) }
    var manifest = Manifest(
      version: versions[name.text] ?? Manifest.Version(name: name), source: Manifest.Source(kind: format.rawValue),
      tickets: [])
    var gaps = gaps
    if hasFixVersions {
      let doubtful = sort(into: &manifest)
      guard !manifest.tickets.isEmpty || !doubtful.isEmpty else {
        throw source.error(
          nil, "no issue of the export has the fix version '\(name)'", help: "pass --version with the right name")
      }
      if !doubtful.isEmpty { gaps.append(.unclear(doubtful)) }
    } else {
      manifest.tickets = issues.map(\.ticket)
      gaps.append(.noFixVersions(issues: issues.count))
    }
    manifest.isComplete = gaps.isEmpty
    manifest.projects = Set(manifest.tickets.map(\.key.project)).sorted()
    return (manifest, gaps)
  }

  /// - Returns: The issues of which nobody can say that they have not the version.
  private func sort(into manifest: inout Manifest) -> [ManifestGap.Issue] {
    let name = manifest.version.name.text
    var doubtful: [ManifestGap.Issue] = []
    for issue in issues {
      var ticket = issue.ticket
      if ticket.fixVersions?.contains(name) != true, joinsVersions { ticket.fixVersions = separated(ticket) }
      if ticket.fixVersions?.contains(name) == true {
        manifest.tickets.append(ticket)
        continue
      }
      manifest.others.append(ticket)
      let mayHaveIt =
        ticket.fixVersions?.contains { format == .jiraCSV && VersionCell($0).parts.contains(name) } ?? true
      if mayHaveIt || issue.isDoubtful { doubtful.append(ManifestGap.Issue(key: ticket.key, line: issue.line)) }
    }
    return doubtful
  }

  private func sharedVersion(source: DocumentSource) throws(DocumentError) -> VersionName {
    var shared = Set(issues.first.flatMap { separated($0.ticket) } ?? [])
    for issue in issues { shared.formIntersection(separated(issue.ticket) ?? []) }
    guard shared.count == 1, let name = shared.first, let version = try? VersionName(parsing: name) else {
      throw source.error(
        nil, "the issues of the export do not share exactly one fix version",
        help: "say which version is meant: --version NAME")
    }
    return version
  }

  /// The fix versions, each by itself.
  private func separated(_ ticket: Ticket) -> [String]? {
    guard joinsVersions else { return ticket.fixVersions }
    return ticket.fixVersions?.flatMap { text in
      let cell = VersionCell(text)
      return cell.isList ? cell.parts : [text]
    }
  }
}

extension Ticket.Field {
  /// Reads an assignee as an export shows it: `Unassigned` and blanks mean nobody.
  init(assignee text: String) {
    self = text.lowercased() == "unassigned" ? .empty : Ticket.Field(text: text)
  }
}
