import JSON
import ReleaseScope

/// Takes the members of written reports and baselines: each must be there and of its type.
struct ReportReader {
  private let read: TypedReader

  init(_ read: TypedReader) {
    self.read = read
  }

  var source: DocumentSource { read.source }

  /// - Parameter kind: What the document is, for errors: `report`.
  func checkSchema(_ document: JSONValue, _ expected: String, _ kind: String) throws(DocumentError) {
    _ = try read.members(document, kind)
    guard let schema = document["schema"] else {
      throw source.error(
        document.line, "no 'schema': this is not a \(kind)", help: #"it begins with "schema": "\#(expected)""#)
    }
    let text = try read.text(schema, "schema")
    guard text == expected else {
      throw source.error(
        schema.line, "'\(text)' is not '\(expected)', the \(kind) that this relscope reads",
        help: "make it again with this relscope, or use the relscope that made it")
    }
  }

  func refuseOthers(_ value: JSONValue, _ kind: String, than names: [String]) throws(DocumentError) {
    for member in try read.members(value, kind) where !names.contains(member.name) {
      let nearest = nearestSpelling(of: member.name, among: names)
      throw source.error(
        member.line, "unknown member '\(member.name)' of the \(kind)",
        help: nearest.map { "did you mean '\($0)'?" } ?? "remove it")
    }
  }

  /// A member that must be there.
  func member(_ value: JSONValue, _ name: String) throws(DocumentError) -> JSONValue {
    _ = try read.members(value, name)
    guard let member = value[name] else {
      throw source.error(value.line, "no '\(name)'", help: "the file is damaged: make it again")
    }
    return member
  }

  /// A member that may be missing, or `null`.
  func optional(_ value: JSONValue, _ name: String) -> JSONValue? {
    value[name].flatMap { $0.content == .null ? nil : $0 }
  }

  func text(_ value: JSONValue, _ name: String) throws(DocumentError) -> String {
    try read.text(try member(value, name), name)
  }

  func optionalText(_ value: JSONValue, _ name: String) throws(DocumentError) -> String? {
    guard let member = optional(value, name) else { return nil }
    return try read.text(member, name)
  }

  func flag(_ value: JSONValue, _ name: String) throws(DocumentError) -> Bool {
    try read.bool(try member(value, name), name)
  }

  /// A number from 0 up.
  func count(_ value: JSONValue, _ name: String) throws(DocumentError) -> Int {
    let member = try member(value, name)
    guard case .number(let text) = member.content, let number = Int(text), number >= 0 else {
      throw read.mistyped(member, name, expected: "a number from 0 up")
    }
    return number
  }

  func elements(_ value: JSONValue, _ name: String) throws(DocumentError) -> [JSONValue] {
    try read.elements(try member(value, name), name)
  }

  func texts(_ value: JSONValue, _ name: String) throws(DocumentError) -> [String] {
    try read.texts(try member(value, name), name)
  }

  /// A word of one of our enums.
  func word<Word: RawRepresentable<String>>(_ value: JSONValue, _ name: String) throws(DocumentError) -> Word {
    try word(try member(value, name), as: name)
  }

  func words<Word: RawRepresentable<String>>(_ value: JSONValue, _ name: String) throws(DocumentError) -> [Word] {
    var words: [Word] = []
    for element in try elements(value, name) { words.append(try word(element, as: name)) }
    return words
  }

  private func word<Word: RawRepresentable<String>>(
    _ member: JSONValue, as name: String
  ) throws(DocumentError) -> Word {
    let text = try read.text(member, name)
    guard let word = Word(rawValue: text) else {
      throw source.error(
        member.line, "'\(text)' is no '\(name)' that this relscope knows",
        help: "make the file again with this relscope, or use the relscope that made it")
    }
    return word
  }

  func id(_ value: JSONValue, _ name: String) throws(DocumentError) -> ObjectID {
    try id(try member(value, name), as: name)
  }

  func optionalID(_ value: JSONValue, _ name: String) throws(DocumentError) -> ObjectID? {
    guard let member = optional(value, name) else { return nil }
    return try id(member, as: name)
  }

  func ids(_ value: JSONValue, _ name: String) throws(DocumentError) -> [ObjectID] {
    var ids: [ObjectID] = []
    for element in try elements(value, name) { ids.append(try id(element, as: name)) }
    return ids
  }

  func id(_ member: JSONValue, as name: String) throws(DocumentError) -> ObjectID {
    let text = try read.text(member, name)
    guard let id = ObjectID(text) else {
      throw source.error(
        member.line, "'\(text)' is no object id for '\(name)'", help: "the file is damaged: make it again")
    }
    return id
  }

  func key(_ value: JSONValue, _ name: String) throws(DocumentError) -> TicketKey {
    try read.ticketKey(try member(value, name), name)
  }

  /// The member `ticket`; `nil` for `null`.
  func ticket(_ value: JSONValue) throws(DocumentError) -> TicketKey? {
    guard let member = optional(value, "ticket") else { return nil }
    return try read.ticketKey(member, "ticket")
  }

  func instant(_ value: JSONValue, _ name: String) throws(DocumentError) -> Instant {
    try read.instant(try member(value, name), name)
  }

  func day(_ value: JSONValue, _ name: String) throws(DocumentError) -> Day {
    let member = try member(value, name)
    let text = try read.text(member, name)
    guard let day = Day(parsing: text) else {
      throw source.error(member.line, "'\(text)' is no day for '\(name)'", help: "write it as 2026-11-30")
    }
    return day
  }

  /// The member `version`; `nil` for `null`.
  func version(_ value: JSONValue) throws(DocumentError) -> VersionName? {
    guard let member = optional(value, "version") else { return nil }
    let text = try read.text(member, "version")
    do {
      return try VersionName(parsing: text)
    } catch {
      throw source.error(member.line, error.message, help: "write the version's name as Jira has it")
    }
  }
}
