import JSON
import ReleaseScope

/// Takes values of the expected type out of a document, or says which line has another.
struct TypedReader {
  let source: DocumentSource
  /// Whether a number or a boolean may stand for its text, as YAML's unquoted `2.4` and `true` do.
  let takesPlainAsText: Bool
  /// Many objects have the same members.
  private let spellings = KnownSpellings()

  init(source: DocumentSource, takesPlainAsText: Bool) {
    self.source = source
    self.takesPlainAsText = takesPlainAsText
  }

  func mistyped(_ value: JSONValue, _ name: String, expected: String) -> DocumentError {
    source.error(
      value.line, "expected \(expected) for '\(name)', found \(value.kindName)",
      help: "write '\(name)' as \(expected)")
  }

  func members(_ value: JSONValue, _ name: String) throws(DocumentError) -> [JSONValue.Member] {
    guard case .object(let members) = value.content else { throw mistyped(value, name, expected: "an object") }
    return members
  }

  /// The members of an object that may have others than the known ones.
  ///
  /// - Throws: ``DocumentError`` also for a name that is one letter, or the case, away from a known one that is not
  ///   there.
  func members(_ value: JSONValue, _ name: String, known: Set<String>) throws(DocumentError) -> [JSONValue
    .Member]
  {
    let members = try members(value, name)
    for member in members where !known.contains(member.name) {
      guard let meant = spellings.nearest(to: member.name, of: name, known), value[meant] == nil
      else { continue }
      throw source.error(member.line, "unknown member '\(member.name)' of '\(name)'", help: "did you mean '\(meant)'?")
    }
    return members
  }

  func elements(_ value: JSONValue, _ name: String) throws(DocumentError) -> [JSONValue] {
    guard case .array(let elements) = value.content else { throw mistyped(value, name, expected: "a list") }
    return elements
  }

  func text(_ value: JSONValue, _ name: String) throws(DocumentError) -> String {
    switch value.content {
    case .string(let text): return text
    case .number(let text) where takesPlainAsText: return text
    case .bool(let isTrue) where takesPlainAsText: return isTrue ? "true" : "false"
    case .null, .bool, .number, .array, .object: throw mistyped(value, name, expected: "a string")
    }
  }

  func texts(_ value: JSONValue, _ name: String) throws(DocumentError) -> [String] {
    var texts: [String] = []
    for element in try elements(value, name) { texts.append(try text(element, name)) }
    return texts
  }

  func bool(_ value: JSONValue, _ name: String) throws(DocumentError) -> Bool {
    guard case .bool(let isTrue) = value.content else { throw mistyped(value, name, expected: "true or false") }
    return isTrue
  }

  func ticketKey(_ value: JSONValue, _ name: String) throws(DocumentError) -> TicketKey {
    let text = try text(value, name)
    do {
      return try TicketKey(parsing: text)
    } catch {
      throw source.error(value.line, error.message, help: "correct the key")
    }
  }

  func ticketKeys(_ value: JSONValue, _ name: String) throws(DocumentError) -> [TicketKey] {
    var keys: [TicketKey] = []
    for element in try elements(value, name) { keys.append(try ticketKey(element, name)) }
    return keys
  }

  func projectKeys(_ value: JSONValue, _ name: String) throws(DocumentError) -> [ProjectKey] {
    var keys: [ProjectKey] = []
    for element in try elements(value, name) {
      let text = try text(element, name)
      do {
        keys.append(try ProjectKey(parsing: text))
      } catch {
        throw source.error(element.line, error.message, help: "write the project's key, such as SHOP")
      }
    }
    return keys
  }

  func instant(_ value: JSONValue, _ name: String) throws(DocumentError) -> Instant {
    let text = try text(value, name)
    guard let instant = Instant(parsing: text) else {
      throw source.error(
        value.line, "'\(text)' is not a point in time for '\(name)'", help: "write it as 2026-11-23T10:00:00Z")
    }
    return instant
  }
}

/// What was found out about names of members.
private final class KnownSpellings {
  private struct Member: Hashable {
    let name: String
    let object: String
  }

  private var nearest: [Member: String?] = [:]

  func nearest(to name: String, of object: String, _ known: Set<String>) -> String? {
    let member = Member(name: name, object: object)
    if let found = nearest[member] { return found }
    let found = nearestSpelling(of: name, among: known.sorted(), limit: 1)
    nearest[member] = found
    return found
  }
}
