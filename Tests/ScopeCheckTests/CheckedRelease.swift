import InMemoryRepository
import ReleaseScope
import ScopeCheck

/// `release/2.4.0`, cut from a main with a policy and a manifest that plans SHOP-1 and SHOP-2, and what a check says of
/// it.
struct CheckedRelease {
  let repository = InMemoryRepository()
  private let start: ObjectID
  private(set) var tip: ObjectID
  private var entries: [String: FileTree.Entry]
  private var clock: Int64 = 1_780_000_000

  /// - Parameter policy: Lines that the policy has besides.
  init(policy: String...) {
    let usual = [
      "base: main", "release-branches: ['release/{version}']", "projects: [SHOP]", "manifest: releases/{version}.json",
      "rules: {unsealed-manifest: off}",
    ]
    let manifest = [
      #"{"schema": "relscope.manifest/1", "version": {"name": "2.4.0"}, "projects": ["SHOP"],"#,
      #" "tickets": [{"key": "SHOP-1"}, {"key": "SHOP-2"}]}"#,
    ]
    entries = FileTree(files: [".relscope.yml": usual + policy, "releases/2.4.0.json": manifest]).entries
    start = repository.commit(
      "Start\n", FileTree(entries), parents: [],
      author: Signature(name: "Dana", email: "d@example.com", time: Instant(seconds: clock)))
    tip = start
    repository.references["refs/heads/main"] = start
    repository.references["refs/heads/release/2.4.0"] = start
    repository.symbolicReferences["HEAD"] = "refs/heads/release/2.4.0"
  }

  /// Adds a commit to the release that writes a file of its own.
  @discardableResult
  mutating func commit(_ message: String, file: String? = nil) -> ObjectID {
    clock += 60
    entries[file ?? "file-\(clock)"] = .file(FileLines(["\(clock)"]))
    let author = Signature(name: "Dana", email: "d@example.com", time: Instant(seconds: clock))
    tip = repository.commit(message, FileTree(entries), parents: [tip], author: author)
    repository.references["refs/heads/release/2.4.0"] = tip
    return tip
  }

  mutating func commitPlanned() {
    commit("SHOP-1 Cart")
    commit("SHOP-2 Search")
  }

  func report() throws -> ScopeReport {
    var request = CheckRequest(now: Instant(seconds: clock))
    request.base = "main"
    request.release = "release/2.4.0"
    return try ScopeCheck(repository, request).run()
  }
}
