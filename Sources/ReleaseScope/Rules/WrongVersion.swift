extension Rule {
  static let wrongVersion = Rule(
    .wrongVersion, .error, judgesPush: true,
    finds: "a ticket in the scope whose fix version is another one",
    advice: "correct the ticket's fix version, or take its commits out of the release",
    find: .presence { facts in
      guard let version = facts.documents.manifest?.version.name.text else { return [] }
      let others = facts.documents.otherTickets
      let strays = facts.planned.unplanned.compactMap { others[$0] }
      let planned = facts.documents.planned.compactMap { ticket in
        guard let versions = ticket.fixVersions, !versions.isEmpty,
          !versions.contains(where: { $0.caseInsensitivelyEquals(version) })
        else { return nil as Ticket? }
        return ticket
      }
      return (strays + planned).map { ticket in
        let versions = ticket.fixVersions ?? []
        let commits = facts.range.standingWork(for: ticket.key)
        if versions.contains(where: { $0.caseInsensitivelyEquals(version) }) {
          return Difference(
            ticket: ticket.key, commits: commits,
            message: "\(ticket.key) has '\(version)' of project '\(ticket.key.project)', which the manifest leaves out",
            help: "fetch the manifest again with the project: --projects, or 'projects:' in the policy")
        }
        let names = versions.isEmpty ? "no fix version" : "the fix version '\(versions.joined(separator: "', '"))'"
        return Difference(ticket: ticket.key, commits: commits, message: "\(ticket.key) has \(names), not '\(version)'")
      }
    })
}
