package import Commits

/// What several changes of one path come to, whatever others did in between.
struct ChangeBalance {
  /// How often more each line is added than removed; none for as often.
  private var lines: LineCounts.Surplus = [:]
  /// Contents that lines do not tell, after and before: binary files, submodules, and what differs in order or blanks
  /// only.
  private var (new, old): ([ObjectID], [ObjectID]) = ([], [])
  private var mode = 0

  /// Whether each change is taken back by others.
  var isEven: Bool { lines.isEmpty && mode == 0 && new.sorted() == old.sorted() }

  /// - Parameter changed: The lines of the change; `nil` if it is not one of lines.
  mutating func add(_ change: TreeChange, _ changed: ChangedLines?) {
    mode += Int(change.new?.mode ?? 0) - Int(change.old?.mode ?? 0)
    guard let changed, !(changed.added.isEmpty && changed.removed.isEmpty) else {
      if let item = change.new { new.append(item.id) }
      if let item = change.old { old.append(item.id) }
      return
    }
    for line in changed.added { add(line.count, of: line.line) }
    for line in changed.removed { add(-line.count, of: line.line) }
  }

  private mutating func add(_ count: Int, of line: LineCounts.Line) {
    let sum = (lines[line] ?? 0) + count
    lines[line] = sum == 0 ? nil : sum
  }
}

extension Repository {
  /// Whether some commits change something, and together nothing: at each path they add each line as often as they
  /// remove it, whatever others did in between. Contents without lines and modes count likewise; lines of blanks and
  /// change logs tell nothing.
  ///
  /// - Complexity: A comparison of trees for each commit, and two files read for each path that it changes. The commits
  ///   are looked through for each path.
  /// - Throws: ``GitError``; its code is `missingObject` if an object is not here.
  package func cancelOut(_ commits: [ObjectID]) throws(GitError) -> Bool {
    var changes: [[String: TreeChange]] = []
    for commit in commits { changes.append(try changesByPath(of: commit)) }
    var seen: Set<String> = []
    for commit in changes {
      for path in commit.keys where !ChangeLog.isPath(path) && seen.insert(path).inserted {
        var balance = ChangeBalance()
        for other in changes {
          if let change = other[path] { balance.add(change, try changedLines(change)) }
        }
        guard balance.isEven else { return false }
      }
    }
    return !seen.isEmpty
  }
}
