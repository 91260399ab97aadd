import InMemoryRepository
import ReleaseScope

/// A base that has moved, and a release of three commits that was cut before: what its version says, or with a ticket
/// too many in the second.
final class RouteWorld {
  let repository = InMemoryRepository()
  let isRight: Bool
  let start: ObjectID
  let main: ObjectID
  /// The release branch's commits, oldest first.
  let line: [ObjectID]
  private var clock: Int64 = 1_780_000_000

  static let branch = "release/2.4.0"

  init(isRight: Bool, isServer: Bool) {
    self.isRight = isRight
    let policy = [
      "base: main", "release-branches: ['release/{version}', 'hotfix/{version}']", "projects: [SHOP]",
      "manifest: releases/{version}.json", "rules: {unsealed-manifest: off}",
    ]
    let manifest = [
      #"{"schema": "relscope.manifest/1", "version": {"name": "2.4.0"}, "projects": ["SHOP"],"#,
      #" "tickets": [{"key": "SHOP-1"}, {"key": "SHOP-2"}]}"#,
    ]
    var entries = FileTree(files: [
      ".relscope.yml": policy, "releases/2.4.0.json": manifest, "shared": (1...40).map(String.init),
    ]).entries
    let repository = repository
    var seconds = clock
    func next(_ message: String, _ parents: [ObjectID]) -> ObjectID {
      seconds += 600
      let dana = Signature(name: "Dana", email: "dana@example.com", time: Instant(seconds: seconds))
      return repository.commit(message, FileTree(entries), parents: parents, author: dana)
    }
    start = next("SHOP-5 Start", [])
    let before = entries
    entries["read.me"] = .file(FileLines(["main has moved"]))
    main = next("SHOP-3 Main moves", [start])
    entries = before
    var line: [ObjectID] = []
    let work = [("SHOP-1 One", "one"), (isRight ? "SHOP-2 Two" : "SHOP-9 Two", "two"), ("SHOP-2 Three", "three")]
    for (message, file) in work {
      entries[file] = .file(FileLines(["first \(file)", "second \(file)", "third \(file)"]))
      line.append(next(message, [line.last ?? start]))
    }
    self.line = line
    clock = seconds
    repository.workTree = isServer ? nil : [:]
    repository.references["refs/heads/main"] = main
    repository.references["refs/heads/\(Self.branch)"] = tip
    guard !isServer else { return }
    repository.remotes = ["origin"]
    repository.trackedRemotes["main"] = "origin"
    repository.references["refs/remotes/origin/main"] = main
    repository.references["refs/remotes/origin/\(Self.branch)"] = tip
  }

  var tip: ObjectID { line[2] }
  /// All of the release but its last commit; right by itself where the release is.
  var part: ObjectID { line[1] }

  /// Adds a commit that changes whole files.
  func commit(
    _ message: String, on parents: ObjectID..., changing files: [String: [String]] = [:], tree: FileTree? = nil
  ) -> ObjectID {
    clock += 600
    let dana = Signature(name: "Dana", email: "dana@example.com", time: Instant(seconds: clock))
    return repository.commit(message, tree ?? changed(parents[0], files), parents: parents, author: dana)
  }

  /// Merges what each of `others` changed since the start.
  func merge(_ message: String, _ ours: ObjectID, _ others: ObjectID...) -> ObjectID {
    clock += 600
    let dana = Signature(name: "Dana", email: "dana@example.com", time: Instant(seconds: clock))
    var entries = tree(ours).entries
    let before = tree(start).entries
    for other in others {
      for (path, entry) in tree(other).entries where before[path] != entry { entries[path] = entry }
    }
    return repository.commit(message, FileTree(entries), parents: [ours] + others, author: dana)
  }

  func tree(_ commit: ObjectID) -> FileTree {
    guard let tree = try? repository.tree(of: commit) else { preconditionFailure("commit \(commit) was not told") }
    return tree
  }

  /// What merging the release into main gives, as a tree.
  var merged: FileTree { tree(merge("a trial", main, tip)) }

  /// As if nobody had the release branch any more.
  func forgetBranch() {
    for name in ["refs/heads/", "refs/remotes/origin/"] {
      repository.references["\(name)\(Self.branch)"] = nil
    }
  }

  private func changed(_ commit: ObjectID, _ files: [String: [String]]) -> FileTree {
    var entries = tree(commit).entries
    for (path, lines) in files { entries[path] = .file(FileLines(lines)) }
    return FileTree(entries)
  }
}
