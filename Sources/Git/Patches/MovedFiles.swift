import Commits

/// What a tree has of a file.
enum FileContents {
  case item(TreeItem)
  /// The file is in others, together.
  case lines(LineCounts)
  case gone
  /// It is not where it was, and there are too many places where it may be.
  case untold

  /// What is in one place, or `nil` in none; outer `nil` where that is not so.
  var item: TreeItem?? {
    switch self {
    case .item(let item): .some(item)
    case .gone: .some(nil)
    case .lines, .untold: nil
    }
  }

  /// Whether it may be where nobody looked.
  var isElsewhere: Bool {
    switch self {
    case .gone, .untold: true
    case .item, .lines: false
    }
  }
}

/// Where a tree has the files that are gone from where another tree has them: they may have another name, or have been
/// split.
struct MovedFiles {
  /// How many trees are compared with the one.
  private static let mostReferences = 16
  /// Of how many new files the contents are looked at; of more, those of the same name.
  private static let mostFiles = 100

  private struct Added {
    let path: String
    let item: TreeItem
    let name: Substring
  }

  /// A tree that had files which are gone, and the files that came since.
  private struct Reference {
    var paths: TreePaths
    let added: [Added]
  }

  private let tree: ObjectID?
  private var references: [Reference] = []

  init(_ tree: ObjectID?) { self.tree = tree }

  /// What the tree has of a file that a commit left at a path which the tree has not.
  ///
  /// It is in a new file with the same contents; or in those that share half of the lines of the shorter one and the
  /// name, or three quarters of them: many files begin alike. What has a name that the file had before the commit is
  /// not meant.
  ///
  /// - Complexity: A comparison of trees for the first commit, and for one after which more files were added.
  /// - Throws: ``GitError/Code/missingObject`` if an object is not here.
  mutating func contents(
    of file: TreeItem, at path: String, leftBy commit: ObjectID, in repository: Repository
  ) throws(GitError) -> FileContents {
    guard file.isFile else { return .gone }
    guard let reference = try reference(for: path, commit, repository) else { return .untold }
    let parent = try repository.tree(of: commit).parent
    var before = TreePaths(try parent.map { (id) throws(GitError) in try repository.tree(of: id).tree }, in: repository)
    for found in reference.added where found.item.id == file.id {
      if try before.item(at: found.path) == nil { return .item(found.item) }
    }
    let name = TreePaths.name(of: path)
    let named = reference.added.filter { $0.name == name }
    guard let lines = try repository.knownLines.lines(of: file.id, in: repository) else {
      return named.isEmpty ? .gone : .untold
    }
    var all: LineCounts?
    for found in reference.added.count <= Self.mostFiles ? reference.added : named {
      guard let others = try repository.knownLines.lines(of: found.item.id, in: repository) else { continue }
      let (common, least) = (lines.count(in: others), min(lines.total, others.total))
      guard common > 0, common * 4 >= least * (found.name == name ? 2 : 3), try before.item(at: found.path) == nil
      else { continue }
      if all?.add(others) == nil { all = others }
    }
    return all.map(FileContents.lines) ?? .gone
  }

  private mutating func reference(
    for path: String, _ commit: ObjectID, _ repository: Repository
  ) throws(GitError) -> Reference? {
    for place in references.indices where try references[place].paths.item(at: path) != nil { return references[place] }
    guard references.count < Self.mostReferences else { return nil }
    let old = try repository.tree(of: commit).tree
    var added: [Added] = []
    for change in try TreeComparison(old, tree, in: repository).changes where change.old == nil {
      guard let item = change.new, item.isFile else { continue }
      added.append(Added(path: change.path, item: item, name: TreePaths.name(of: change.path)))
    }
    let reference = Reference(paths: TreePaths(old, in: repository), added: added)
    references.append(reference)
    return reference
  }
}

extension Repository {
  /// What a tree has of a file that a commit changed.
  func contents(
    of change: TreeChange, by commit: ObjectID, in paths: inout TreePaths
  ) throws(GitError) -> FileContents {
    if let item = try paths.item(at: change.path) { return .item(item) }
    guard let file = change.new else { return .gone }
    return try knownMoves.contents(of: file, at: change.path, leftBy: commit, missingIn: paths.tree, in: self)
  }
}

/// The moved files of the trees that were looked at lately.
struct KnownMoves {
  private static let mostTrees = 8

  private var known: [ObjectID?: MovedFiles] = [:]

  mutating func contents(
    of file: TreeItem, at path: String, leftBy commit: ObjectID, missingIn tree: ObjectID?, in repository: Repository
  ) throws(GitError) -> FileContents {
    if known[tree] == nil, known.count == Self.mostTrees { known.removeAll() }
    return try known[tree, default: MovedFiles(tree)].contents(of: file, at: path, leftBy: commit, in: repository)
  }
}
