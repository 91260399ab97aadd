import ReleaseScope

/// Collects the items while the parser goes through the elements.
final class JiraFeedReader: ElementReader {
  private(set) var export = JiraExport(format: .jiraXML)
  private(set) var error: DocumentError?
  /// The number of issues that the search found.
  private(set) var total: Int?
  private(set) var isFeed = false

  private let source: DocumentSource
  private let firstLine: Int
  private var path: [String] = []
  private var text: [UInt8] = []
  private var item: Item?

  private struct Item {
    var line: Int
    var key: String?
    var ticket: Ticket?
    var values: [(name: String, text: String)] = []
    var attributes: [String: [String: String]] = [:]
    var customField: (name: String, values: [String]) = ("", [])
  }

  init(source: DocumentSource, firstLine: Int) {
    self.source = source
    self.firstLine = firstLine
  }

  func begin(_ element: String, attributes: [String: String], line: Int) {
    if path.isEmpty { isFeed = element == "rss" }
    path.append(element)
    text.removeAll(keepingCapacity: true)
    switch (path.count, element) {
    case (3, "issue"): total = attributes["total"].flatMap { Int($0) } ?? total
    case (3, "item"): item = Item(line: line + firstLine - 1)
    case (4, _):
      item?.attributes[element] = attributes
      if element == "key" { item?.line = line + firstLine - 1 }
    default: break
    }
  }

  func add(_ text: UnsafeRawBufferPointer) { unsafe self.text.append(contentsOf: text) }

  func end(_ element: String) -> Bool {
    let value = String(decoding: text, as: UTF8.self).trimmed
    text.removeAll(keepingCapacity: true)
    take(element, value)
    path.removeLast()
    return error == nil
  }

  /// - Parameter value: The text of the element, after its last child.
  private func take(_ element: String, _ value: String) {
    guard path.count >= 3, path[2] == "item" else { return }
    switch (path.count, element) {
    case (3, _): finishItem()
    case (4, "labels"), (4, "customfields"): break
    case (4, _): item?.values.append((element, value))
    case (5, "label"): item?.values.append(("labels", value))
    case (5, "customfield"):
      if let field = item?.customField, !field.name.isEmpty {
        item?.values.append((field.name, field.values.joined(separator: ", ")))
      }
      item?.customField = ("", [])
    case (6, "customfieldname"): item?.customField.name = value
    case (7, _): item?.customField.values.append(value)
    default: break
    }
  }

  private func finishItem() {
    guard let item else { return }
    self.item = nil
    do throws(DocumentError) {
      export.issues.append(JiraExport.Issue(ticket: try ticket(of: item), line: item.line))
    } catch {
      self.error = error
    }
  }

  private func ticket(of item: Item) throws(DocumentError) -> Ticket {
    guard let key = item.values.first(where: { $0.name == "key" })?.text else {
      throw source.error(item.line, "an item without 'key'", help: "export the issues again")
    }
    var ticket: Ticket
    do {
      ticket = Ticket(key: try TicketKey(parsing: key))
    } catch {
      throw source.error(item.line, error.message, help: "correct the key, or export the issues again")
    }
    // An item leaves elements without a value out: none of these means an empty field.
    ticket.fixVersions = []
    export.hasFixVersions = true
    ticket.statusCategory = item.attributes["statusCategory"]?["key"]
    for (name, text) in item.values {
      switch name {
      case "key", "title", "link", "project", "resolution", "statusCategory": break
      case "summary": ticket.summary = text
      case "type": ticket.type = text
      case "status": ticket.status = text
      case "priority": ticket.priority = Ticket.Field(text: text)
      case "assignee":
        let attributes = item.attributes[name] ?? [:]
        let isNobody = attributes["username"] == "-1" || attributes["accountid"] == "-1"
        ticket.assignee = isNobody ? .empty : Ticket.Field(assignee: text)
      case "fixVersion": ticket.fixVersions?.append(text)
      case "parent": ticket.parent = try? TicketKey(parsing: text)
      default:
        let texts = [ticket.fields[name]?.text, text.isEmpty ? nil : text].compactMap(\.self)
        ticket.fields[name] = Ticket.Field(text: texts.joined(separator: ", "))
      }
    }
    return ticket
  }
}
