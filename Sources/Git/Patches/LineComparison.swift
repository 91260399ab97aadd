import Commits

/// Whether a change of a file has another one in it, from other contents.
struct LineComparison {
  private let repository: Repository
  private var known: [TreeChange: Bool] = [:]

  /// - Parameter repository: Has the files.
  init(_ repository: Repository) {
    self.repository = repository
  }

  /// Whether `change` ends with what `wanted` ends with, or sets out from other contents and adds and removes the same
  /// lines.
  ///
  /// - Parameter change: The same one each time for a path.
  /// - Throws: ``GitError/Code/missingObject`` if a file is not here.
  mutating func has(_ change: TreeChange, _ wanted: TreeChange) throws(GitError) -> Bool {
    if change.new == wanted.new { return true }
    if let known = known[wanted] { return known }
    let answer = try hasSameLines(change, wanted)
    known[wanted] = answer
    return answer
  }

  private func hasSameLines(_ change: TreeChange, _ wanted: TreeChange) throws(GitError) -> Bool {
    guard change.old != wanted.old, let old = change.old, let new = change.new, let wantedOld = wanted.old,
      let wantedNew = wanted.new, [old, new, wantedOld, wantedNew].allSatisfy(\.isFile), new.mode == wantedNew.mode,
      try growth(from: old, to: new) == growth(from: wantedOld, to: wantedNew), let before = try lines(old),
      let after = try lines(new), let wantedBefore = try lines(wantedOld), let wantedAfter = try lines(wantedNew)
    else { return false }
    let (added, removed) = (after.surplus(over: before), before.surplus(over: after))
    return !(added.isEmpty && removed.isEmpty) && added == wantedAfter.surplus(over: wantedBefore)
      && removed == wantedBefore.surplus(over: wantedAfter)
  }

  private func growth(from old: TreeItem, to new: TreeItem) throws(GitError) -> Int {
    try repository.blobSize(new.id) - repository.blobSize(old.id)
  }

  private func lines(_ item: TreeItem) throws(GitError) -> LineCounts? { LineCounts(try repository.blob(item.id)) }
}
