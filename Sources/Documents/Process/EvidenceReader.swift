import JSON
import ReleaseProcess
import ReleaseScope

/// Reads ``ProcessEvidence`` from a `relscope.evidence/1` document.
///
/// A member that no evidence has is an error: what is misspelt would be unseen without a word.
struct EvidenceReader {
  let read: TypedReader

  private enum Member: String, CaseIterable {
    case schema
    case version
    case fetchedAt
    case versions
    case tickets
    case releaseTicket
    case pullRequest
    case deployments
    case messages
    case seal
  }

  /// A pull request of `null` is none; without the member nobody asked for it.
  ///
  /// - Throws: ``DocumentError`` with the line, for another schema, an unknown or missing member or a wrong type.
  func evidence(_ document: JSONValue) throws(DocumentError) -> ProcessEvidence {
    let members = try members(document, "evidence", of: Member.self)
    let schema = try read.text(try required(members[.schema], "schema", document), "schema")
    guard schema == EvidenceFile.schema else {
      throw read.source.error(
        document.line, "'\(schema)' is no evidence that this relscope reads, expected '\(EvidenceFile.schema)'",
        help: "run: relscope-remote evidence again")
    }
    let name = try required(members[.version], "version", document)
    let version: VersionName
    do {
      version = try VersionName(parsing: try read.text(name, "version"))
    } catch let error as VersionNameError {
      throw read.source.error(name.line, error.message, help: "write the version's name as Jira has it")
    } catch {
      throw read.mistyped(name, "version", expected: "a string")
    }
    let fetchedAt = try read.instant(try required(members[.fetchedAt], "fetchedAt", document), "fetchedAt")
    var evidence = ProcessEvidence(version: version, fetchedAt: fetchedAt)
    evidence.versions = try list(members[.versions], "versions") { value throws(DocumentError) in
      try self.version(value)
    }
    evidence.tickets = try list(members[.tickets], "tickets") { value throws(DocumentError) in try ticket(value) }
    if let value = members[.releaseTicket] { evidence.releaseTicket = try ticket(value) }
    if let value = members[.pullRequest] {
      evidence.hasNoPullRequest = value.content == .null
      if value.content != .null { evidence.pullRequest = try pullRequest(value) }
    }
    evidence.deployments = try list(members[.deployments], "deployments") { value throws(DocumentError) in
      try deployment(value)
    }
    evidence.messages = try list(members[.messages], "messages") { value throws(DocumentError) in try message(value) }
    return evidence
  }

  private enum VersionMember: String, CaseIterable {
    case project, released, archived, startDate, releaseDate, unresolved, url
  }

  private func version(_ value: JSONValue) throws(DocumentError) -> VersionEvidence {
    let members = try members(value, "version", of: VersionMember.self)
    let key = try required(members[.project], "project", value)
    let project: ProjectKey
    do {
      project = try ProjectKey(parsing: try read.text(key, "project"))
    } catch let error as TicketKeyError {
      throw read.source.error(key.line, error.message, help: "write the project's key, such as SHOP")
    } catch {
      throw read.mistyped(key, "project", expected: "a string")
    }
    var version = VersionEvidence(
      project: project, isReleased: try read.bool(try required(members[.released], "released", value), "released"),
      isArchived: try read.bool(try required(members[.archived], "archived", value), "archived"))
    version.startDate = try text(members[.startDate], "startDate")
    version.releaseDate = try text(members[.releaseDate], "releaseDate")
    version.unresolved = try number(members[.unresolved], "unresolved")
    version.url = try text(members[.url], "url")
    return version
  }

  private enum TicketMember: String, CaseIterable {
    case key, status, statusCategory, assignee, statuses, entered, left
  }

  /// An assignee of `null` is nobody; without the member it was not told.
  private func ticket(_ value: JSONValue) throws(DocumentError) -> TicketEvidence {
    let members = try members(value, "ticket", of: TicketMember.self)
    var ticket = TicketEvidence(key: try read.ticketKey(try required(members[.key], "key", value), "key"))
    ticket.status = try text(members[.status], "status")
    ticket.statusCategory = try text(members[.statusCategory], "statusCategory")
    if let assignee = members[.assignee] {
      ticket.assignee = assignee.content == .null ? .empty : .value(try read.text(assignee, "assignee"))
    }
    ticket.statuses = try list(members[.statuses], "statuses") { value throws(DocumentError) in try change(value) }
    if let entered = members[.entered] { ticket.entered = try change(entered) }
    if let left = members[.left] { ticket.left = try change(left) }
    return ticket
  }

  private enum ChangeMember: String, CaseIterable {
    case value, time, by, address
  }

  private func change(_ value: JSONValue) throws(DocumentError) -> TicketEvidence.Change {
    let members = try members(value, "change", of: ChangeMember.self)
    return TicketEvidence.Change(
      value: try read.text(try required(members[.value], "value", value), "value"),
      time: try read.instant(try required(members[.time], "time", value), "time"), by: try text(members[.by], "by"),
      address: try text(members[.address], "address"))
  }

  private enum MessageMember: String, CaseIterable {
    case kind, time, by, reference, tickets
  }

  private func message(_ value: JSONValue) throws(DocumentError) -> MessageEvidence {
    let members = try members(value, "message", of: MessageMember.self)
    let kind: MessageEvidence.Kind = try word(try required(members[.kind], "kind", value), "kind")
    var message = MessageEvidence(
      kind: kind, time: try read.instant(try required(members[.time], "time", value), "time"))
    message.by = try text(members[.by], "by")
    message.reference = try text(members[.reference], "reference")
    if let tickets = members[.tickets] { message.tickets = try read.ticketKeys(tickets, "tickets") }
    return message
  }

  private enum DeploymentMember: String, CaseIterable {
    case environment, commit, succeeded, time, by, url
  }

  private func deployment(_ value: JSONValue) throws(DocumentError) -> DeploymentEvidence {
    let members = try members(value, "deployment", of: DeploymentMember.self)
    return DeploymentEvidence(
      environment: try read.text(try required(members[.environment], "environment", value), "environment"),
      commit: try id(try required(members[.commit], "commit", value), "commit"),
      hasSucceeded: try read.bool(try required(members[.succeeded], "succeeded", value), "succeeded"),
      time: try read.instant(try required(members[.time], "time", value), "time"), by: try text(members[.by], "by"),
      url: try text(members[.url], "url"))
  }
}
