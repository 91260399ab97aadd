/// Writes a ``JSONValue`` as JSON.
///
/// Numbers are written as they are held, so that nothing of them changes.
package enum JSONWriter {
  /// The form that a seal is over: members sorted by the bytes of their names, no blanks, no escape that JSON does not
  /// ask for.
  package static func canonical(_ value: JSONValue) -> String {
    var json = JSONBytes()
    writeCanonical(value, to: &json)
    return json.text
  }

  /// The form for files: two blanks for each level, lists of plain values on one line, no newline at the end.
  ///
  /// What would change the look of a terminal (control characters, bidirectional controls) is written as an escape.
  package static func pretty(_ value: JSONValue) -> String {
    var json = JSONBytes()
    write(value, depth: 0, to: &json)
    return json.text
  }

  /// Writes the pretty form of a value that begins `depth` levels deep, without the blanks before its first line.
  package static func write(_ value: JSONValue, depth: Int, to json: inout JSONBytes) {
    switch value.content {
    case .array(let elements) where elements.allSatisfy(\.isPlain):
      json.add("[")
      for (position, element) in elements.enumerated() {
        if position > 0 { json.add(", ") }
        write(element, depth: depth, to: &json)
      }
      json.add("]")
    case .array(let elements):
      for (position, element) in elements.enumerated() {
        json.add(position == 0 ? "[" : ",")
        json.newLine(depth + 1)
        write(element, depth: depth + 1, to: &json)
      }
      json.newLine(depth)
      json.add("]")
    case .object(let members) where members.isEmpty: json.add("{}")
    case .object(let members):
      for (position, member) in members.enumerated() {
        json.add(position == 0 ? "{" : ",")
        json.newLine(depth + 1)
        json.quote(member.name, escaping: \.isUnsafeToShow)
        json.add(": ")
        write(member.value, depth: depth + 1, to: &json)
      }
      json.newLine(depth)
      json.add("}")
    case .string(let text): json.quote(text, escaping: \.isUnsafeToShow)
    case .null: json.add("null")
    case .bool(let isTrue): json.add(isTrue ? "true" : "false")
    case .number(let text): json.add(text)
    }
  }

  private static func writeCanonical(_ value: JSONValue, to json: inout JSONBytes) {
    switch value.content {
    case .array(let elements):
      json.add("[")
      for (position, element) in elements.enumerated() {
        if position > 0 { json.add(",") }
        writeCanonical(element, to: &json)
      }
      json.add("]")
    case .object(let members):
      json.add("{")
      let sorted = members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      for (position, member) in sorted.enumerated() {
        if position > 0 { json.add(",") }
        json.quote(member.name, escaping: { $0.value < 0x20 })
        json.add(":")
        writeCanonical(member.value, to: &json)
      }
      json.add("}")
    case .string(let text): json.quote(text, escaping: { $0.value < 0x20 })
    case .null: json.add("null")
    case .bool(let isTrue): json.add(isTrue ? "true" : "false")
    case .number(let text): json.add(text)
    }
  }
}

extension JSONValue {
  fileprivate var isPlain: Bool {
    switch content {
    case .array, .object: false
    case .null, .bool, .number, .string: true
    }
  }
}
