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
  /// - Complexity: A comparison of trees for every commit of which nothing is kept; the smaller group alone where none
  ///   of it changes anything, or is here to be compared. Contents are read only where commits change the same paths,
  ///   from or to other contents.
  /// - Throws: ``GitError`` for anything but an object that is not here.
  package init(
    _ left: [ObjectID], _ right: [ObjectID], _ relation: Relation = .equal, in repository: Repository
  ) throws(GitError) {
    guard !left.isEmpty, !right.isEmpty else { return }
    repository.readPatches(for: left.count + right.count)
    let isTurned = relation == .inverse
    let groups: (left: Groups, right: Groups)
    defer { unreadable = Set(unreadable).sorted() }
    // The summaries of many are kept, and so have to be of all that a commit changes.
    let areFew = left.count + right.count < Repository.manyCommits && !repository.asksPatches
    if left.count <= right.count {
      groups.left = try group(left, in: repository)
      guard !groups.left.isEmpty else { return }
      groups.right = try group(right, in: repository, like: groups.left, areFew)
    } else {
      groups.right = try group(right, in: repository)
      guard !groups.right.isEmpty else { return }
      groups.left = try group(left, in: repository, like: groups.right, areFew)
    }
    var kinds: [[ChangeKind]] = []
    for (paths, changes) in groups.left {
      guard let others = groups.right[paths] else { continue }
      kinds.append(ChangeKind.all(changes, others, turnsRight: isTurned))
    }
    // Of two that change the same paths, one is likely to be picked from the other, and hardly ever its inverse.
    let patches = try patches(of: alike(kinds, beyond: isTurned ? 1 : 2, in: repository), in: repository)
    for kinds in kinds {
      let byPatch = Dictionary(grouping: kinds) { patches[$0.change] }
      for kind in kinds where !kind.left.isEmpty {
        let equal = patches[kind.change].flatMap { byPatch[$0] } ?? [kind]
        let matches = equal.flatMap(\.right).sorted { $0.place < $1.place }.map(\.commit)
        guard !matches.isEmpty else { continue }
        for (_, commit) in kind.left { same[commit] = matches }
      }
    }
  }

  /// How many commits for each thread make it pay to make patches on several.
  private static let fewest = 32

  fileprivate typealias Summarized = (commit: PlacedCommit, summary: ChangeSummary)
  private typealias Groups = [KeptDigest: [Summarized]]

  /// The commits by the paths that they change.
  ///
  /// - Parameters:
  ///   - others: Leaves out those that change other paths than any of them.
  ///   - stopsEarly: Whether of those no more is read than tells it.
  private mutating func group(
    _ commits: [ObjectID], in repository: Repository, like others: Groups? = nil, _ stopsEarly: Bool = false
  ) throws(GitError) -> Groups {
    var scope = TreeComparison.Scope.everything
    if stopsEarly, let others { scope = try paths(of: others, in: repository) }
    let known = others.map { Set($0.keys) }
    let summaries = try repository.summaries(of: commits, scope) { summary in
      !summary.isEmpty && known?.contains(summary.paths) ?? true
    }
    var groups: Groups = [:]
    for (place, summary) in summaries.enumerated() {
      switch summary {
      case .missing: unreadable.append(commits[place])
      case .read(nil): break
      case .read(let summary?): groups[summary.paths, default: []].append(((place, commits[place]), summary))
      }
    }
    return groups
  }

  /// The paths that commits change; everything, where what is known of them is all that is here.
  private func paths(of groups: Groups, in repository: Repository) throws(GitError) -> TreeComparison.Scope {
    var paths: [String] = []
    do throws(GitError) {
      for alike in groups.values {
        if let (commit, _) = alike.first { paths += try repository.changes(of: commit.commit).paths }
      }
    } catch {
      guard error.code == .missingObject else { throw error }
      return .everything
    }
    return .among(.init(paths))
  }

  /// Those of several kinds that may have the same patch as one of the other group.
  ///
  /// - Parameters:
  ///   - groups: Kinds that change the same paths.
  ///   - few: So many kinds have their patches made at once.
  private func alike(
    _ groups: [[ChangeKind]], beyond few: Int, in repository: Repository
  ) throws(GitError) -> [ChangeKind] {
    let kept = repository.keptPatches
    let many = groups.filter { $0.count > few }
    let unknown = many.joined().filter { kept.lines(of: $0.change) == nil }
    let readings = try repository.readIfHere(unknown.map(\.example)) { (repository, example) throws(GitError) in
      let changes = try repository.comparison(of: example.commit).changes
      return try PatchLines(example.isTurned ? changes.map(\.inverse) : changes, in: repository).digest
    }
    var found: [KeptDigest: KeptDigest] = [:]
    for (kind, reading) in zip(unknown, readings) {
      guard case .read(let lines) = reading else { continue }
      found[kind.change] = lines
      kept.note(lines: lines, of: kind.change)
    }
    var open = groups.filter { $0.count > 1 && $0.count <= few }.flatMap(\.self)
    for kinds in many {
      let byLines = Dictionary(grouping: kinds) { found[$0.change] ?? kept.lines(of: $0.change) }
      // Which commits cannot be compared is said of all.
      guard byLines[nil] == nil else {
        open += kinds
        continue
      }
      open += byLines.values.filter { kinds in
        kinds.count > 1 && kinds.contains { !$0.left.isEmpty } && kinds.contains { !$0.right.isEmpty }
      }.flatMap(\.self)
    }
    return open
  }

  /// The patch of each kind, as far as the files are here.
  private mutating func patches(
    of kinds: [ChangeKind], in repository: Repository
  ) throws(GitError) -> [KeptDigest: KeptDigest] {
    let kept = repository.keptPatches
    var found: [KeptDigest: KeptDigest] = [:]
    for kind in kinds { found[kind.change] = kept.patch(of: kind.change) }
    let unknown = kinds.filter { found[$0.change] == nil }
    let patches = try repository.readIfHere(unknown.map(\.example), fewest: Self.fewest) {
      (repository, example) throws(GitError) in
      try CommitDiff(of: example.commit, isTurned: example.isTurned, in: repository).patch().digest
    }
    for (kind, patch) in zip(unknown, patches) {
      switch patch {
      case .missing: unreadable += (kind.left + kind.right).map(\.commit)
      case .read(let patch):
        found[kind.change] = patch
        kept.note(patch: patch, of: kind.change)
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
  struct Example: Sendable {
    let commit: ObjectID
    /// Whether the change is what takes the commit's own back.
    let isTurned: Bool
  }

  let example: Example
  let change: KeptDigest
  private(set) var left: [PlacedCommit] = []
  private(set) var right: [PlacedCommit] = []

  /// The kinds of changes of the same paths that there are.
  static func all(
    _ left: [PatchComparison.Summarized], _ right: [PatchComparison.Summarized], turnsRight: Bool
  ) -> [ChangeKind] {
    var kinds: [KeptDigest: ChangeKind] = [:]
    for (commit, summary) in left {
      let example = Example(commit: commit.commit, isTurned: false)
      kinds[summary.change, default: ChangeKind(example: example, change: summary.change)].left.append(commit)
    }
    for (commit, summary) in right {
      let example = Example(commit: commit.commit, isTurned: turnsRight)
      let change = turnsRight ? summary.inverse : summary.change
      kinds[change, default: ChangeKind(example: example, change: change)].right.append(commit)
    }
    return Array(kinds.values)
  }
}
