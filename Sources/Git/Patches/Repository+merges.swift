package import Commits
import CProcess

extension Repository {
  /// The paths at which merges have what git would not have made of their parents by itself.
  ///
  /// That is neither the contents of a parent, nor what merging the sides gives. A conflict that somebody resolved is
  /// no such change, nor is a file that one side moved and the other changed. Where the parents have several merge
  /// bases, one that explains the contents is enough; of more than two parents, at most one may have changed the path.
  ///
  /// - Parameter known: What was read of commits: the trees of those that it has are not looked up again.
  /// - Returns: For each merge with such paths, these in git's order. And the merges for which an object is not here.
  /// - Complexity: For each merge, the folders that differ from those of all parents. Only for what differs there from
  ///   the files of all parents: the merge bases, and where both sides changed a file, its contents.
  /// - Throws: ``GitError`` for anything but an object that is not here.
  package func ownChanges(
    ofMerges merges: [ObjectID], knowing known: CommitList? = nil
  ) throws(GitError) -> (paths: [ObjectID: [String]], unreadable: [ObjectID]) {
    defer { mergeBaseSearch = nil }
    if merges.count >= AncestorWalk.longHistory { relscope_return_free_memory() }
    // The oldest first: a merge is likely to be the first parent of the next one.
    let oldestFirst = Array(merges.reversed())
    let readings = try readIfHere(oldestFirst, fewest: 64) { (repository, merge) throws(GitError) in
      try repository.ownChanges(ofMerge: merge, known)
    }
    var own: [ObjectID: [String]] = [:]
    var unreadable: [ObjectID] = []
    for (merge, reading) in zip(merges, readings.reversed()) {
      switch reading {
      case .missing: unreadable.append(merge)
      case .read(let paths): if !paths.isEmpty { own[merge] = paths }
      }
    }
    return (own, unreadable)
  }

  private func ownChanges(ofMerge merge: ObjectID, _ known: CommitList?) throws(GitError) -> [String] {
    let (merged, parents) = try links(ofMerge: merge, known)
    guard parents.count > 1 else { return [] }
    var trees: [ObjectID] = []
    for parent in parents {
      if let known, let place = known.position(of: parent) {
        trees.append(known.tree(place))
      } else {
        trees.append(try tree(of: parent).tree)
      }
    }
    var own = try MergeComparison(merged, parents: trees, in: self).differences
    guard !own.isEmpty else { return [] }
    for base in try mergeBases(of: parents) where !own.isEmpty {
      var automatic = AutomaticMerge(of: merged, trees, base: base, in: self)
      var left: [MergeComparison.Difference] = []
      for difference in own where try !automatic.explains(difference) { left.append(difference) }
      own = left
    }
    return own.map(\.path)
  }

  private func links(
    ofMerge merge: ObjectID, _ known: CommitList?
  ) throws(GitError) -> (tree: ObjectID, parents: [ObjectID]) {
    if let known, let place = known.position(of: merge) { return (known.tree(place), known.parentIDs(place)) }
    var parents: [ObjectID] = []
    guard let links = try readCommit(merge, parents: &parents) else {
      throw GitError(operation: "read merge \(merge)", code: .missingObject, message: "it is not here")
    }
    knownTrees.note(merge, tree: links.tree, parent: parents.first)
    return (links.tree, parents)
  }

  /// The trees of the merge bases of the first with each other parent; one that is `nil` where there is none.
  private func mergeBases(of parents: [ObjectID]) throws(GitError) -> Set<ObjectID?> {
    var search: MergeBaseSearch
    if let known = mergeBaseSearch { search = known } else { search = try MergeBaseSearch(in: self) }
    // So that there is one owner, and no copy.
    mergeBaseSearch = nil
    defer { mergeBaseSearch = search }
    var trees: Set<ObjectID?> = []
    for other in parents.dropFirst() {
      let bases = try search.mergeBases(of: parents[0], and: other, in: self)
      if bases.isEmpty { trees.insert(nil) }
      for base in bases { trees.insert(try tree(of: base).tree) }
    }
    return trees
  }
}
