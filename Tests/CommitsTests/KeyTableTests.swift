import Foundation
import Commits
import Testing

/// Which rule decides on a key, as the article *Which keys are work* has it.
struct KeyTableTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let message: String
    let keys: String

    var testDescription: String { message }
  }

  static let rows = (try? table()) ?? []

  @Test func `reads a table that has every rule`() {
    let named = Set(Self.rows.flatMap { $0.keys.split { " ,".contains($0) }.map(String.init) })
    #expect(KeyRule.allCases.map(\.rawValue).filter { !named.contains($0) } == [])
  }

  @Test(arguments: rows)
  func `decides on the keys of a message as the table says`(row: Row) {
    let projects = ["SHOP", "PAY"].compactMap { try? ProjectKey(parsing: $0) }
    let message = Array(row.message.utf8)
    let rules = MessageReader(scanner: KeyScanner(projects: projects, ignoresCase: true))
      .rules(ofMessage: message.span, isMerge: row.message.hasPrefix("Merge "))
    #expect(rules.map { "\($0.key.key) \($0.rule.rawValue)" }.joined(separator: ", ") == row.keys)
  }

  private static func table() throws -> [Row] {
    let package = URL(fileURLWithPath: "\(#filePath)")
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: package.appendingPathComponent("Sources/Commits/Commits.docc/Keys.md"), encoding: .utf8)
    return page.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 2, cells[0].hasPrefix("`") else { return nil }
      let message = cells[0].dropFirst().dropLast().replacingOccurrences(of: "⏎", with: "\n")
      return Row(message: message, keys: cells[1])
    }
  }
}
