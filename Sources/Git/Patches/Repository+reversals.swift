package import Commits

extension Repository {
  /// Those of `earlier` whose change is gone from the files with a commit.
  ///
  /// At every path that the one changed, the other one brings back the contents that were there before; or takes away
  /// all lines that the one added and brings back all that it removed. Of a change that only adds lines, that is so
  /// only where nothing else comes in their place. Change logs tell nothing.
  ///
  /// - Returns: They, in the order given; those of which that is so at some paths; and those for which an object is not
  ///   here.
  /// - Complexity: A comparison of trees for each commit. Files are read only at paths that both change.
  /// - Throws: ``GitError`` for anything but an object that is not here.
  package func takenBack(
    by commit: ObjectID, of earlier: [ObjectID]
  ) throws(GitError) -> (gone: [ObjectID], inPart: [ObjectID], unreadable: [ObjectID]) {
    var gone: [ObjectID] = []
    var inPart: [ObjectID] = []
    var unreadable: [ObjectID] = []
    do throws(GitError) {
      let changes = try changesByPath(of: commit)
      for other in earlier {
        do throws(GitError) {
          let done = try self.changes(of: other).changes.filter { !ChangeLog.isPath($0.path) }
          if try isTakenBack(done, changes, by: commit, other) {
            gone.append(other)
          } else if try isTakenBackInPart(done, changes) {
            inPart.append(other)
          }
        } catch {
          guard error.code == .missingObject else { throw error }
          unreadable.append(other)
        }
      }
    } catch {
      guard error.code == .missingObject else { throw error }
      unreadable.append(commit)
    }
    return (gone, inPart, unreadable)
  }

  /// Whether a commit's change is still whole in a tree at paths that a revert of it leaves alone.
  ///
  /// - Parameter tree: A tree, or a commit whose tree is meant.
  /// - Returns: No for what cannot be told by the lines.
  /// - Throws: ``GitError/Code/missingObject`` if an object is not here.
  package func isLeft(of commit: ObjectID, by revert: ObjectID, in tree: ObjectID) throws(GitError) -> Bool {
    let reverted = Set(try changes(of: revert).paths)
    let others = try changes(of: commit).changes.filter { !reverted.contains($0.path) && !ChangeLog.isPath($0.path) }
    guard !others.isEmpty else { return false }
    var paths = TreePaths(try treeID(tree), in: self)
    return try remains(of: others, by: commit, in: &paths) == .all
  }

  func changesByPath(of commit: ObjectID) throws(GitError) -> [String: TreeChange] {
    var changes: [String: TreeChange] = [:]
    for change in try self.changes(of: commit).changes { changes[change.path] = change }
    return changes
  }

  private func isTakenBack(
    _ changes: [TreeChange], _ later: [String: TreeChange], by commit: ObjectID, _ other: ObjectID
  ) throws(GitError) -> Bool {
    guard changes.contains(where: { later[$0.path] != nil }) else { return false }
    var isGone = true
    for change in changes where isGone { isGone = try isTakenBack(change, later[change.path]) }
    if isGone { return true }
    // Others may have changed some of the lines in between.
    let (tree, parent) = try self.tree(of: commit)
    guard let parent else { return false }
    var (now, before) = (TreePaths(tree, in: self), TreePaths(try self.tree(of: parent).tree, in: self))
    let left = try remains(of: changes, by: other, in: &now)
    guard left == Remains.none else { return false }
    return try remains(of: changes, by: other, in: &before) != Remains.none
  }

  private func isTakenBackInPart(
    _ changes: [TreeChange], _ later: [String: TreeChange]
  ) throws(GitError) -> Bool {
    for change in changes where try isTakenBack(change, later[change.path]) { return true }
    return false
  }

  private func isTakenBack(_ change: TreeChange, _ later: TreeChange?) throws(GitError) -> Bool {
    guard let later else { return false }
    if later.new == change.old { return true }
    guard let done = try changedLines(change), let undone = try changedLines(later),
      !(done.added.isEmpty && done.removed.isEmpty), undone.removed.have(done.added), undone.added.have(done.removed)
    else { return false }
    return !done.removed.isEmpty || undone.added.isEmpty
  }
}

extension [ChangedLines.Line] {
  /// Whether all of `others` are among these, as often.
  fileprivate func have(_ others: [ChangedLines.Line]) -> Bool {
    guard !others.isEmpty else { return true }
    var counts: [LineCounts.Line: Int] = [:]
    for line in self { counts[line.line, default: 0] += line.count }
    return others.allSatisfy { counts[$0.line, default: 0] >= $0.count }
  }
}
