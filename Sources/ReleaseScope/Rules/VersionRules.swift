extension Rule {
  /// The release version itself.
  static let versionRules: [Rule] = [
    Rule(
      .versionState, .error, from: .documents,
      finds: "a version that is archived, already released, or not the one that the branch names",
      advice: "check which version this branch is for, and the state of that version in Jira"
    ) { input in
      guard let version = input.manifest?.version else { return [] }
      var messages: [String] = []
      if version.isArchived == true { messages.append("version '\(version.name)' is archived") }
      if version.isReleased == true, !input.isMerged {
        let day = version.releaseDate.map { ", on \($0)" } ?? ""
        messages.append("version '\(version.name)' is already released\(day)")
      }
      if let requested = input.requestedVersion, requested != version.name {
        messages.append("the manifest is for version '\(version.name)', not '\(requested)'")
      } else if let branch = input.branchVersion, branch != version.name.text {
        messages.append("the branch is for version '\(branch)', the manifest for '\(version.name)'")
      }
      return messages.map { Difference(message: $0) }
    },
    Rule(
      .releaseTicket, .warning, from: .documents,
      finds: "a release without a release ticket, or whose ticket nobody is assigned to",
      advice: "create the release ticket in Jira, assign it to the release developer, and refresh the manifest"
    ) { input in
      guard let manifest = input.manifest else { return [] }
      guard let key = manifest.releaseTicket else {
        let isFetched = manifest.source?.kind == "jira" && input.policy.releaseTicketQuery == nil
        return [
          Difference(
            message: "version '\(manifest.version.name)' has no release ticket",
            help: isFetched ? "say how to find it, with 'jira: {release-ticket: ...}' in the policy" : nil)
        ]
      }
      let ticket = (manifest.tickets + manifest.others).first { $0.key == key }
      guard ticket?.assignee == .empty else { return [] }
      return [Difference(ticket: key, message: "the release ticket \(key) has no assignee")]
    },
    Rule(
      .scopeDrift, .warning, from: .documents, finds: "a manifest that changed since the scope was frozen",
      advice: "agree on the new scope, and freeze it again"
    ) { input in
      guard let drift = input.drift else { return [] }
      let added = drift.changes.added.map {
        ($0.key, "\($0.key) was added after the scope was frozen at '\(drift.since)'")
      }
      let dropped = drift.changes.dropped.map {
        ($0.key, "\($0.key) was dropped after the scope was frozen at '\(drift.since)'")
      }
      return (added + dropped).map { Difference(ticket: $0, message: $1) }
    },
  ]
}
