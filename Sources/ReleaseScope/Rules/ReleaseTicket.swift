extension Rule {
  static let releaseTicket = Rule(
    .releaseTicket, .warning,
    finds: "a release without a release ticket, or whose ticket nobody is assigned to",
    advice: "create the release ticket in Jira, assign it to the release developer, and refresh the manifest",
    find: .documents { facts in
      guard let manifest = facts.manifest else { return [] }
      guard let key = manifest.releaseTicket else {
        let isFetched = manifest.source?.kind == "jira" && facts.policy.releaseTicketQuery == nil
        return [
          Difference(
            message: "version '\(manifest.version.name)' has no release ticket",
            help: isFetched ? "say how to find it, with 'jira: {release-ticket: ...}' in the policy" : nil)
        ]
      }
      let ticket = (manifest.tickets + manifest.others).first { $0.key == key }
      guard ticket?.assignee == .empty else { return [] }
      return [Difference(ticket: key, message: "the release ticket \(key) has no assignee")]
    })
}
