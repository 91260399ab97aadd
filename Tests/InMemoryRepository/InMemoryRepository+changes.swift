package import ReleaseScope

/// What commits do to files.
extension InMemoryRepository {
  package func changedPaths(of commit: ObjectID) throws -> [String] {
    guard !unreadable.contains(commit) else {
      throw Problem(.missing, "the files of commit \(commit) are not here", isMissingObject: true)
    }
    return try change(commit).paths
  }

  /// Those of some commits whose files are here, and those whose files are not.
  private func divided(_ commits: [ObjectID]) -> (here: [ObjectID], unreadable: [ObjectID]) {
    (commits.filter { !unreadable.contains($0) }, commits.filter(unreadable.contains))
  }

  package func changing(_ commits: [ObjectID]) throws -> (changing: [ObjectID], unreadable: [ObjectID]) {
    let (here, unreadable) = divided(commits)
    return (try here.filter { try !change($0).isEmpty }, unreadable)
  }

  package func changedPaths(from old: ObjectID, to new: ObjectID) throws -> [String] {
    try anyTree(new).changedPaths(from: anyTree(old))
  }

  package func samePatches(
    _ left: [ObjectID], _ right: [ObjectID]
  ) throws -> (same: [ObjectID: [ObjectID]], unreadable: [ObjectID]) {
    (try pairs(left, right) { $0.patch == $1.patch }, divided(left + right).unreadable)
  }

  package func inverses(
    of earlier: [ObjectID], among reverts: [ObjectID]
  ) throws -> (same: [ObjectID: [ObjectID]], unreadable: [ObjectID]) {
    let same = try pairs(reverts, earlier) { revert, earlier in
      revert.paths.allSatisfy {
        revert.old.entries[$0] == earlier.new.entries[$0] && revert.new.entries[$0] == earlier.old.entries[$0]
      } || revert.inversePatch == earlier.patch
    }
    return (same, divided(reverts + earlier).unreadable)
  }

  /// Changes that are none are like no other, and nor are those that cannot be read.
  private func pairs(
    _ left: [ObjectID], _ right: [ObjectID], _ isPair: (Change, Change) -> Bool
  ) throws -> [ObjectID: [ObjectID]] {
    let others = try divided(right).here.map { (id: $0, change: try change($0)) }
    var pairs: [ObjectID: [ObjectID]] = [:]
    for id in divided(left).here {
      let change = try change(id)
      guard !change.isEmpty else { continue }
      let found = others.filter { $0.change.paths == change.paths && isPair(change, $0.change) }.map(\.id)
      if !found.isEmpty { pairs[id] = found }
    }
    return pairs
  }

  package func takenBack(
    by commit: ObjectID, of earlier: [ObjectID]
  ) throws -> (gone: [ObjectID], inPart: [ObjectID], unreadable: [ObjectID]) {
    guard !unreadable.contains(commit) else { return ([], [], [commit]) }
    let later = try change(commit)
    let (earlier, unreadable) = divided(earlier)
    let gone = try earlier.filter { id in
      let change = try change(id)
      guard !change.isEmpty, change.paths.contains(where: later.paths.contains) else { return false }
      if change.paths.allSatisfy({ later.takesBack(change, at: $0) }) { return true }
      func isGone(in tree: FileTree) -> Bool {
        change.paths.allSatisfy { change.remains(at: $0, in: tree) == Remains.none }
      }
      return isGone(in: later.new) && !isGone(in: later.old)
    }
    let inPart = try earlier.filter { id in
      let change = try change(id)
      return !gone.contains(id) && change.paths.contains { later.takesBack(change, at: $0) }
    }
    return (gone, inPart, unreadable)
  }

  package func cancelOut(_ commits: [ObjectID]) throws -> Bool {
    var balances: [String: [String: Int]] = [:]
    for change in try commits.map(change) {
      for path in change.paths {
        for (tree, sign) in [(change.new, 1), (change.old, -1)] {
          guard let entry = tree.entries[path] else { continue }
          for line in entry.lines ?? ["\(entry.id)"] { balances[path, default: [:]][line, default: 0] += sign }
        }
      }
    }
    return !balances.isEmpty && balances.values.allSatisfy { $0.values.allSatisfy { $0 == 0 } }
  }

  package func isLeft(of commit: ObjectID, by revert: ObjectID, in tree: ObjectID) throws -> Bool {
    let (change, reverted, tree) = (try change(commit), try change(revert).paths, try anyTree(tree))
    let others = change.paths.filter { !reverted.contains($0) }
    return !others.isEmpty && others.allSatisfy { change.remains(at: $0, in: tree) == .all }
  }

  package func remains(
    of commits: [ObjectID], in tree: ObjectID
  ) throws -> (remains: [ObjectID: Remains], unreadable: [ObjectID]) {
    let (files, (byPath, unreadable)) = (try anyTree(tree), try remainsByPath(of: commits, in: tree))
    var remains: [ObjectID: Remains] = [:]
    for (commit, told) in byPath {
      let isMoved = try zip(change(commit).paths, told).contains { path, told in
        files.entries[path] == nil && (told == nil || told == .replaced)
      }
      let whole = Remains.whole(told)
      remains[commit] = whole == .replaced && isMoved ? .moved : whole
    }
    return (remains, unreadable)
  }

  package func remainsByPath(
    of commits: [ObjectID], in tree: ObjectID
  ) throws -> (remains: [ObjectID: [Remains?]], unreadable: [ObjectID]) {
    let tree = try anyTree(tree)
    let (here, unreadable) = divided(commits)
    var remains: [ObjectID: [Remains?]] = [:]
    for id in here {
      let change = try change(id)
      remains[id] = change.paths.map { change.remains(at: $0, in: tree) }
    }
    return (remains, unreadable)
  }

