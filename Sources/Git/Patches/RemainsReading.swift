package import Commits

extension Repository {
  /// What the files of a tree still have of the changes of commits against their first parents.
  ///
  /// At each path that a commit changes: the contents that it left there are all of it, those that it found are none.
  /// Other contents are told by the lines that it added and removed, wherever they are now: all of it where every added
  /// line is there and a removed one is not, nothing where none is and every removed line is back (of a change that
  /// only adds lines: where the file is as it was before), replaced where none is and not every removed line is back.
  /// Lines of blanks and change logs tell nothing. A file that is not at its path is looked for (``MovedFiles``); one
  /// that is gone has no lines. A commit remains whole where every path says so, and not at all where every path says
  /// that; where some of these say replaced, it is replaced, and moved where such a path is gone.
  ///
  /// - Parameter tree: A tree, or a commit whose tree is meant.
  /// - Returns: What remains; nothing for a commit without changes. And the commits for which an object is not here.
  /// - Complexity: A comparison of trees for each commit; a look-up for each path that it changes, and three files read
  ///   where the contents are neither the ones nor the others.
  /// - Throws: ``GitError`` for anything but an object that is not here.
  package func remains(
    of commits: [ObjectID], in tree: ObjectID
  ) throws(GitError) -> (remains: [ObjectID: Remains], unreadable: [ObjectID]) {
    guard !commits.isEmpty else { return ([:], []) }
    var found: [ObjectID: Remains] = [:]
    var unreadable: [ObjectID] = []
    let readings = try readByPaths(commits, in: tree) { (repository, commit, changes, paths) throws(GitError) in
      try repository.remains(of: changes, by: commit, in: &paths)
    }
    for (commit, reading) in readings {
      switch reading {
      case .missing: unreadable.append(commit)
      case .read(let remains): found[commit] = remains
      }
    }
    return (found, unreadable)
  }

  /// The same by path, change logs left out, and with replaced for moved; a path whose lines tell nothing has `nil`,
  /// and a commit without changes no paths.
  ///
  /// - Returns: In the same order for every tree.
  /// - Throws: ``GitError`` for anything but an object that is not here.
  /// - Complexity: Of ``remains(of:in:)``.
  package func remainsByPath(
    of commits: [ObjectID], in tree: ObjectID
  ) throws(GitError) -> (remains: [ObjectID: [Remains?]], unreadable: [ObjectID]) {
    guard !commits.isEmpty else { return ([:], []) }
    var found: [ObjectID: [Remains?]] = [:]
    var unreadable: [ObjectID] = []
    let readings = try readByPaths(commits, in: tree) { (repository, commit, changes, paths) throws(GitError) in
      var told: [Remains?] = []
      for change in changes where !ChangeLog.isPath(change.path) {
        told.append(try repository.remains(of: change, now: repository.contents(of: change, by: commit, in: &paths)))
      }
      return told.isEmpty && !changes.isEmpty ? nil : told
    }
    for (commit, reading) in readings {
      switch reading {
      case .missing: unreadable.append(commit)
      case .read(let told): found[commit] = told
      }
    }
    return (found, unreadable)
  }

  /// Reads something of what each of `commits` changes and of the files of a tree, on several threads if that pays.
  private func readByPaths<Value: Sendable>(
    _ commits: [ObjectID], in tree: ObjectID,
    _ read: @escaping @Sendable (Repository, ObjectID, [TreeChange], inout TreePaths) throws(GitError) -> Value
  ) throws(GitError) -> [(commit: ObjectID, reading: Reading<Value>)] {
    let (tree, commits) = (try treeID(tree), try newestFirst(commits))
    // Neighbours share what is remembered of the tree's folders.
    let length = 16
    let parts = stride(from: 0, to: commits.count, by: length).map { commits[$0..<min($0 + length, commits.count)] }
    let readings = try readInParallel(parts, fewest: 2) { (repository, commits) throws(GitError) in
      var paths = TreePaths(tree, in: repository)
      var readings: [Reading<Value>] = []
      for commit in commits {
        do throws(GitError) {
          readings.append(.read(try read(repository, commit, repository.changes(of: commit).changes, &paths)))
        } catch {
          guard error.code == .missingObject else { throw error }
          readings.append(.missing)
        }
      }
      return readings
    }
    return Array(zip(commits, readings.joined()))
  }

  /// Some commits by time, those that are not here last.
  private func newestFirst(_ commits: [ObjectID]) throws(GitError) -> [ObjectID] {
    var times: [ObjectID: Instant] = [:]
    for id in commits { times[id] = try commit(id)?.committer.time }
    return commits.sorted { left, right in
      guard let one = times[left], let other = times[right] else { return times[left] != nil }
      return (other, left) < (one, right)
    }
  }

