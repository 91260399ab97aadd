import JSON
import ReleaseScope

/// What the policy says of the steps around the comparison.
extension PolicyReader {
  private enum ProductionKey: String, CaseIterable {
    case tag
    case branch
    case environment
  }

  private enum MailKey: String, CaseIterable {
    case qa
    case stakeholders
    case from
  }

  private enum NotesKey: String, CaseIterable {
    case headings
    case leaveOut = "leave-out"
  }

  private enum LeaveOutKey: String, CaseIterable {
    case types
    case labels
  }

  /// - Throws: ``DocumentError`` also where more than one thing is to tell.
  func production(_ value: JSONValue) throws(DocumentError) -> ProductionSign? {
    let members = try members(value, "production", of: ProductionKey.self)
    guard let (key, value) = members.first, members.count == 1 else {
      throw source.error(
        value.line, "'production' names \(members.isEmpty ? "nothing" : "more than one thing")",
        help: "write one of tag, branch and environment, as in {tag: \"v{version}\"}")
    }
    switch key {
    case .tag: return .tag(try template(value, key.rawValue))
    case .branch: return .branch(try someText(value, key.rawValue))
    case .environment: return .environment(try someText(value, key.rawValue))
    }
  }

  /// - Throws: ``DocumentError`` also for what is no address of a mail.
  func mail(_ value: JSONValue) throws(DocumentError) -> MailPolicy {
    var mail = MailPolicy()
    for (key, value) in try members(value, "mail", of: MailKey.self) {
      switch key {
      case .qa: mail.qa = try addresses(value, key.rawValue)
      case .stakeholders: mail.stakeholders = try addresses(value, key.rawValue)
      case .from: mail.from = try address(value, key.rawValue)
      }
    }
    return mail
  }

  /// The headings in the order of the file, which is that of the notes.
  func notes(_ value: JSONValue) throws(DocumentError) -> NotesPolicy {
    var notes = NotesPolicy()
    for (key, value) in try members(value, "notes", of: NotesKey.self) {
      switch key {
      case .headings:
        for member in try read.members(value, key.rawValue) {
          notes.headings.append((member.name, try someText(member.value, member.name)))
        }
      case .leaveOut:
        for (key, value) in try members(value, key.rawValue, of: LeaveOutKey.self) {
          switch key {
          case .types: notes.internalTypes = try read.texts(value, key.rawValue)
          case .labels: notes.internalLabels = try read.texts(value, key.rawValue)
          }
        }
      }
    }
    return notes
  }

  private func addresses(_ value: JSONValue, _ name: String) throws(DocumentError) -> [String] {
    var addresses: [String] = []
    for element in try read.elements(value, name) { addresses.append(try address(element, name)) }
    return addresses
  }

  /// An address goes into the head of a mail: it is one word of ASCII with one `@`.
  private func address(_ value: JSONValue, _ name: String) throws(DocumentError) -> String {
    let text = try read.text(value, name)
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let isWord = text.utf8.allSatisfy { 0x21...0x7E ~= $0 && !"<>()[],;:\\\"".utf8.contains($0) }
    guard isWord, parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), text.utf8.count <= 254 else {
      throw source.error(value.line, "'\(text)' is no mail address", help: "write it as qa@example.com")
    }
    return text
  }
}
