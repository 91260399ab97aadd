import Foundation
import Commits
import Testing

/// What messages claim, as the article *What a message claims* has it.
struct ClaimTableTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let message: String
    let claim: String

    var testDescription: String { message }
  }

  static let rows = (try? table()) ?? []

  @Test func `reads a table of the forms that there are`() {
    #expect(Self.rows.count > 100)
  }

  @Test(arguments: rows)
  func `reads a message as the table says`(row: Row) {
    #expect(ClaimNotation.of(Claims.facts(row.message)) == row.claim)
  }

  private static func table() throws -> [Row] {
    let package = URL(fileURLWithPath: "\(#filePath)")
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: package.appendingPathComponent("Sources/Commits/Commits.docc/Claims.md"), encoding: .utf8)
    return page.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 2, cells[0].hasPrefix("`") else { return nil }
      let marks = cells[0].prefix { $0 == "`" }.count
      let message = cells[0].dropFirst(marks).dropLast(marks).replacingOccurrences(of: "⏎", with: "\n")
      return Row(message: message, claim: cells[1])
    }
  }
}

/// Messages read for the projects SHOP and PAY.
enum Claims {
  static func facts(_ message: String, isMerge: Bool = false) -> MessageFacts {
    facts(Array(message.utf8), isMerge: isMerge)
  }

  static func facts(_ message: [UInt8], isMerge: Bool = false) -> MessageFacts {
    let projects = ["SHOP", "PAY"].compactMap { try? ProjectKey(parsing: $0) }
    return MessageReader(scanner: KeyScanner(projects: projects)).facts(ofMessage: message.span, isMerge: isMerge)
  }
}

/// Claims as the table writes them.
enum ClaimNotation {
  static func of(_ facts: MessageFacts) -> String {
    var parts = facts.reverts.map(claim)
    let copies = facts.pickedFrom.map(\.digits) + facts.copyOf.map { "#\($0)" }
    if !copies.isEmpty { parts.append("copy " + copies.joined(separator: " ")) }
    if !facts.requests.isEmpty { parts.append("request " + facts.requests.map { "#\($0)" }.joined(separator: " ")) }
    if let change = facts.changeID { parts.append("change I\(change)") }
    if facts.mayRevert, !facts.reverts.contains(where: \.isCertain) { parts.append("words") }
    if let number = facts.differential { parts.append("review D\(number)") }
    return parts.isEmpty ? "–" : parts.joined(separator: "; ")
  }

  private static func claim(_ claim: RevertClaim) -> String {
    var words = [(claim.action == .revert ? "revert" : "reland") + (claim.isCertain ? "" : "?")]
    switch claim.source {
    case .subject: break
    case .body: words.append("body")
    case .item: words.append("item")
    case .onlyItems: words.append("only items")
    }
    if claim.isPartial { words.append("part") }
    words += claim.ids.map(\.digits)
    words += claim.runs.map { "\($0.first)..\($0.last)" }
    words += claim.requests.map { "#\($0)" }
    words += claim.reviews.map(\.description)
    words += claim.titles.map { "\"\($0.text)\"" + ($0.depth == 0 ? "" : "^\($0.depth)") }
    words += claim.keys.map(\.description)
    if claim.isCut { words.append("cut") }
    return words.joined(separator: " ")
  }
}
