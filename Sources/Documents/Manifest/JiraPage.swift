import JSON
import ReleaseScope

/// Reads a page of Jira's issue search, saved as a file.
///
/// Data Center's page has `startAt` and `total`, Cloud's `isLast` and `nextPageToken`. A page that is not the whole
/// answer gives a manifest that is not complete.
struct JiraPage {
  private let read: TypedReader
  /// What people call the fields, when the page was asked for with `expand=names`.
  private let names: [String: String]
  private var export = JiraExport(format: .jiraJSON)
  /// Whether the issue that is being read has a version of which only the number is told.
  private var hasNamelessVersion = false

  /// Numbers of issues at which services and tools end a page.
  private static let limits: Set<Int> = [50, 100, 1000, 5000]

  /// Whether it is a page, or the issues of one alone, as `jq .issues` and command line tools give them.
  static func isPage(_ document: JSONValue) -> Bool {
    if case .array(let elements) = document.content { return elements.contains { $0["key"] != nil } }
    return document["issues"] != nil && document["schema"] == nil
  }

  /// - Throws: ``DocumentError`` with the line, for an issue without a key and for fields of the wrong shape.
  static func export(_ document: JSONValue, source: DocumentSource) throws(DocumentError) -> JiraExport {
    var page = JiraPage(read: TypedReader(source: source, takesPlainAsText: false), names: names(of: document))
    let isList = if case .array = document.content { true } else { false }
    let issues = try page.read.elements(isList ? document : document["issues"] ?? .null, "issues")
    for issue in issues { try page.add(issue) }
    // A list has lost the marks by which a page says that there are more.
    if isList, Self.limits.contains(issues.count) { page.export.gaps.append(.usualLimit(issues: issues.count)) }
    if !isList, !isComplete(document, issues: issues.count) { page.export.gaps.append(.cutOff) }
    return page.export
  }

  private init(read: TypedReader, names: [String: String]) {
    self.read = read
    self.names = names
  }

  private static func names(of document: JSONValue) -> [String: String] {
    guard case .object(let members) = document["names"]?.content else { return [:] }
    return Dictionary(
      members.compactMap { member in member.value.plainText.map { (member.name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  private static func isComplete(_ document: JSONValue, issues: Int) -> Bool {
    if let start = document["startAt"]?.integer, start > 0 { return false }
    if let token = document["nextPageToken"]?.plainText, !token.isEmpty { return false }
    if let isLast = document["isLast"], case .bool(let value) = isLast.content { return value }
    if let total = document["total"]?.integer { return total <= issues }
    // Some servers in between drop the marks of the end: a full page may then be the first of many.
    if let limit = document["maxResults"]?.integer { return issues < limit }
    return true
  }

  /// What an issue has beside its fields.
  private static let besideFields: Set<String> = ["key", "id", "self", "expand"]

  private mutating func add(_ issue: JSONValue) throws(DocumentError) {
    _ = try read.members(issue, "issue")
    guard let key = issue["key"] else {
      throw read.source.error(
        issue.line, "an issue without 'key'", help: "ask Jira for the fields again, with 'key' among them")
    }
    var ticket = Ticket(key: try read.ticketKey(key, "key"))
    if let fields = issue["fields"] {
      for member in try read.members(fields, "fields") { try take(member, into: &ticket) }
    } else {
      // Made flat, as people make it with jq.
      for member in try read.members(issue, "issue") where !Self.besideFields.contains(member.name) {
        try take(member, into: &ticket)
      }
    }
    export.issues.append(JiraExport.Issue(ticket: ticket, line: key.line, isDoubtful: hasNamelessVersion))
    hasNamelessVersion = false
  }

  private mutating func take(_ member: JSONValue.Member, into ticket: inout Ticket) throws(DocumentError) {
    let value = member.value
    switch member.name {
    case "summary": ticket.summary = value.label
    case "issuetype": ticket.type = value.label
    case "status":
      ticket.status = value.label
      ticket.statusCategory = value["statusCategory"]?["key"]?.plainText
    case "assignee": ticket.assignee = value.label.map { Ticket.Field(assignee: $0) } ?? .empty
    case "priority": ticket.priority = value.label.map { Ticket.Field(text: $0) } ?? .empty
    case "parent": ticket.parent = value["key"]?.plainText.flatMap { try? TicketKey(parsing: $0) }
    case "resolution": break
    case "fixVersions":
      export.hasFixVersions = true
      guard value.content != .null else { break }
      ticket.fixVersions = []
      for version in try read.elements(value, member.name) { take(version: version, into: &ticket) }
    default: ticket.fields[names[member.name] ?? member.name] = value.asJiraField
    }
  }

  private mutating func take(version: JSONValue, into ticket: inout Ticket) {
    guard let text = version.label, !text.isEmpty else {
      hasNamelessVersion = true
      return
    }
    ticket.fixVersions?.append(text)
    guard export.versions[text] == nil, let name = try? VersionName(parsing: text) else { return }
    export.versions[text] = Manifest.Version(
      name: name, isReleased: version["released"]?.boolean, isArchived: version["archived"]?.boolean,
      startDate: version["startDate"]?.plainText, releaseDate: version["releaseDate"]?.plainText)
  }
}

extension JSONValue {
  /// The text of a string or a number.
  fileprivate var plainText: String? {
    switch content {
    case .string(let text), .number(let text): text
    case .null, .bool, .array, .object: nil
    }
  }

  fileprivate var integer: Int? { plainText.flatMap { Int($0) } }

  fileprivate var boolean: Bool? { if case .bool(let value) = content { value } else { nil } }

  /// What Jira shows for the value: an object goes by its display name, name, value or key.
  fileprivate var label: String? {
    guard case .object = content else { return plainText }
    for name in ["displayName", "name", "value", "key", "emailAddress", "accountId"] {
      if let text = self[name]?.plainText { return text }
    }
    return nil
  }

  /// A field of an issue as one text; a rich text (Atlassian Document Format) gives its words.
  fileprivate var asJiraField: Ticket.Field {
    switch content {
    case .array(let elements): Ticket.Field(text: elements.compactMap(\.asJiraField.text).joined(separator: ", "))
    case .object where self["type"]?.plainText == "doc": Ticket.Field(text: words.joined(separator: " "))
    case .object: label.map { Ticket.Field(text: $0) } ?? asField
    case .null, .bool, .number, .string: asField
    }
  }

  private var words: [String] {
    if let text = self["text"]?.plainText { return [text] }
    guard case .array(let elements) = self["content"]?.content else { return [] }
    return elements.flatMap(\.words)
  }
}
