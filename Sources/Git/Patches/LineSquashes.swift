package import Commits

/// Which commits have in them all that a line of commits had changed at some point.
package struct LineSquashes: Sendable {
  /// For such a commit, the newest commit of the line up to which it has everything.
  package private(set) var squashed: [ObjectID: ObjectID] = [:]
  /// Commits of which a tree or a file is not here.
  package private(set) var unreadable: [ObjectID] = []
  private var changesOfLine = LineChanges()

  /// Of how many squashes all changes are read before those of the line: most lines then change something that no
  /// squash changes, and end there.
  static let few = 512

  /// Looks for them among `squashes`, by what these change against their first parents.
  ///
  /// A commit has everything up to a commit X of the line when it changes every path that differs between `start` and
  /// X, and at each of them ends with what X has; or, where it set out from other contents than `start` has, when it
  /// adds and removes the same lines as `start` to X. It may change further paths. A line of one commit is squashed in
  /// every commit that makes the same change. X changes something.
  ///
  /// - Parameters:
  ///   - line: Commits one after the other, oldest first.
  ///   - start: The tree from which the line set out, or a commit whose tree is meant.
  /// - Complexity: A comparison of trees for each commit of either: of many `squashes`, of the folders alone in which
  ///   the line changes something; of few, only as far as the line changes what they change. Contents are read where a
  ///   commit changes all of the line's paths, set out from others than `start`, and grows the file by as many bytes.
  /// - Throws: ``GitError`` for anything but an object that is not here. One that is missing for the line hides what
  ///   comes after.
  package init(
    _ line: [ObjectID], since start: ObjectID, in squashes: [ObjectID], _ repository: Repository
  ) throws(GitError) {
    try self.init(line, since: start, in: squashes, repository, few: Self.few)
  }

  init(
    _ line: [ObjectID], since start: ObjectID, in squashes: [ObjectID], _ repository: Repository, few: Int
  ) throws(GitError) {
    guard !line.isEmpty, !squashes.isEmpty else { return }
    let areFew = squashes.count <= few
    if areFew, try !Self.mayBeSquashed(line, since: start, in: squashes, repository) { return }
    do throws(GitError) {
      var tree = try repository.treeID(start)
      for commit in line {
        let next = try repository.tree(of: commit).tree
        self.changesOfLine.add(try repository.changes(of: commit, from: tree, to: next))
        tree = next
      }
    } catch {
      guard error.code == .missingObject else { throw error }
      unreadable += line[changesOfLine.count...]
    }
    let squashes = areFew ? squashes : try Self.mayHave(changesOfLine, among: squashes, repository)
    let scope = areFew ? TreeComparison.Scope.everything : .within(.init(changesOfLine.paths))
    let changes = try repository.readIfHere(squashes) { (repository, commit) throws(GitError) in
      try repository.changes(of: commit, scope).changes
    }
    for (commit, reading) in zip(squashes, changes) {
      guard case .read(let changes) = reading else {
        unreadable.append(commit)
        continue
      }
      do throws(GitError) {
        if let place = try lastPlace(in: changes, repository) { squashed[commit] = line[place] }
      } catch {
        guard error.code == .missingObject else { throw error }
        unreadable.append(commit)
      }
    }
  }

  /// Those of many commits that change all paths that differ after some commit of a line, as far as that can be told.
  private static func mayHave(
    _ line: LineChanges, among commits: [ObjectID], _ repository: Repository
  ) throws(GitError) -> [ObjectID] {
    repository.readPatches(for: commits.count)
    let sets = line.changedPaths(atMost: ChangeSummary.mostPaths)
    let summaries = try repository.summaries(of: commits) { $0.mayChangeAll(ofOneOf: sets) }
    return zip(commits, summaries).compactMap { commit, summary in
      if case .read(nil) = summary { nil } else { commit }
    }
  }

  /// Whether all that differs after some commit of the line is what one of `squashes` changes, or that cannot be told.
  private static func mayBeSquashed(
    _ line: [ObjectID], since start: ObjectID, in squashes: [ObjectID], _ repository: Repository
  ) throws(GitError) -> Bool {
    do throws(GitError) {
      let scope = TreeComparison.Scope.among(try repository.paths(of: squashes))
      let before = try repository.treeID(start)
      for commit in line {
        let comparison = try TreeComparison(before, repository.tree(of: commit).tree, in: repository, scope)
        if !comparison.hasOthers, !comparison.changes.isEmpty { return true }
      }
      return false
    } catch {
      guard error.code == .missingObject else { throw error }
      return true
    }
  }

  /// How far into the line `changes` go, as a place in it.
  private func lastPlace(in changes: [TreeChange], _ repository: Repository) throws(GitError) -> Int? {
    guard !changes.isEmpty else { return nil }
    let byPath = Dictionary(changes.map { ($0.path, $0) }) { first, _ in first }
    var comparison = LineComparison(repository)
    var places = changesOfLine.places(changingOnly: byPath.keys)
    search: while let place = places.popLast() {
      for wanted in changesOfLine.changes(upTo: place, at: byPath.keys) {
        guard let change = byPath[wanted.path], try comparison.has(change, wanted) else { continue search }
      }
      return place
    }
    return nil
  }
}

extension Repository {
  /// The paths that commits change, which are asked for again for each of several lines.
  fileprivate func paths(of commits: [ObjectID]) throws(GitError) -> TreeComparison.KnownPaths {
    if let known = knownPaths, known.commits == commits { return known.paths }
    var paths: [String] = []
    for commit in commits { paths += try changedPaths(of: commit) }
    let known = TreeComparison.KnownPaths(paths)
    knownPaths = (commits, known)
    return known
  }

  /// What differs between two trees, the second of which is the commit's and the first usually its parent's.
  fileprivate func changes(
    of commit: ObjectID, from old: ObjectID, to new: ObjectID
  ) throws(GitError) -> [TreeChange] {
    if let parent = try tree(of: commit).parent, try tree(of: parent).tree == old {
      return try changes(of: commit).changes
    }
    return try TreeComparison(old, new, in: self).changes
  }
}
