import Foundation
import FoundationXML
import ReleaseScope

/// Collects the items while the parser goes through the elements.
final class JiraFeedDelegate: NSObject, XMLParserDelegate {
  private(set) var export = JiraExport(format: .jiraXML)
  private(set) var error: DocumentError?
  /// The number of issues that the search found.
  private(set) var total: Int?
  private(set) var isFeed = false
  private(set) var isFinished = false
  /// The line of the first thing that is not XML.
  private(set) var brokenLine: Int?

  private let source: DocumentSource
  private let firstLine: Int
  private var path: [String] = []
  private var text = ""
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

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if path.isEmpty { isFeed = element == "rss" }
    path.append(element)
    text = ""
    switch (path.count, element) {
    case (3, "issue"): total = attributes["total"].flatMap { Int($0) } ?? total
    case (3, "item"): item = Item(line: parser.lineNumber + firstLine - 1)
    case (4, _):
      item?.attributes[element] = attributes
      if element == "key" { item?.line = parser.lineNumber + firstLine - 1 }
    default: break
    }
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    brokenLine = brokenLine ?? parser.lineNumber + firstLine - 1
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(_ parser: XMLParser, foundCDATA data: Data) { text += String(decoding: data, as: UTF8.self) }

  func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
    let value = text.trimmed
    text = ""
    defer {
      path.removeLast()
      if path.isEmpty { isFinished = true }
    }
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
    guard let item, brokenLine == nil, error == nil else { return }
    self.item = nil
    do throws(DocumentError) {
      export.issues.append((try ticket(of: item), item.line))
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
