import Foundation
import Testing

/// What `docs/architecture.md` says of the targets is what `Package.swift` says.
struct ArchitectureTests {
  private func text(_ file: String) throws -> String {
    try String(contentsOfFile: "\(PackageFolder.path)/\(file)", encoding: .utf8)
  }

  /// What each target below `Sources` depends on; those that only wrap a C library are left out.
  private func targets() throws -> [String: Set<String>] {
    let source = try text("Package.swift")
    var targets: [String: Set<String>] = [:]
    for match in source.matches(
      of: /\.(?:executableTarget|target)\(\s*name: "([^"]+)"((?:(?!\.target\(|\.executableTarget\(|\.testTarget\().)*)/
        .dotMatchesNewlines())
    {
      let (name, rest) = (String(match.1), String(match.2))
      guard !rest.contains("path: \"Tests"),
        FileManager.default.fileExists(atPath: "\(PackageFolder.path)/Sources/\(name)")
      else { continue }
      let list = rest.firstMatch(of: /dependencies: \[(.*?)\]/.dotMatchesNewlines())?.1 ?? ""
      let names = list.replacing(/, package: "[^"]+"/, with: "").matches(of: /"([^"]+)"/).map { String($0.1) }
      targets[name] = Set(names)
    }
    return targets.filter { name, _ in name.prefixMatch(of: /C[A-Z]/) == nil }
  }

  /// The rows of the table: a target, a sentence, what it uses.
  private func rows() throws -> [String: Set<String>] {
    var rows: [String: Set<String>] = [:]
    for line in try text("docs/architecture.md").split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count >= 2 else { continue }
      let used = cells.count > 2 ? cells[2].matches(of: /`([^`]+)`/).map { String($0.1) } : []
      rows[cells[0].filter { $0 != "`" }] = Set(used)
    }
    return rows
  }

  @Test func `names every target, and what it uses`() throws {
    let targets = try targets()
    let rows = try rows()
    #expect(targets.count > 12)
    #expect(rows == targets)
  }

  @Test func `draws what a target uses below it`() throws {
    let page = try text("docs/architecture.md")
    let drawing = try #require(page.firstMatch(of: /```text\n(.*?)```/.dotMatchesNewlines())?.1)
    var lines: [String: Int] = [:]
    for (number, line) in drawing.split(separator: "\n").enumerated() {
      for name in line.split(separator: " ").dropFirst() { lines[String(name)] = number }
    }
    let targets = try targets()
    #expect(Set(lines.keys) == Set(targets.keys))
    for (name, used) in targets {
      for other in used {
        guard let here = lines[name], let there = lines[other] else { continue }
        #expect(here < there, "\(name) uses \(other)")
      }
    }
  }

  @Test(arguments: ["CONTRIBUTING.md", "docs/architecture.md", "README.md", "SECURITY.md"])
  func `links to files that there are`(file: String) throws {
    let folder = URL(fileURLWithPath: "\(PackageFolder.path)/\(file)").deletingLastPathComponent()
    for link in try text(file).matches(of: /\]\(([^)#]+)(?:#[^)]*)?\)/) where !link.1.contains("://") {
      #expect(FileManager.default.fileExists(atPath: folder.appendingPathComponent(String(link.1)).path), "\(link.1)")
    }
  }
}
