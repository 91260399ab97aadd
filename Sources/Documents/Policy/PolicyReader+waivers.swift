import JSON
import ReleaseScope

extension PolicyReader {
  private enum ExemptionKey: String, CaseIterable {
    case author, committer, subject, paths, reason
  }

  private enum WaiverKey: String, CaseIterable {
    case rule, ticket, commit, path, reason, approver, expires
  }

  func exemptions(_ value: JSONValue) throws(DocumentError) -> [Exemption] {
    var exemptions: [Exemption] = []
    for element in try read.elements(value, "exempt") { exemptions.append(try exemption(element)) }
    return exemptions
  }

  private func exemption(_ value: JSONValue) throws(DocumentError) -> Exemption {
    var exemption = Exemption(reason: "")
    for (key, value) in try members(value, "exempt", of: ExemptionKey.self) {
      switch key {
      case .author: exemption.author = try someText(value, key.rawValue)
      case .committer: exemption.committer = try someText(value, key.rawValue)
      case .subject: exemption.subject = try someText(value, key.rawValue)
      case .paths:
        for element in try read.elements(value, key.rawValue) {
          exemption.paths.append(try someText(element, key.rawValue))
        }
      case .reason: exemption.reason = try someText(value, key.rawValue)
      }
    }
    guard !exemption.reason.isEmpty else {
      throw source.error(value.line, "an exemption without 'reason'", help: "say why these commits need no ticket")
    }
    guard exemption.author != nil || exemption.committer != nil || exemption.subject != nil || !exemption.paths.isEmpty
    else {
      throw source.error(
        value.line, "an exemption without a condition would exempt every commit",
        help: "add author, committer, subject or paths")
    }
    return exemption
  }

  func waivers(_ value: JSONValue) throws(DocumentError) -> [Waiver] {
    var waivers: [Waiver] = []
    for element in try read.elements(value, "waivers") { waivers.append(try waiver(element)) }
    return waivers
  }

  private func waiver(_ value: JSONValue) throws(DocumentError) -> Waiver {
    var values: [WaiverKey: JSONValue] = [:]
    for (key, value) in try members(value, "waiver", of: WaiverKey.self) { values[key] = value }
    func required(_ key: WaiverKey, help: String) throws(DocumentError) -> (text: String, line: Int) {
      guard let given = values[key] else {
        throw source.error(value.line, "a waiver without '\(key.rawValue)'", help: help)
      }
      return (try someText(given, key.rawValue), given.line)
    }
    let rule = try required(.rule, help: "name the rule that is waived")
    let reason = try required(.reason, help: "say why the finding is accepted")
    let approver = try required(.approver, help: "say who accepted the finding")
    let expires = try required(.expires, help: "give the last day on which it holds: expires: 2026-12-01")
    guard let day = Day(parsing: expires.text) else {
      throw source.error(
        expires.line, "'\(expires.text)' is not a day for 'expires'", help: "write it as 2026-12-01")
    }
    var waiver = Waiver(
      rule: try word(rule.text, line: rule.line, as: "rule"), reason: reason.text, approver: approver.text, expires: day
    )
    waiver.ticket = if let ticket = values[.ticket] { try read.ticketKey(ticket, "ticket") } else { nil }
    waiver.commit = if let commit = values[.commit] { try commitID(commit) } else { nil }
    waiver.path = if let path = values[.path] { try someText(path, "path") } else { nil }
    guard waiver.ticket != nil || waiver.commit != nil || waiver.path != nil else {
      throw source.error(
        value.line, "a waiver that covers nothing", help: "say what it covers: ticket, commit or path")
    }
    return waiver
  }

  /// - Returns: 7 to 40 hexadecimal digits, in lower case.
  private func commitID(_ value: JSONValue) throws(DocumentError) -> String {
    let text = try read.text(value, "commit").lowercased()
    guard 7...40 ~= text.utf8.count, text.utf8.allSatisfy({ $0.hexadecimalValue != nil }) else {
      throw source.error(
        value.line, "'\(text)' is not a commit id of 7 to 40 hexadecimal digits",
        help: "write the id as: git rev-parse COMMIT")
    }
    return text
  }
}
