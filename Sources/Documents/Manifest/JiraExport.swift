import ReleaseScope

/// The issues of a file that Jira exported, before it is known which version is meant.
struct JiraExport {
  let format: ManifestFormat
  /// In the order of the file.
  var issues: [(ticket: Ticket, line: Int)] = []
  /// Whether the file tells the fix versions of its issues at all.
  var hasFixVersions = false
  var isComplete = true
  /// What the file tells of versions, by name.
  var versions: [String: Manifest.Version] = [:]

  init(format: ManifestFormat) {
    self.format = format
  }

  /// Makes a manifest of the issues that have the fix version; the others become ``Manifest/others``.
  ///
  /// Without a version, the one fix version that all issues share is taken.
  ///
  /// - Throws: ``DocumentError`` when there is no issue, no single version, or no issue of the version, and for an issue
  ///   that comes twice.
  func manifest(of version: VersionName?, source: DocumentSource) throws(DocumentError) -> Manifest {
    guard !issues.isEmpty else {
      throw source.error(nil, "the export holds no issue", help: "check the filter, and export it again")
    }
    var index = TicketIndex(source: source)
    for (ticket, line) in issues { try index.add(ticket, line: line) }
    let name = if let version { version } else { try sharedVersion(source: source) }
    let tickets = issues.map(\.ticket)
    var manifest = Manifest(
      version: versions[name.text] ?? Manifest.Version(name: name), source: Manifest.Source(kind: format.rawValue),
      isComplete: isComplete, tickets: tickets)
    if hasFixVersions {
      manifest.tickets = tickets.filter { $0.fixVersions?.contains(name.text) == true }
      manifest.others = tickets.filter { $0.fixVersions?.contains(name.text) != true }
      guard !manifest.tickets.isEmpty else {
        throw source.error(
          nil, "no issue of the export has the fix version '\(name)'", help: "pass --version with the right name")
      }
    }
    manifest.projects = Set(manifest.tickets.map(\.key.project)).sorted()
    return manifest
  }

  private func sharedVersion(source: DocumentSource) throws(DocumentError) -> VersionName {
    var shared = Set(issues.first?.ticket.fixVersions ?? [])
    for (ticket, _) in issues { shared.formIntersection(ticket.fixVersions ?? []) }
    guard shared.count == 1, let name = shared.first, let version = try? VersionName(parsing: name) else {
      throw source.error(
        nil, "the issues of the export do not share exactly one fix version",
        help: "say which version is meant: --version NAME")
    }
    return version
  }
}

extension Ticket.Field {
  /// Reads an assignee as an export shows it: `Unassigned` and blanks mean nobody.
  init(assignee text: String) {
    self = text.lowercased() == "unassigned" ? .empty : Ticket.Field(text: text)
  }
}