  /// Those of `commits` of whose changes two trees have the same: all lines that they added or removed are in both as
  /// often, and some that they added are. Other changes, as of a mode or of blanks, are the same where the files are.
  /// Change logs tell nothing.
  ///
  /// - Parameters:
  ///   - left: A tree, or a commit whose tree is meant.
  ///   - right: The same.
  /// - Returns: Commits without changes among them, and none for which an object is not here.
  /// - Throws: ``GitError`` for anything but an object that is not here.
  package func unchanged(
    _ commits: [ObjectID], between left: ObjectID, and right: ObjectID
  ) throws(GitError) -> Set<ObjectID> {
    var left = TreePaths(try treeID(left), in: self)
    var right = TreePaths(try treeID(right), in: self)
    var found: Set<ObjectID> = []
    for commit in try newestFirst(commits) {
      do throws(GitError) {
        var isAlike = true
        for change in try changes(of: commit).changes where isAlike && !ChangeLog.isPath(change.path) {
          isAlike = try isSame(
            change, contents(of: change, by: commit, in: &left), contents(of: change, by: commit, in: &right))
        }
        if isAlike { found.insert(commit) }
      } catch {
        guard error.code == .missingObject else { throw error }
      }
    }
    return found
  }

  private func isSame(_ change: TreeChange, _ left: FileContents, _ right: FileContents) throws(GitError) -> Bool {
    switch (left, right) {
    case (.gone, .gone): return true
    case (.item(let left), .item(let right)) where left == right: return true
    default: break
    }
    guard let changed = try changedLines(change), !(changed.added.isEmpty && changed.removed.isEmpty),
      let left = try lines(left), let right = try lines(right)
    else { return false }
    let own = changed.added.filter { $0.others == 0 }
    return (changed.added.isEmpty || (own.isEmpty ? changed.added : own).contains { left[$0.line] > 0 })
      && (changed.added + changed.removed).allSatisfy { left[$0.line] == right[$0.line] }
  }

  func remains(
    of changes: [TreeChange], by commit: ObjectID, in paths: inout TreePaths
  ) throws(GitError) -> Remains? {
    guard !changes.isEmpty else { return nil }
    var all: Remains?
    var (isOpen, isMoved) = (false, false)
    for change in changes where !ChangeLog.isPath(change.path) {
      let now = try contents(of: change, by: commit, in: &paths)
      let told = try remains(of: change, now: now)
      isMoved = isMoved || now.isElsewhere && (told == nil || told == .replaced)
      guard let remains = told else {
        isOpen = true
        continue
      }
      guard let before = all, before != remains else {
        all = remains
        continue
      }
      guard before == .replaced || before == Remains.none, remains == .replaced || remains == Remains.none
      else { return .some }
      all = .replaced
    }
    if isOpen, all != Remains.none { all = all == nil || all == .replaced ? .replaced : .some }
    return all == .replaced && isMoved ? .moved : all
  }

  /// - Returns: `nil` if nothing can be told by the lines. Lines that are gone tell so only where others are back.
  private func remains(of change: TreeChange, now: FileContents) throws(GitError) -> Remains? {
    if case .untold = now { return nil }
    if let told = remains(of: change, now: now.item) { return told }
    guard let changed = try changedLines(change), let now = try lines(now) else { return .some }
    let (added, removed) = (now.have(changed.added), now.have(changed.removed))
    guard let added else { return removed?.inverse }
    // Where all the old lines are, too, the new ones may be others that read the same.
    guard added == Remains.none else { return added == .all && removed == .all ? .some : added }
    // Lines that took no other's place may be gone by work that came after.
    guard let removed else { return nil }
    return removed == .all ? Remains.none : .replaced
  }

  /// What is told without reading a file.
  private func remains(of change: TreeChange, now: TreeItem??) -> Remains? {
    guard let now else { return nil }
    if now == change.new { return .all }
    if now == change.old { return Remains.none }
    if let new = change.new, change.old?.id == new.id { return now?.mode == new.mode ? .all : Remains.none }
    if let now, now.id == change.new?.id { return .all }
    if let now, now.id == change.old?.id { return Remains.none }
    return nil
  }

  private func lines(_ contents: FileContents) throws(GitError) -> LineCounts? {
    switch contents {
    case .item(let item): return item.isSubmodule ? nil : try knownLines.lines(of: item.id, in: self)
    case .lines(let lines): return lines
    case .gone: return LineCounts([])
    case .untold: return nil
    }
  }

  func changedLines(_ change: TreeChange) throws(GitError) -> ChangedLines? {
    guard change.old?.isSubmodule != true, change.new?.isSubmodule != true else { return nil }
    return try knownLines.change(from: change.old?.id, to: change.new?.id, in: self)
  }
}

extension LineCounts {
  /// Whether the text has lines that a change added, or removed.
  ///
  /// Lines of which the other side of the change has some too may well be there for another reason: they count only if
  /// there are no others, and then beyond those that the other side has.
  ///
  /// - Returns: `nil` if there are no such lines.
  fileprivate func have(_ lines: [ChangedLines.Line]) -> Remains? {
    let own = lines.filter { $0.others == 0 }
    var there = 0
    var wanted = 0
    for line in own.isEmpty ? lines : own {
      there += max(0, min(self[line.line] - line.others, line.count))
      wanted += line.count
    }
    guard wanted > 0 else { return nil }
    return there == wanted ? .all : there == 0 ? Remains.none : .some
  }
}
