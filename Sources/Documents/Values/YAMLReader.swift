import JSON
import ReleaseScope

/// Reads a YAML file of one document into a ``JSONValue``.
///
/// Plain scalars are read as YAML 1.2's JSON schema has them: `true`, `false`, `null`, `~`, numbers as JSON writes
/// them. Everything else is text, the traps of YAML 1.1 (`no`, `off`, `2026-12-01`, `1_000`) included.
struct YAMLReader {
  private let source: DocumentSource
  private let events: YAMLEvents
  /// How many more values and bytes of text may come: aliases cannot make a small file into a large tree.
  private var budget: Int
  private var anchors: [String: (node: Node, size: Int)] = [:]

  private struct Node {
    let value: JSONValue
    /// What a key is called that this node stands for; `nil` for a list or a map.
    var name: String?
    var isPlain = false
    /// How many lists and maps are in each other.
    var height = 0
  }

  private static let help = "correct the YAML; indent with blanks, and quote texts that hold ': ' or ' #'"

  /// - Returns: ``JSONValue/Content/null`` for a file without a value.
  /// - Throws: ``DocumentError`` with the line.
  /// - Complexity: Linear.
  static func parse(_ bytes: [UInt8], source: DocumentSource) throws(DocumentError) -> JSONValue {
    let text = try source.utf8(bytes)
    var reader = YAMLReader(source: source, events: YAMLEvents(text), budget: 10_000 + 4 * text.count)
    return try reader.document()
  }

  private mutating func document() throws(DocumentError) -> JSONValue {
    guard case .documentStart = try next().kind else { return JSONValue(.null, line: 1) }
    let root = try node(try next(), depth: 0)
    _ = try next()
    let end = try next()
    guard case .streamEnd = end.kind else {
      throw source.error(end.line, "a second document ('---')", help: "keep one document in the file")
    }
    return root.value
  }

  private func next() throws(DocumentError) -> YAMLEvent {
    do {
      return try events.next()
    } catch {
      throw source.error(error.line, "this is not YAML: \(error.message)", help: Self.help)
    }
  }

  private mutating func node(_ event: YAMLEvent, depth: Int) throws(DocumentError) -> Node {
    let left = budget
    try spend(1, line: event.line)
    let node: Node
    let properties: YAMLNodeProperties
    switch event.kind {
    case .scalar(let text, let its, let isPlain):
      properties = its
      try spend(text.utf8.count, line: event.line)
      let content = content(text, tag: its.tag, isPlain: isPlain)
      node = Node(value: JSONValue(content, line: event.line), name: text, isPlain: isPlain)
    case .sequenceStart(let its):
      properties = its
      node = try list(event.line, depth: depth)
    case .mappingStart(let its):
      properties = its
      node = try map(event.line, depth: depth)
    case .alias(let name): return try target(of: name, line: event.line, depth: depth)
    case .documentStart, .documentEnd, .streamEnd, .collectionEnd:
      throw source.error(event.line, "this is not YAML: a value is missing", help: Self.help)
    }
    if let tag = properties.tag, tag != "!", !tag.hasPrefix("tag:yaml.org,2002:") {
      throw source.error(event.line, "unknown tag '\(tag)'", help: "remove the tag")
    }
    if let anchor = properties.anchor { anchors[anchor] = (node, left - budget) }
    return node
  }

  private mutating func list(_ line: Int, depth: Int) throws(DocumentError) -> Node {
    try check(depth: depth, line: line)
    var elements: [JSONValue] = []
    var height = 0
    while true {
      let event = try next()
      if case .collectionEnd = event.kind { break }
      let element = try node(event, depth: depth + 1)
      elements.append(element.value)
      height = max(height, element.height)
    }
    return Node(value: JSONValue(.array(elements), line: line), height: height + 1)
  }

  private mutating func map(_ line: Int, depth: Int) throws(DocumentError) -> Node {
    try check(depth: depth, line: line)
    var members: [JSONValue.Member] = []
    var names = MemberNames()
    var height = 0
    while true {
      let event = try next()
      if case .collectionEnd = event.kind { break }
      let key = try node(event, depth: depth + 1)
      guard let name = key.name else { throw source.error(event.line, "a key that is not text", help: Self.help) }
      guard name != "<<" || !key.isPlain else {
        throw source.error(event.line, "merge keys ('<<') are not supported", help: "write the values out")
      }
      if let first = names.add(name, line: event.line) {
        throw source.error(
          event.line, "duplicate key '\(name)' (first on line \(first))", help: "remove one of the two")
      }
      let value = try node(try next(), depth: depth + 1)
      members.append(JSONValue.Member(name, value.value, line: event.line))
      height = max(height, value.height)
    }
    return Node(value: JSONValue(.object(members), line: line), height: height + 1)
  }

  /// The value that an alias stands for, which is counted once more.
  private mutating func target(of name: String, line: Int, depth: Int) throws(DocumentError) -> Node {
    guard let (node, size) = anchors[name] else {
      throw source.error(line, "this is not YAML: found undefined alias", help: Self.help)
    }
    try spend(size, line: line)
    if node.height > 0 { try check(depth: depth + node.height - 1, line: line) }
    return node
  }

  private mutating func spend(_ size: Int, line: Int) throws(DocumentError) {
    budget -= size
    guard budget > 0 else {
      throw source.error(line, "aliases make the file too large", help: "write the values out instead of aliases")
    }
  }

  private func check(depth: Int, line: Int) throws(DocumentError) {
    guard depth < JSONValue.depthLimit else {
      throw source.error(
        line, "lists and maps are more than \(JSONValue.depthLimit) deep in each other", help: Self.help)
    }
  }

  private func content(_ text: String, tag: String?, isPlain: Bool) -> JSONValue.Content {
    guard isPlain, tag != "!", tag != "tag:yaml.org,2002:str" else { return .string(text) }
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    default: return isJSONNumber(text.utf8) ? .number(text) : .string(text)
    }
  }
}
