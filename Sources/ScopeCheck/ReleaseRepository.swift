package import ReleaseScope

/// What a check asks of a repository. Every failure is an ``ExplainedError``.
package protocol ReleaseRepository {
  associatedtype History: ReleaseHistory

  /// The commit that a revision names; `role` is for the error: `base`.
  func resolve(_ name: String, as role: String) throws -> ObjectID
  /// The commit that a ref leads to; `nil` if there is no such ref.
  func commit(ofReference name: RefName) throws -> ObjectID?
  /// Who set an annotated tag, and when; `nil` for any other ref.
  func tagger(ofReference name: RefName) throws -> Signature?
  /// What a symbolic ref points to; `nil` if it is none.
  func symbolicTarget(_ name: RefName) throws -> RefName?
  func currentBranch() throws -> String?
  func remoteNames() throws -> [String]
  /// The remote that a local branch, by its short name, is configured to track; `nil` if there is none.
  func trackedRemote(of branch: String) throws -> String?
  /// Local branches, then remote-tracking ones, each by name; symbolic ones are left out.
  func branches() throws -> [NamedRef]
  /// The refs of a kind, by name, peeled to commits.
  func references(_ kind: RefName.Kind) throws -> [NamedRef]
  /// Whether the log of a branch says that a commit was made on it, and not merged or moved to.
  func wasCommitted(_ id: ObjectID, on branch: RefName) throws -> Bool
  func isAncestor(_ ancestor: ObjectID, of descendant: ObjectID) throws -> Bool

  /// - Parameter reader: Reads the messages of the commits that one side has.
  func history(base: ObjectID, releases: [ObjectID], reader: MessageReader) throws -> History
  /// - Returns: `nil` if the commit is not here.
  func commit(_ id: ObjectID) throws -> Commit?
  /// - Returns: `nil` if none, or more than one, starts so.
  func commit(withPrefix prefix: String) throws -> Commit?
  /// The notes under a ref on some commits, which are asked for only where there are notes; those of more than `limit`
  /// bytes are not read.
  func notes(under reference: String, upTo limit: Int, on commits: () -> [ObjectID]) throws -> CommitNotes
  /// The note on a commit, in one state of a notes ref.
  ///
  /// - Parameter notes: A commit of the ref; it need not be one that the ref has yet, as while it is pushed.
  func note(on commit: ObjectID, in notes: ObjectID) throws -> [UInt8]?
  /// The commits that have a note in one state of a notes ref, in any order.
  func notedCommits(in notes: ObjectID) throws -> [ObjectID]
  func changedPaths(of commit: ObjectID) throws -> [String]
  /// Those of some commits that change something, in the order given; and the commits that could not be read.
  func changing(_ commits: [ObjectID]) throws -> (changing: [ObjectID], unreadable: [ObjectID])
  /// Whether a commit changes something, and nothing but some paths.
  func changesOnly(_ paths: Set<String>, in commit: ObjectID) throws -> Bool
  /// The paths at which two trees or commits differ.
  func changedPaths(from old: ObjectID, to new: ObjectID) throws -> [String]
  /// For commits of `left`, those of `right` that make the same change; and the commits that could not be read.
  func samePatches(
    _ left: [ObjectID], _ right: [ObjectID]
  ) throws -> (same: [ObjectID: [ObjectID]], unreadable: [ObjectID])
  /// For commits of `reverts`, those of `earlier` whose change they take back exactly, in the order given; and the
  /// commits that could not be read. An exact inverse has, at every path, the new contents and mode of the one as the
  /// old ones of the other and the other way round; or changes the same paths by the patch that leads from the other
  /// back to its parent. A merge changes what it brings to its first parent. Empty commits are no inverses.
  func inverses(
    of earlier: [ObjectID], among reverts: [ObjectID]
  ) throws -> (same: [ObjectID: [ObjectID]], unreadable: [ObjectID])
  /// Those of `earlier` whose change is gone from the files with a commit: at every path that they change, the contents
  /// are as before, or the lines that they added are taken away and those that they removed are back; none of which was
  /// so already; those of which that is so at some paths only; and the commits that could not be read.
  func takenBack(
    by commit: ObjectID, of earlier: [ObjectID]
  ) throws -> (gone: [ObjectID], inPart: [ObjectID], unreadable: [ObjectID])
  /// Whether some commits change something, and together nothing: at each path they add each line as often as they
  /// remove it, whatever others did in between. Change logs tell nothing.
  func cancelOut(_ commits: [ObjectID]) throws -> Bool
  /// Whether a commit's change is still whole in `tree` at paths that a revert of it leaves alone, change logs apart.
  func isLeft(of commit: ObjectID, by revert: ObjectID, in tree: ObjectID) throws -> Bool
  /// What the files of `tree`, a tree or a commit, still have of the changes of commits; nothing for empty commits. And
  /// the commits that could not be read.
  func remains(
    of commits: [ObjectID], in tree: ObjectID
  ) throws -> (remains: [ObjectID: Remains], unreadable: [ObjectID])
  /// The same by path, change logs left out, in the same order for every tree; `nil` for a path whose lines tell
  /// nothing, and no paths for a commit without changes.
  func remainsByPath(
    of commits: [ObjectID], in tree: ObjectID
  ) throws -> (remains: [ObjectID: [Remains?]], unreadable: [ObjectID])
  /// For each of `commits`, those of them whose lines it took away and put others in their place, or nothing if it is
  /// one of `removers`; some of these where very many had the same.
  func overwritten(by commits: [ObjectID], removers: Set<ObjectID>) throws -> [ObjectID: Set<ObjectID>]
  /// For each of `merges`, the paths at which it has what merging its parents does not give: neither parent's contents,
  /// nor those that git would have merged. A conflict that somebody resolved is none. Merges without such paths are
  /// left out; and the merges that could not be read.
  ///
  /// - Parameter known: What was read of commits, these merges among them or not.
  func ownChanges(
    ofMerges merges: [ObjectID], knowing known: CommitList?
  ) throws -> (paths: [ObjectID: [String]], unreadable: [ObjectID])
  /// The submodules that point elsewhere in `new` than in `old`, both trees or commits; by path.
  func movedSubmodules(from old: ObjectID, to new: ObjectID) throws -> [MovedSubmodule]
  /// The symbolic links and submodules that a commit changes, by path.
  func changedLinks(of commit: ObjectID) throws -> [String]
  /// For commits of `squashes`, the newest commit of `line` such that the one commit has all that the line changed up
  /// to it: the same contents at every path that then differed from `start`, or the same lines added and removed there,
  /// from other contents. It may change further paths. And the commits that could not be read.
  ///
  /// - Parameters:
  ///   - line: Commits one after the other, oldest first: what each changes is what its tree has and that of the one
  ///     before has not.
  ///   - start: From where the line set out: a tree or a commit.
  ///   - squashes: Commits with one parent.
  func squashed(
    _ line: [ObjectID], since start: ObjectID, in squashes: [ObjectID]
  ) throws -> (squashed: [ObjectID: ObjectID], unreadable: [ObjectID])
  /// Those of `commits` of whose changes two commits have the same: all lines that they added or removed are in both as
  /// often; none that could not be read.
  func unchanged(_ commits: [ObjectID], between left: ObjectID, and right: ObjectID) throws -> Set<ObjectID>
  /// Those of `commits` that make the change from one tree to another.
  func commits(of commits: [ObjectID], changing old: ObjectID, to new: ObjectID) throws -> [ObjectID]

  /// The names of the files in a folder, in order; none if there is no such folder.
  ///
  /// - Parameter folder: From the top of the tree, with slashes; empty for the top.
  func fileNames(in folder: String, of commit: ObjectID) throws -> [String]
  /// - Returns: `nil` if the commit has no such file.
  func file(_ path: String, in commit: ObjectID) throws -> TreeFile?
  /// - Returns: `nil` if there is no such file, or no work tree.
  func workTreeFile(_ path: String) throws -> [UInt8]?

  /// Whether it has no work tree.
  var isBare: Bool { get }
  var isShallow: Bool { get }
  func hasGrafts() throws -> Bool
  func replacedObjects() throws -> [ObjectID]
}

extension ReleaseRepository {
  /// By the paths of all that it changes; a repository may know a shorter way.
  ///
  /// - Throws: An ``ExplainedError`` of the repository.
  package func changesOnly(_ paths: Set<String>, in commit: ObjectID) throws -> Bool {
    let changed = try changedPaths(of: commit)
    return !changed.isEmpty && changed.allSatisfy(paths.contains)
  }

  /// The refs under which notes of a kind are: those that are written here, then those of remotes.
  ///
  /// - Throws: An ``ExplainedError`` of the repository.
  package func references(to notes: SharedNotes) throws -> [RefName] {
    [notes.reference] + (try remoteNames()).map(notes.fetched)
  }

  /// For a caller to whom it does not matter which projects there are.
  ///
  /// - Throws: An ``ExplainedError`` of the repository.
  package func history(base: ObjectID, releases: [ObjectID]) throws -> History {
    try history(base: base, releases: releases, reader: MessageReader(scanner: KeyScanner(projects: [])))
  }
}
