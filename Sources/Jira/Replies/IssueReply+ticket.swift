import ReleaseScope

extension IssueReply {
  /// The ticket that the issue is.
  ///
  /// - Parameter history: `nil` if it could not be had: the ticket then does not say since when it has its status.
  /// - Throws: ``TicketKeyError`` for a key that is none.
  func ticket(_ names: FieldNames, history: IssueHistory?) throws(TicketKeyError) -> Ticket {
    var ticket = Ticket(key: try TicketKey(parsing: key))
    ticket.summary = fields["summary"]?.plainText
    ticket.type = fields["issuetype"]?.label
    ticket.status = fields["status"]?.label
    ticket.statusCategory = fields["status"]?["statusCategory"]?["key"]?.plainText
    ticket.assignee = fields["assignee"]?.asField ?? .absent
    ticket.priority = fields["priority"]?.asField ?? .absent
    ticket.fixVersions = fixVersions?.map(\.name)
    ticket.parent = (fields["parent"]?["key"] ?? names.epic.flatMap { fields[$0] })?.plainText
      .flatMap { try? TicketKey(parsing: $0) }
    for name in ["labels", "components"] {
      if let field = fields[name]?.asField, field != .empty { ticket.fields[name] = field }
    }
    for wanted in names.triage {
      ticket.fields[wanted.name] = field(wanted.ids)
    }
    if let history {
      ticket.statusSince = history.statusChange ?? fields["created"]?.plainText.flatMap(Instant.init(parsing:))
      ticket.formerKeys = history.formerKeys.filter { $0 != ticket.key }
    }
    return ticket
  }

  /// The versions that the issue is to be fixed in; `nil` if Jira did not say.
  var fixVersions: [(id: String, name: String)]? {
    guard case .list(let versions) = fields["fixVersions"] else { return nil }
    return versions.compactMap { version in
      guard let name = version["name"]?.plainText else { return nil }
      return (version["id"]?.plainText ?? "", name)
    }
  }

  /// The first of several fields that has a value; absent if the issue has none of them.
  private func field(_ ids: [String]) -> Ticket.Field {
    let found = ids.compactMap { fields[$0]?.asField }
    return found.first { $0 != .empty } ?? (found.isEmpty ? .absent : .empty)
  }
}