  package func overwritten(by commits: [ObjectID], removers: Set<ObjectID>) throws -> [ObjectID: Set<ObjectID>] {
    var makers: [String: [String: [ObjectID]]] = [:]
    for id in commits {
      for (path, lines) in try change(id).lines {
        for line in lines.added where !lines.removed.contains(line) {
          makers[path, default: [:]][line, default: []].append(id)
        }
      }
    }
    var overwritten: [ObjectID: Set<ObjectID>] = [:]
    for id in commits {
      for (path, lines) in try change(id).lines {
        guard removers.contains(id) || lines.added.contains(where: { !lines.removed.contains($0) }) else { continue }
        let found = lines.removed.flatMap { makers[path]?[$0] ?? [] }
        if !found.isEmpty { overwritten[id, default: []].formUnion(found) }
      }
    }
    return overwritten
  }

  package func unchanged(
    _ commits: [ObjectID], between left: ObjectID, and right: ObjectID
  ) throws -> Set<ObjectID> {
    let (left, right) = (try anyTree(left), try anyTree(right))
    return Set(
      try divided(commits).here.filter { id in
        let change = try change(id)
        return change.paths.allSatisfy { change.isSame(at: $0, in: left, and: right) }
      })
  }

  /// There are neither links nor submodules here.
  package func changedLinks(of commit: ObjectID) throws -> [String] {
    _ = try position(of: commit)
    return []
  }

  package func ownChanges(
    ofMerges merges: [ObjectID], knowing _: CommitList? = nil
  ) throws -> (paths: [ObjectID: [String]], unreadable: [ObjectID]) {
    var found: [ObjectID: [String]] = [:]
    for id in merges {
      let entry = entries[try position(of: id)]
      guard entry.parents.count > 1 else { continue }
      let paths = ownPaths(of: entry)
      if !paths.isEmpty { found[id] = paths }
    }
    return (found, [])
  }

  private func ownPaths(of merge: Entry) -> [String] {
    let parents = merge.parents.map { entries[$0].tree }
    return merge.tree.changedPaths(from: parents[0]).filter { path in
      guard !parents.contains(where: { $0.entries[path] == merge.tree.entries[path] }) else { return false }
      var merged = parents[0]
      for (place, parent) in parents.enumerated().dropFirst() {
        let base = mergeBaseTree(merge.parents[..<place], merge.parents[place])
        guard let entry = FileTree.merge(base, merged, parent, at: path) else { return false }
        merged = merged.with(entry.entry, at: path)
      }
      return merged.entries[path] != merge.tree.entries[path]
    }
  }

  /// The tree of what both sides come from; of several commits, what merging them gives, each conflict as the first has
  /// it.
  package func mergeBaseTree(_ ours: ObjectID, _ theirs: ObjectID) throws -> FileTree {
    try mergeBaseTree([position(of: ours)], position(of: theirs))
  }

  private func mergeBaseTree(_ ours: some Sequence<Int>, _ theirs: Int) -> FileTree {
    let bases = mergeBases(ancestors(ours), ancestors([theirs]))
    guard var (tree, merged) = bases.first.map({ (entries[$0].tree, [$0]) }) else { return .empty }
    for base in bases.dropFirst() {
      let older = mergeBaseTree(merged, base)
      for path in entries[base].tree.changedPaths(from: tree) {
        guard let entry = FileTree.merge(older, tree, entries[base].tree, at: path) else { continue }
        tree = tree.with(entry.entry, at: path)
      }
      merged.append(base)
    }
    return tree
  }

  /// The commits of both sets that no other commit of both reaches, oldest first.
  func mergeBases(_ left: Set<Int>, _ right: Set<Int>) -> [Int] {
    let common = left.intersection(right)
    return common.subtracting(ancestors(common.flatMap { entries[$0].parents })).sorted()
  }

  package func movedSubmodules(from old: ObjectID, to new: ObjectID) throws -> [MovedSubmodule] {
    let (old, new) = (try anyTree(old), try anyTree(new))
    func submodule(_ tree: FileTree, _ path: String) -> ObjectID? {
      guard case .submodule(let id) = tree.entries[path] else { return nil }
      return id
    }
    return new.changedPaths(from: old).compactMap { path in
      let moved = MovedSubmodule(path: path, old: submodule(old, path), new: submodule(new, path))
      return moved.old == moved.new ? nil : moved
    }
  }

  package func squashed(
    _ line: [ObjectID], since start: ObjectID, in squashes: [ObjectID]
  ) throws -> (squashed: [ObjectID: ObjectID], unreadable: [ObjectID]) {
    let start = try anyTree(start)
    let unreadable = divided(line + squashes).unreadable
    let parts = try divided(line).here.map { (id: $0, change: Change(from: start, to: try tree(of: $0))) }
    var squashed: [ObjectID: ObjectID] = [:]
    for id in divided(squashes).here {
      let whole = try change(id)
      squashed[id] = parts.last { !$0.change.isEmpty && whole.contains($0.change) }?.id
    }
    return (squashed, unreadable)
  }

  package func commits(of commits: [ObjectID], changing old: ObjectID, to new: ObjectID) throws -> [ObjectID] {
    let change = Change(from: try anyTree(old), to: try anyTree(new))
    guard !change.isEmpty else { return [] }
    return try commits.filter { id in
      let other = try self.change(id)
      return other.paths == change.paths && other.patch == change.patch
    }
  }
}

extension FileTree {
  fileprivate func with(_ entry: Entry?, at path: String) -> FileTree {
    guard entries[path] != entry else { return self }
    var entries = entries
    entries[path] = entry
    return FileTree(entries)
  }
}
