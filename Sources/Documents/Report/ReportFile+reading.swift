import JSON
package import ReleaseScope

extension ReportFile {
  /// Reads a report that ``write(_:to:)`` has written.
  ///
  /// Members that this relscope does not know are passed over; what it knows must be there and of its type, and the
  /// verdict must follow from the findings, so that nothing unknown can have turned it.
  /// - Parameter name: The file's, for errors.
  /// - Throws: ``DocumentError`` of kind ``Problem/Kind/badData``, with the line.
  package static func read(_ bytes: [UInt8], name: String) throws(DocumentError) -> ScopeReport {
    let source = DocumentSource(name: name, kind: .badData)
    let read = ReportReader(TypedReader(source: source, takesPlainAsText: false))
    let document = try source.json(bytes)
    try read.checkSchema(document, schema, "report")
    var report = ScopeReport(
      verdict: try read.word(document, "verdict"), version: try read.version(document),
      stage: try read.word(document, "stage"), range: try read.range(document))
    report.manifest = try read.document(document, "manifest")
    report.dates = try read.dates(document)
    report.policy = try read.document(document, "policy")
    report.baseline = try read.document(document, "baseline")
    report.repository = try read.optionalText(document, "repository")
    report.links = try read.links(document)
    if read.optional(document, "parts") != nil { report.parts = try read.list(document, "parts", read.part) }
    report.tickets = try read.list(document, "tickets", read.ticketReport).sorted { $0.key < $1.key }
    report.untracked = try read.ids(document, "untracked")
    report.exempt = try read.list(document, "exempt", read.exempt)
    report.reverts = try read.list(document, "reverts", read.revert)
    report.alreadyOnBase = try read.list(document, "alreadyOnBase", read.baseMatch)
    report.otherKeys = try read.list(document, "otherKeys", read.otherKey)
    report.findings = try read.list(document, "findings", read.finding)
    report.incomplete = try read.list(document, "incomplete", read.incompleteness)
    if read.optional(document, "approvals") != nil {
      report.approvals = try read.list(document, "approvals", read.approval)
    }
    if read.optional(document, "reviews") != nil { report.reviews = try read.list(document, "reviews", read.review) }
    report.remarks = try read.texts(document, "remarks")
    report.commits = CommitSummaries(try read.list(document, "commits", read.commit))
    report.counts = Counts(report.tickets, report.findings, untracked: report.untracked.count)
    try check(report, document, source)
    return report
  }

  private static func check(
    _ report: ScopeReport, _ document: JSONValue, _ source: DocumentSource
  ) throws(DocumentError) {
    for (left, right) in zip(report.tickets, report.tickets.dropFirst()) where left.key == right.key {
      throw source.error(document["tickets"]?.line, "ticket '\(left.key)' comes twice", help: "make the report again")
    }
    let verdict = Verdict(report.findings, unseen: report.incomplete)
    guard verdict == report.verdict else {
      throw source.error(
        document["verdict"]?.line,
        "the verdict is '\(report.verdict.rawValue)', and '\(verdict.rawValue)' follows from what was found",
        help: "somebody changed the report, or another relscope made it: make it again")
    }
  }
}

extension ReportReader {
  func list<Element>(
    _ value: JSONValue, _ name: String, _ element: (JSONValue) throws(DocumentError) -> Element
  ) throws(DocumentError) -> [Element] {
    var list: [Element] = []
    for item in try elements(value, name) { list.append(try element(item)) }
    return list
  }

  func range(_ value: JSONValue) throws(DocumentError) -> RangeSummary {
    let range = try member(value, "range")
    return RangeSummary(
      base: try end(range, "base"), release: try end(range, "release"), commits: try count(range, "commits"),
      merges: try count(range, "merges"), merge: try optionalID(range, "merge"))
  }

  private func end(_ value: JSONValue, _ name: String) throws(DocumentError) -> RangeEnd {
    let end = try member(value, name)
    _ = try member(end, "id")
    return RangeEnd(name: try text(end, "name"), id: try optionalID(end, "id"))
  }

  /// `nil` for `null` or no such member.
  func document(_ value: JSONValue, _ name: String) throws(DocumentError) -> DocumentSummary? {
    guard let document = optional(value, name) else { return nil }
    return DocumentSummary(
      name: try text(document, "name"), from: try text(document, "from"), digest: try text(document, "digest"),
      isSealed: optional(document, "sealed") == nil ? nil : try flag(document, "sealed"),
      tickets: optional(document, "tickets") == nil ? nil : try count(document, "tickets"))
  }

  /// `nil` where the member is missing.
  func dates(_ value: JSONValue) throws(DocumentError) -> VersionDates? {
    guard let dates = optional(value, "dates") else { return nil }
    return VersionDates(start: try optionalText(dates, "start"), release: try optionalText(dates, "release"))
  }

  /// None where the member is missing.
  func links(_ value: JSONValue) throws(DocumentError) -> Links {
    guard let links = optional(value, "links") else { return Links() }
    return Links(ticket: try template(links, "ticket", "key"), commit: try template(links, "commit", "id"))
  }

