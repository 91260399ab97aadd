import Gate
import InMemoryRepository
import ReleaseScope
import Testing

/// What a fetch goes by: the base's own documents come before those of the work tree.
struct GateDocumentsTests {
  static let manifest = [
    #"{"schema": "relscope.manifest/1", "version": {"name": "2.4.0"}, "projects": ["SHOP"], "tickets": [{"key": "#,
    #"}]}"#,
  ]

  private static func gate(base: [String: String], workTree: [String: String]) throws -> ReleaseGate<InMemoryRepository>
  {
    let repository = InMemoryRepository()
    let dana = Signature(name: "Dana", email: "dana@example.com", time: Instant(seconds: 1_780_000_000))
    let tree = FileTree(files: base.mapValues { [$0] })
    repository.references["refs/heads/main"] = repository.commit("Start", tree, parents: [], author: dana)
    repository.workTree = workTree.mapValues { Array($0.utf8) }
    return try ReleaseGate(repository, now: Instant(seconds: 1_780_000_000))
  }

  /// A policy that has the manifest in a folder.
  private static func policy(_ folder: String) -> [String: String] {
    [".relscope.yml": "manifest: \(folder)/{version}.json"]
  }

  private static func manifest(_ folder: String, _ key: String) -> [String: String] {
    ["\(folder)/2.4.0.json": manifest.joined(separator: "\"\(key)\"")]
  }

  @Test(
    arguments: [
      (policy("base"), policy("here"), "base/{version}.json"), ([:], policy("here"), "here/{version}.json"),
      ([:], [:], nil),
    ] as [([String: String], [String: String], String?)])
  func `goes by the nearest policy`(base: [String: String], workTree: [String: String], manifest: String?) throws {
    let policy = try Self.gate(base: base, workTree: workTree).nearestPolicy()
    #expect(policy.manifest?.description == manifest)
  }

  @Test(
    arguments: [
      (policy("a").merging(manifest("a", "SHOP-1")) { $1 }, manifest("a", "SHOP-2"), ["SHOP-1"]),
      (policy("a"), manifest("a", "SHOP-2"), ["SHOP-2"]), (policy("a"), manifest("b", "SHOP-2"), []),
      ([:], manifest("a", "SHOP-2"), []),
    ] as [([String: String], [String: String], [String])])
  func `asks for the tickets of the nearest manifest`(
    base: [String: String], workTree: [String: String], keys: [String]
  ) throws {
    let planned = try Self.gate(base: base, workTree: workTree).plannedKeys(of: VersionName(parsing: "2.4.0"))
    #expect(planned.map(\.description) == keys)
  }

  @Test(arguments: [true, false])
  func `goes by no wrong policy`(isOnBase: Bool) throws {
    let wrong = [".relscope.yml": "manifst: releases"]
    let gate = try Self.gate(base: isOnBase ? wrong : [:], workTree: isOnBase ? [:] : wrong)
    let error = #expect(throws: (any Error).self) { try gate.nearestPolicy() }
    #expect((error as? any ExplainedError)?.problem.message.contains("manifst") == true)
  }
}
