import JSON
import Documents

/// Breaks a document by its values and members, so that it stays one.
struct DocumentMutator {
  private static let texts = [
    "", " ", "0", "SHOP-1", "SHOP-12", "shop-12", "2.4.0", "main", "release/{version}", "{version}{version}", "off",
    "error",
    "true", "2026-11-30", "2026-02-30T10:00:00Z", "2026-11-23T10:00:00Z", "36h", "**", "*[bot]@x", "[", "\\u0000",
    "é\u{301}",
    "\u{202E}", "null", "~", "- x", "a: b", "#", "1e3", "0x10", "\"", "'", "\n", "sha256",
    String(repeating: "a", count: 300),
  ]
  private static let numbers = ["0", "-0", "1", "1e999", "-1", "9223372036854775808", "1.50", "0.1e-7"]

  var random: RandomNumbers
  let words: [String]
  let writesYAML: Bool

  /// - Returns: `nil` for an original that is no JSON.
  mutating func mutate(_ original: [UInt8], mixing other: [UInt8]) -> [UInt8]? {
    guard var document = try? JSONValue(json: original, name: "original"),
      let other = try? JSONValue(json: other, name: "other")
    else { return nil }
    for _ in 0..<Int.random(in: 1...2, using: &random) { document = changed(document, other) }
    let text = writesYAML ? YAMLText.block(document, quotes: random.next() % 2 == 0) : ManifestFile.text(of: document)
    return Array(text.utf8)
  }

  /// Goes down to a random value, and changes it.
  private mutating func changed(_ value: JSONValue, _ other: JSONValue, depth: Int = 0) -> JSONValue {
    let goesOn = Int.random(in: 0..<8, using: &random) > 0
    switch value.content {
    case .object(var members) where !members.isEmpty:
      let place = Int.random(in: 0..<members.count, using: &random)
      let member = members[place]
      if goesOn {
        members[place] = .init(member.name, changed(member.value, other, depth: depth + 1))
      } else {
        change(&members, at: place, other)
      }
      return JSONValue(.object(members))
    case .array(var elements) where !elements.isEmpty:
      let place = Int.random(in: 0..<elements.count, using: &random)
      if goesOn {
        elements[place] = changed(elements[place], other, depth: depth + 1)
      } else if Bool.random(using: &random) {
        elements.remove(at: place)
      } else {
        elements.insert(elements[place], at: 0)
      }
      return JSONValue(.array(elements))
    case .null, .bool, .number, .string, .array, .object: return scalar(like: value, other)
    }
  }

  private mutating func change(_ members: inout [JSONValue.Member], at place: Int, _ other: JSONValue) {
    let member = members[place]
    switch Int.random(in: 0..<5, using: &random) {
    case 0: members.remove(at: place)
    case 1: members[place] = .init(words.randomElement(using: &random) ?? "x", member.value)
    case 2: members[place] = .init(slip(of: member.name), member.value)
    case 3: members.append(.init(words.randomElement(using: &random) ?? "x", part(of: other)))
    default: members[place] = .init(member.name, part(of: other))
    }
  }

  private mutating func slip(of name: String) -> String {
    switch Int.random(in: 0..<3, using: &random) {
    case 0: name.uppercased()
    case 1: String(name.dropLast())
    default: name + "s"
    }
  }

  /// Most often a text for a text, so that the document keeps its shape.
  private mutating func scalar(like value: JSONValue, _ other: JSONValue) -> JSONValue {
    let kind = Int.random(in: 0..<8, using: &random)
    if kind < 5, case let part = part(of: other), part.isLike(value) { return part }
    if kind < 7, case .string = value.content {
      return JSONValue(.string((Self.texts + words).randomElement(using: &random) ?? ""))
    }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return JSONValue(.null)
    case 1: return JSONValue(.bool(Bool.random(using: &random)))
    case 2: return JSONValue(.number(Self.numbers.randomElement(using: &random) ?? "0"))
    case 3: return JSONValue(.string(Self.texts.randomElement(using: &random) ?? ""))
    case 4: return JSONValue(.array([value, value]))
    default: return part(of: other)
    }
  }

  private mutating func part(of value: JSONValue) -> JSONValue {
    guard Int.random(in: 0..<5, using: &random) > 0 else { return value }
    switch value.content {
    case .object(let members): return members.randomElement(using: &random).map { part(of: $0.value) } ?? value
    case .array(let elements): return elements.randomElement(using: &random).map { part(of: $0) } ?? value
    case .null, .bool, .number, .string: return value
    }
  }
}

/// Writes a document as YAML in blocks, with plain texts where it may.
enum YAMLText {
  static func block(_ value: JSONValue, quotes: Bool) -> String { lines(value, indent: "", quotes) }

  private static func lines(_ value: JSONValue, indent: String, _ quotes: Bool) -> String {
    switch value.content {
    case .object(let members) where !members.isEmpty:
      members.map { "\(indent)\(text($0.name, quotes)):\(inner($0.value, indent, quotes))" }.joined()
    case .array(let elements) where !elements.isEmpty:
      elements.map { "\(indent)-\(inner($0, indent, quotes))" }.joined()
    case .null, .bool, .number, .string, .array, .object: "\(indent)\(scalar(value, quotes))\n"
    }
  }

  private static func inner(_ value: JSONValue, _ indent: String, _ quotes: Bool) -> String {
    switch value.content {
    case .object(let members) where !members.isEmpty: "\n" + lines(value, indent: indent + "  ", quotes)
    case .array(let elements) where !elements.isEmpty: "\n" + lines(value, indent: indent + "  ", quotes)
    case .null, .bool, .number, .string, .array, .object: " \(scalar(value, quotes))\n"
    }
  }

  private static func scalar(_ value: JSONValue, _ quotes: Bool) -> String {
    switch value.content {
    case .null: "null"
    case .bool(let isTrue): isTrue ? "true" : "false"
    case .number(let text): text
    case .string(let string): text(string, quotes)
    case .array: "[]"
    case .object: "{}"
    }
  }

  private static func text(_ text: String, _ quotes: Bool) -> String {
    let isPlain = !quotes && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && !text.isEmpty
    return isPlain ? text : "'\(text.replacing("'", with: "''"))'"
  }
}

extension JSONValue {
  /// Whether both are texts, or lists, and so on.
  fileprivate func isLike(_ other: JSONValue) -> Bool {
    switch (content, other.content) {
    case (.string, .string), (.number, .number), (.bool, .bool), (.array, .array), (.object, .object): true
    default: false
    }
  }
}
