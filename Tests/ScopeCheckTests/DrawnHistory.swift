import InMemoryRepository
import ReleaseScope
import ScopeCheck

/// A history drawn commit by commit, and the states of tickets that a check finds in it.
struct DrawnHistory {
  let repository = InMemoryRepository()
  private var clock: Int64 = 1_780_000_000

  /// Adds a commit.
  ///
  /// - Parameter files: All that it has, by path: what the line of the file says.
  mutating func commit(_ message: String, _ files: [String: String], on parents: [ObjectID]) -> ObjectID {
    commit(message, lines: files.mapValues { [$0] }, on: parents)
  }

  /// Adds a commit.
  ///
  /// - Parameter lines: All that it has, by path.
  mutating func commit(_ message: String, lines: [String: [String]], on parents: [ObjectID]) -> ObjectID {
    clock += 60
    return repository.commit(
      message, FileTree(files: lines), parents: parents,
      author: Signature(name: "Dana", email: "d@example.com", time: Instant(seconds: clock)))
  }

  /// What became of tickets, all of them planned.
  func states(_ keys: [String], base: ObjectID, release: ObjectID) throws -> [TicketState] {
    let report = try report(planned: keys, base: base, release: release)
    return keys.map { key in report.tickets.first { $0.key.description == key }?.state ?? .absent }
  }

  func report(planned keys: [String], base: ObjectID, release: ObjectID) throws -> ScopeReport {
    repository.references = ["refs/heads/main": base, "refs/heads/release/2.4.0": release]
    repository.symbolicReferences["HEAD"] = "refs/heads/release/2.4.0"
    var request = CheckRequest(now: Instant(seconds: clock))
    request.base = "main"
    request.release = "release/2.4.0"
    request.policy = .contents(Array("projects: [SHOP]\n".utf8), name: "policy.yml")
    let tickets = keys.map { "{\"key\": \"\($0)\"}" }.joined(separator: ", ")
    request.manifest = .contents(
      Array(#"{"schema": "relscope.manifest/1", "version": {"name": "2.4.0"}, "tickets": [\#(tickets)]}"#.utf8),
      name: "manifest.json")
    return try ScopeCheck(repository, request).run()
  }
}
