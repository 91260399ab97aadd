package import ReleaseScope

/// A repository that is made of values, for tests of what asks a ``ReleaseRepository``.
///
/// It knows what it was told, and computes the rest plainly: ids as git does, ancestors as sets, changes line by line.
/// What it was never told it refuses, with a ``Problem`` of kind `internal`, so that no test passes by an answer that
/// nobody gave.
package final class InMemoryRepository {
  struct Entry {
    let commit: Commit
    let tree: FileTree
    /// The position of each parent.
    let parents: [Int]
  }

  /// Parents before children.
  private(set) var entries: [Entry] = []
  private var positions: [ObjectID: Int] = [:]
  private var trees: [ObjectID: FileTree] = [FileTree.empty.id: .empty]
  private var changes: [Int: Change] = [:]

  /// By full name.
  package var references: [String: ObjectID] = [:]
  /// By full name, the full name that each points to; HEAD among them unless it is detached.
  package var symbolicReferences: [String: String] = ["HEAD": "refs/heads/main"]
  /// Who set annotated tags, by full ref name.
  package var taggers: [String: Signature] = [:]
  package var remotes: [String] = []
  /// By the short name of a branch, the remote that it tracks.
  package var trackedRemotes: [String: String] = [:]
  /// By the full name of the ref, the note of each commit.
  package var notes: [String: [ObjectID: [UInt8]]] = [:]
  /// By the commit of a notes ref, the note of each commit.
  package var notesStates: [ObjectID: [ObjectID: [UInt8]]] = [:]
  /// The files of the work tree by path; `nil` for a bare repository.
  package var workTree: [String: [UInt8]]?
  /// By the full name of a branch, the commits that were made on it; a branch without an entry has no log.
  package var branchLogs: [String: Set<ObjectID>] = [:]
  package var isShallow = false
  /// Commits whose files are not here, as in a partial clone: what they change cannot be compared.
  package var unreadable: Set<ObjectID> = []

  package init() {}

  /// Adds a commit.
  ///
  /// - Parameters:
  ///   - parents: Commits that are here.
  ///   - committer: The author if there is none.
  @discardableResult
  package func commit(
    _ message: String, _ tree: FileTree, parents: [ObjectID], author: Signature, committer: Signature? = nil
  ) -> ObjectID {
    let committer = committer ?? author
    var object = "tree \(tree.id)\n"
    for parent in parents { object += "parent \(parent)\n" }
    object += "author \(author.header)\ncommitter \(committer.header)\n\n\(message)"
    let id = ObjectID(of: "commit", Array(object.utf8))
    guard positions[id] == nil else { return id }
    let places = parents.map { parent in
      guard let place = positions[parent] else { preconditionFailure("parent \(parent) was not told") }
      return place
    }
    positions[id] = entries.count
    trees[tree.id] = tree
    let commit = Commit(
      id: id, tree: tree.id, parents: parents, author: author, committer: committer, message: Array(message.utf8))
    entries.append(Entry(commit: commit, tree: tree, parents: places))
    return id
  }

  package func tree(of commit: ObjectID) throws(Problem) -> FileTree { try entries[position(of: commit)].tree }

  func knows(_ id: ObjectID) -> Bool { positions[id] != nil }

  /// - Throws: A ``Problem`` if the commit was not told.
  func position(of id: ObjectID) throws(Problem) -> Int {
    guard let position = positions[id] else { throw Self.untold("commit \(id)") }
    return position
  }

  /// A tree by its id, or by that of a commit.
  func anyTree(_ id: ObjectID) throws(Problem) -> FileTree {
    if let tree = trees[id] { return tree }
    return try tree(of: id)
  }

  /// What a commit changes against its first parent.
  func change(_ id: ObjectID) throws(Problem) -> Change {
    let position = try position(of: id)
    if let known = changes[position] { return known }
    let entry = entries[position]
    let change = Change(from: entry.parents.first.map { entries[$0].tree } ?? .empty, to: entry.tree)
    changes[position] = change
    return change
  }

  /// The positions of a commit and of all that it reaches.
  func ancestors(_ tips: some Sequence<Int>) -> Set<Int> {
    var reached: Set<Int> = []
    var pending = Array(tips)
    while let next = pending.popLast() {
      if reached.insert(next).inserted { pending += entries[next].parents }
    }
    return reached
  }

  static func untold(_ what: String) -> Problem {
    Problem(.internal, "the repository in memory was not told of \(what)")
  }
}

extension Signature {
  /// As a commit object has it.
  fileprivate var header: String { "\(name) <\(email)> \(time.seconds) +0000" }
}

extension InMemoryRepository {
  /// All commits, parents before children.
  package var commits: [Commit] { entries.map(\.commit) }

  /// For people: what a commit takes out and puts in against its first parent, a line each.
  package func changedLines(of commit: ObjectID) -> [String] {
    guard let change = try? change(commit) else { return [] }
    return change.paths.flatMap { path in
      let lines = change.lines[path]
      return (lines?.removed ?? []).map { "- \($0)" } + (lines?.added ?? []).map { "+ \($0)" }
    }
  }
}
