import ReleaseScope

/// A value of a JSON format, with its members in the order in which they are written.
enum JSONValue {
  /// A text of our own.
  case string(String)
  case number(Int)
  case bool(Bool)
  case array([JSONValue])
  case object(Members)

  /// Members without a value are left out.
  typealias Members = KeyValuePairs<String, JSONValue?>

  /// Foreign text: what a service shows of it is one line that acts on nothing.
  static func text(_ text: String) -> Self { .string(TerminalText(unicode: true).cleaned(text)) }

  /// The pretty form with a newline at its end: two blanks for each level.
  var document: String {
    var output = ""
    write(depth: 0, to: &output)
    return output + "\n"
  }

  private func write(depth: Int, to output: inout String) {
    switch self {
    case .string(let text): output += JSONText.quoted(text, escaping: \.isUnsafeToShow)
    case .number(let value): output += String(value)
    case .bool(let value): output += value ? "true" : "false"
    case .array(let elements):
      Self.write(elements, "[", "]", depth: depth, to: &output) { element, output in
        element.write(depth: depth + 1, to: &output)
      }
    case .object(let members):
      let present = members.compactMap { name, value in value.map { (name, $0) } }
      Self.write(present, "{", "}", depth: depth, to: &output) { member, output in
        output += JSONText.quoted(member.0, escaping: \.isUnsafeToShow) + ": "
        member.1.write(depth: depth + 1, to: &output)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], _ opening: String, _ closing: String, depth: Int, to output: inout String,
    each: (Element, inout String) -> Void
  ) {
    output += opening
    let indent = "\n" + String(repeating: "  ", count: depth)
    for (position, element) in elements.enumerated() {
      output += (position == 0 ? "" : ",") + indent + "  "
      each(element, &output)
    }
    output += (elements.isEmpty ? "" : indent) + closing
  }
}