  private func template(
    _ links: JSONValue, _ name: String, _ placeholder: String
  ) throws(DocumentError) -> LinkTemplate? {
    guard let text = try optionalText(links, name) else { return nil }
    do {
      return try LinkTemplate(parsing: text, placeholder: placeholder)
    } catch {
      throw source.error(links.line, "'\(text)' is no address for '\(name)'", help: "make the report again")
    }
  }

  func part(_ value: JSONValue) throws(DocumentError) -> ReportPart {
    ReportPart(
      name: try text(value, "name"), verdict: try word(value, "verdict"), range: try range(value),
      policy: try document(value, "policy"))
  }

  func ticketReport(_ value: JSONValue) throws(DocumentError) -> TicketReport {
    TicketReport(
      key: try key(value, "key"), isPlanned: try flag(value, "planned"), state: try word(value, "state"),
      summary: try optionalText(value, "summary"), status: try optionalText(value, "status"),
      assignee: try optionalText(value, "assignee"), evidence: EvidenceList(try list(value, "evidence", evidence)),
      mentions: try ids(value, "mentions"),
      repositories: optional(value, "repositories") == nil ? [] : try texts(value, "repositories"))
  }

  private func evidence(_ value: JSONValue) throws(DocumentError) -> Evidence {
    Evidence(
      commit: try id(value, "commit"), place: try word(value, "place"), state: try word(value, "state"),
      via: try optionalID(value, "via"))
  }

  func exempt(_ value: JSONValue) throws(DocumentError) -> ExemptCommit {
    ExemptCommit(commit: try id(value, "commit"), reason: try text(value, "reason"))
  }

  func revert(_ value: JSONValue) throws(DocumentError) -> RevertReport {
    RevertReport(
      commit: try id(value, "commit"), undoes: try ids(value, "undoes"),
      undoesInPart: optional(value, "undoesInPart") == nil ? [] : try ids(value, "undoesInPart"),
      restores: optional(value, "restores") == nil ? [] : try ids(value, "restores"),
      outside: try ids(value, "outside"),
      unresolved: try texts(value, "unresolved"), by: try words(value, "by"), isInEffect: try flag(value, "inEffect"))
  }

  func baseMatch(_ value: JSONValue) throws(DocumentError) -> BaseMatch {
    BaseMatch(commit: try id(value, "commit"), counterpart: try id(value, "as"), by: try word(value, "by"))
  }

  func otherKey(_ value: JSONValue) throws(DocumentError) -> OtherKey {
    OtherKey(key: try key(value, "key"), commits: try ids(value, "commits"))
  }

  func finding(_ value: JSONValue) throws(DocumentError) -> Finding {
    let (rule, ticket): (RuleID, TicketKey?) = (try word(value, "rule"), try ticket(value))
    var finding = Finding(
      rule: rule, severity: try word(value, "severity"), ticket: ticket, commits: try ids(value, "commits"),
      message: try text(value, "message"), help: Advice(written: try text(value, "help")))
    if let waiver = optional(value, "waiver") {
      finding.waiver = Waiver(
        rule: rule, ticket: ticket, reason: try text(waiver, "reason"), approver: try text(waiver, "approver"),
        expires: try day(waiver, "expires"))
    }
    finding.baselineReason = try optional(value, "baseline").map { baseline throws(DocumentError) in
      try text(baseline, "reason")
    }
    return finding
  }

  func review(_ value: JSONValue) throws(DocumentError) -> ForgeReview {
    ForgeReview(
      by: try text(value, "by"), state: try text(value, "state"), commit: try optionalID(value, "commit"),
      time: optional(value, "time") == nil ? nil : try instant(value, "time"))
  }

  func approval(_ value: JSONValue) throws(DocumentError) -> ApprovalReport {
    var approval = ApprovalReport(role: try text(value, "role"), state: try word(value, "state"))
    approval.approver = try optionalText(value, "approver")
    approval.head = try optionalID(value, "head")
    if optional(value, "time") != nil { approval.time = try instant(value, "time") }
    if optional(value, "until") != nil { approval.until = try day(value, "until") }
    approval.key = try optionalText(value, "key")
    approval.despite = try optionalText(value, "despite")
    if optional(value, "reason") != nil { approval.reason = try word(value, "reason") as ApprovalReport.Reason }
    approval.detail = try optionalText(value, "detail")
    approval.since = optional(value, "since") == nil ? [] : try ids(value, "since")
    return approval
  }

  func incompleteness(_ value: JSONValue) throws(DocumentError) -> Incompleteness {
    Incompleteness(
      reason: try word(value, "reason"), message: try text(value, "message"),
      help: Advice(written: try text(value, "help")))
  }

  func commit(_ value: JSONValue) throws(DocumentError) -> CommitSummary {
    CommitSummary(
      id: try id(value, "id"), subject: try text(value, "subject"), author: try text(value, "author"),
      date: try instant(value, "date"))
  }
}
