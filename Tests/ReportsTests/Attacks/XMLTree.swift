import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An XML document as a real parser sees it.
final class XMLTree: NSObject, XMLParserDelegate {
  final class Element {
    let name: String
    let attributes: [String: String]
    var children: [Element] = []
    var text = ""

    init(name: String, attributes: [String: String]) {
      self.name = name
      self.attributes = attributes
    }

    /// The element and all below it.
    var all: [Element] { [self] + children.flatMap(\.all) }
  }

  private var open: [Element] = []
  private(set) var root: Element?

  /// - Throws: What the parser says of text that is not well-formed.
  init(parsing text: String) throws {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    let element = Element(name: name, attributes: attributes)
    open.last?.children.append(element)
    if root == nil { root = element }
    open.append(element)
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { open.last?.text += string }
}

/// What junit-10.xsd of Jenkins' xUnit plugin allows, and GitLab reads.
enum JenkinsRules {
  private static let attributes: [String: (required: Set<String>, optional: Set<String>)] = [
    "testsuites": ([], ["name", "time", "tests", "failures", "disabled", "errors"]),
    "testsuite": (
      ["name", "tests", "failures", "errors"],
      ["time", "disabled", "skipped", "timestamp", "hostname", "id", "package", "group"]
    ),
    "testcase": (["name"], ["classname", "time", "status", "assertions"]),
    "failure": ([], ["message", "type"]), "error": ([], ["message", "type"]), "skipped": ([], ["message", "type"]),
    "system-out": ([], []),
  ]
  private static let children: [String: Set<String>] = [
    "testsuites": ["testsuite"], "testsuite": ["testcase"],
    "testcase": ["failure", "error", "skipped", "system-out"],
  ]

  /// What breaks them, in words; empty if nothing does.
  static func violations(_ root: XMLTree.Element) -> [String] {
    guard root.name == "testsuites" else { return ["root \(root.name)"] }
    let wrong = root.all.flatMap { element -> [String] in
      guard let rule = attributes[element.name] else { return ["element \(element.name)"] }
      let present = Set(element.attributes.keys)
      let missing = rule.required.subtracting(present)
      let unknown = present.subtracting(rule.required).subtracting(rule.optional)
      let strays = element.children.filter { !children[element.name, default: []].contains($0.name) }
      let numbers = ["tests", "failures", "errors", "skipped"].filter { name in
        element.attributes[name].map { Int($0) == nil } ?? false
      }
      let names: [String] = Array(missing) + Array(unknown) + strays.map(\.name) + numbers
      return names.map { "\(element.name): \($0)" }
    }
    return wrong + duplicates(root) + wrongCounts(root)
  }

  /// GitLab ignores all but the first of the cases with one class name and name.
  private static func duplicates(_ root: XMLTree.Element) -> [String] {
    let names = root.all.filter { $0.name == "testcase" }.map {
      "\($0.attributes["classname"] ?? "") \($0.attributes["name"] ?? "")"
    }
    return Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.map { "twice: \($0)" }
  }

  private static func wrongCounts(_ root: XMLTree.Element) -> [String] {
    var wrong: [String] = []
    for suite in [root] + root.children {
      let cases = suite.all.filter { $0.name == "testcase" }
      for (name, child) in [("failures", "failure"), ("errors", "error"), ("skipped", "skipped"), ("tests", nil)] {
        guard let said = suite.attributes[name] else { continue }
        let count = cases.count { item in child.map { child in item.children.contains { $0.name == child } } ?? true }
        if said != "\(count)" { wrong.append("\(suite.attributes["name"] ?? ""): \(name) \(said), not \(count)") }
      }
    }
    return wrong
  }
}
