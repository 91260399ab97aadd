package import Commits

/// The trees and first parents of commits that were read lately. What a walk has read is asked for again where changes
/// are compared, and a commit's parent is likely to be asked for as a commit.
struct KnownTrees {
  private static let limit = 1 << 14

  private var known: [ObjectID: (tree: ObjectID, parent: ObjectID?)] = [:]

  subscript(commit: ObjectID) -> (tree: ObjectID, parent: ObjectID?)? { known[commit] }

  mutating func note(_ commit: ObjectID, tree: ObjectID, parent: ObjectID?) {
    if known.count == Self.limit { known.removeAll(keepingCapacity: true) }
    known[commit] = (tree, parent)
  }
}

/// What commits change that were looked at lately: one question after the other is about the same ones.
struct KnownChanges {
  /// Of how many paths of one commit, and of all.
  private static let limits = (one: 64, all: 1 << 15)

  private var known: [ObjectID: [TreeChange]] = [:]
  private var count = 0

  subscript(commit: ObjectID) -> [TreeChange]? { known[commit] }

  mutating func note(_ commit: ObjectID, _ changes: [TreeChange]) {
    guard changes.count <= Self.limits.one else { return }
    if count + changes.count >= Self.limits.all {
      known.removeAll(keepingCapacity: true)
      count = 0
    }
    known[commit] = changes
    count += changes.count + 1
  }
}

extension Repository {
  /// The paths that a commit changes against its first parent.
  ///
  /// - Throws: ``GitError/Code/missingObject`` if a tree is not here.
  package func changedPaths(of commit: ObjectID) throws(GitError) -> [String] { try changes(of: commit).paths }

  /// What a commit changes against its first parent.
  ///
  /// - Throws: ``GitError/Code/missingObject`` if the commit, the parent or a tree is not here.
  func changes(
    of commit: ObjectID, _ scope: TreeComparison.Scope = .everything
  ) throws(GitError) -> TreeComparison {
    let comparison = try comparison(of: commit, scope)
    if case .everything = scope { knownChanges.note(commit, comparison.changes) }
    return comparison
  }

  /// Those of some commits that change something against their first parents.
  ///
  /// - Returns: They, in the order given; and those for which an object is not here.
  /// - Throws: ``GitError`` for anything but an object that is not here.
  package func changing(
    _ commits: [ObjectID]
  ) throws(GitError) -> (changing: [ObjectID], unreadable: [ObjectID]) {
    var (changing, unreadable) = ([ObjectID](), [ObjectID]())
    for commit in commits {
      do throws(GitError) {
        if try !changes(of: commit).changes.isEmpty { changing.append(commit) }
      } catch {
        guard error.code == .missingObject else { throw error }
        unreadable.append(commit)
      }
    }
    return (changing, unreadable)
  }

  /// The same for one of very many commits, which is not remembered.
  func comparison(
    of commit: ObjectID, _ scope: TreeComparison.Scope = .everything
  ) throws(GitError) -> TreeComparison {
    if let known = knownChanges[commit] { return TreeComparison(known, in: self, scope) }
    let (new, parent) = try tree(of: commit)
    var old: ObjectID?
    if let parent { old = try tree(of: parent).tree }
    return try TreeComparison(old, new, in: self, scope)
  }

  func tree(of commit: ObjectID) throws(GitError) -> (tree: ObjectID, parent: ObjectID?) {
    if let found = knownTrees[commit] { return found }
    var parents: [ObjectID] = []
    guard let links = try readCommit(commit, parents: &parents) else {
      throw GitError(operation: "read commit \(commit)", code: .missingObject, message: "it is not here")
    }
    knownTrees.note(commit, tree: links.tree, parent: parents.first)
    return (links.tree, parents.first)
  }
}
