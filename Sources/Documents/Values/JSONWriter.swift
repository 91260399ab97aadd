import ReleaseScope

/// Writes a ``DocumentValue`` as JSON.
///
/// Numbers are written as they are held, so that nothing of them changes.
package enum JSONWriter {
  /// The form that a seal is over: members sorted by the bytes of their names, no blanks, no escape that JSON does not
  /// ask for.
  package static func canonical(_ value: DocumentValue) -> String {
    var text = ""
    writeCanonical(value, to: &text)
    return text
  }

  /// The form for files: two blanks for each level, lists of plain values on one line, no newline at the end.
  ///
  /// What would change the look of a terminal (control characters, bidirectional controls) is written as an escape.
  package static func pretty(_ value: DocumentValue) -> String {
    var text = ""
    write(value, depth: 0, to: &text)
    return text
  }

  /// Writes the pretty form of a value that begins `depth` levels deep, without the blanks before its first line.
  static func write(_ value: DocumentValue, depth: Int, to output: inout some TextOutputStream) {
    let indent = String(repeating: "  ", count: depth + 1)
    switch value.content {
    case .array(let elements) where elements.allSatisfy(\.isPlain):
      output.write("[")
      for (position, element) in elements.enumerated() {
        output.write(position == 0 ? "" : ", ")
        write(element, depth: depth, to: &output)
      }
      output.write("]")
    case .array(let elements):
      for (position, element) in elements.enumerated() {
        output.write(position == 0 ? "[\n\(indent)" : ",\n\(indent)")
        write(element, depth: depth + 1, to: &output)
      }
      output.write("\n\(indent.dropLast(2))]")
    case .object(let members) where members.isEmpty: output.write("{}")
    case .object(let members):
      for (position, member) in members.enumerated() {
        output.write(position == 0 ? "{\n\(indent)" : ",\n\(indent)")
        output.write(JSONText.quoted(member.name, escaping: \.isUnsafeToShow))
        output.write(": ")
        write(member.value, depth: depth + 1, to: &output)
      }
      output.write("\n\(indent.dropLast(2))}")
    case .string(let text): output.write(JSONText.quoted(text, escaping: \.isUnsafeToShow))
    case .null, .bool, .number: output.write(value.plainText)
    }
  }

  private static func writeCanonical(_ value: DocumentValue, to output: inout String) {
    switch value.content {
    case .array(let elements):
      output += "["
      for (position, element) in elements.enumerated() {
        if position > 0 { output += "," }
        writeCanonical(element, to: &output)
      }
      output += "]"
    case .object(let members):
      output += "{"
      let sorted = members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      for (position, member) in sorted.enumerated() {
        if position > 0 { output += "," }
        output += JSONText.quoted(member.name, escaping: { $0.value < 0x20 })
        output += ":"
        writeCanonical(member.value, to: &output)
      }
      output += "}"
    case .string(let text): output += JSONText.quoted(text, escaping: { $0.value < 0x20 })
    case .null, .bool, .number: output += value.plainText
    }
  }
}

extension DocumentValue {
  fileprivate var isPlain: Bool {
    switch content {
    case .array, .object: false
    case .null, .bool, .number, .string: true
    }
  }

  /// `null`, a boolean or a number as JSON writes it.
  fileprivate var plainText: String {
    switch content {
    case .bool(let value): value ? "true" : "false"
    case .number(let text): text
    default: "null"
    }
  }
}
