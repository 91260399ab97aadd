package import Commits

/// Which commits of two groups make the same change, or take each other's back.
package struct PatchComparison: Sendable {
  /// What makes two changes match.
  package enum Relation: Sendable {
    /// They are the same.
    case equal
    /// The one of the left group takes that of the right group back.
    case inverse
  }

  /// For a commit of the left group, those of the right that match it, in the order given.
  package private(set) var same: [ObjectID: [ObjectID]] = [:]
  /// Commits that could not be compared since a tree or a file is not here.
  package private(set) var unreadable: [ObjectID] = []

  /// Compares each of `left` with each of `right`, by what they change against their first parents. Empty commits match
  /// none.
  ///
  /// Changes match when every path has the same contents and modes before and after; else, where the same paths change,
  /// when the patches are the same.
  ///
  /// - Complexity: A comparison of trees for every commit; of the longer group only as far as the paths are those of
  ///   the shorter one. Contents are read only where commits change the same paths, from or to other contents.
  /// - Throws: ``GitError`` for anything but an object that is not here.
  package init(
    _ left: [ObjectID], _ right: [ObjectID], _ relation: Relation = .equal, in repository: Repository
  ) throws(GitError) {
    guard !left.isEmpty, !right.isEmpty else { return }
    let groups: (left: Groups, right: Groups)
    if left.count <= right.count {
      groups.left = try group(left, isTurned: false, in: repository)
      groups.right = try group(right, isTurned: relation == .inverse, in: repository, among: Set(groups.left.keys))
    } else {
      groups.right = try group(right, isTurned: relation == .inverse, in: repository)
      groups.left = try group(left, isTurned: false, in: repository, among: Set(groups.right.keys))
    }
    var kinds: [[ChangeKind]] = []
    for (paths, changes) in groups.left {
      guard let others = groups.right[paths] else { continue }
      kinds.append(ChangeKind.all(changes, others, turnsRight: relation == .inverse))
    }
    var open: [ChangeKind] = []
    for kinds in kinds { open += try alike(kinds, in: repository) }
    let patches = try patches(of: open, in: repository)
    for kinds in kinds {
      let byPatch = Dictionary(grouping: kinds) { patches[$0.example] }
      for kind in kinds where !kind.left.isEmpty {
        let equal = patches[kind.example].flatMap { byPatch[$0] } ?? [kind]
        let matches = equal.flatMap(\.right).sorted { $0.place < $1.place }.map(\.commit)
        guard !matches.isEmpty else { continue }
        for (_, commit) in kind.left { same[commit] = matches }
      }
    }
    unreadable = Set(unreadable).sorted()
  }

  private typealias Groups = [[String]: [(commit: PlacedCommit, changes: [TreeChange])]]

  /// The commits by the paths that they change.
  ///
  /// - Parameters:
  ///   - isTurned: Whether to take what would take a change back for the change.
  ///   - known: Leaves out those that change something else.
  private mutating func group(
    _ commits: [ObjectID], isTurned: Bool, in repository: Repository, among known: Set<[String]>? = nil
  ) throws(GitError) -> Groups {
    let scope = known.map { TreeComparison.Scope.among(.init($0.joined())) } ?? .everything
    let comparisons = try repository.readIfHere(commits) { (repository, commit) throws(GitError) -> [TreeChange] in
      let comparison = try repository.changes(of: commit, scope)
      return comparison.hasOthers ? [] : comparison.changes
    }
    var groups: Groups = [:]
    for (place, changes) in comparisons.enumerated() {
      switch changes {
      case .missing: unreadable.append(commits[place])
      case .read(let changes):
        let paths = changes.map(\.path)
        guard !changes.isEmpty, known?.contains(paths) ?? true else { continue }
        groups[paths, default: []].append(((place, commits[place]), isTurned ? changes.map(\.inverse) : changes))
      }
    }
    return groups
  }

  /// Those of several kinds that may have the same patch as one of the other group.
  private func alike(_ kinds: [ChangeKind], in repository: Repository) throws(GitError) -> [ChangeKind] {
    guard kinds.count > 2 else { return kinds.count > 1 ? kinds : [] }
    var byLines: [PatchLines: [ChangeKind]] = [:]
    for kind in kinds {
      do throws(GitError) {
        byLines[try PatchLines(kind.changes, in: repository), default: []].append(kind)
      } catch {
        guard error.code == .missingObject else { throw error }
        // Which commits cannot be compared is said of all.
        return kinds
      }
    }
    return byLines.values.filter { kinds in
      kinds.count > 1 && kinds.contains { !$0.left.isEmpty } && kinds.contains { !$0.right.isEmpty }
    }.flatMap(\.self)
  }

  /// The patch of each kind, as far as the files are here.
  private mutating func patches(
    of kinds: [ChangeKind], in repository: Repository
  ) throws(GitError) -> [ChangeKind.Example: CommitDiff.Patch] {
    let patches = try repository.readIfHere(kinds.map(\.example)) { (repository, example) throws(GitError) in
      try CommitDiff(of: example.commit, isTurned: example.isTurned, in: repository).patch()
    }
    var found: [ChangeKind.Example: CommitDiff.Patch] = [:]
    for (kind, patch) in zip(kinds, patches) {
      switch patch {
      case .missing: unreadable += (kind.left + kind.right).map(\.commit)
      case .read(let patch): found[kind.example] = patch
      }
    }
    return found
  }
}

/// A commit, and where it is among those that were given.
private typealias PlacedCommit = (place: Int, commit: ObjectID)

/// Commits of both groups with the same contents and modes at every path before and after.
private struct ChangeKind {
  /// One of the commits, of which a patch tells the change of all.
  struct Example: Hashable, Sendable {
    let commit: ObjectID
    /// Whether the change is what takes the commit's own back.
    let isTurned: Bool
  }

  let example: Example
  let changes: [TreeChange]
  private(set) var left: [PlacedCommit] = []
  private(set) var right: [PlacedCommit] = []

  /// The kinds of changes of the same paths that there are.
  static func all(
    _ left: [(commit: PlacedCommit, changes: [TreeChange])], _ right: [(commit: PlacedCommit, changes: [TreeChange])],
    turnsRight: Bool
  ) -> [ChangeKind] {
    var kinds: [[TreeChange]: ChangeKind] = [:]
    for (commit, changes) in left {
      let example = Example(commit: commit.commit, isTurned: false)
      kinds[changes, default: ChangeKind(example: example, changes: changes)].left.append(commit)
    }
    for (commit, changes) in right {
      let example = Example(commit: commit.commit, isTurned: turnsRight)
      kinds[changes, default: ChangeKind(example: example, changes: changes)].right.append(commit)
    }
    return Array(kinds.values)
  }
}
