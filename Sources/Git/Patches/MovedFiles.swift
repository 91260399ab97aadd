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
///
/// What is new is told by the first commit asked about that had the path: those asked about together come newest first
/// (of one second by their ids), in parts that share nothing, so that the answer is the same with any number of threads.
struct MovedFiles {
  /// How many trees are compared with the one.
  private static let mostReferences = 16

  private let tree: ObjectID?
  private var references: [NewFiles] = []

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
    guard let added = try reference(for: path, commit, repository) else { return .untold }
    let parent = try repository.tree(of: commit).parent
    var before = TreePaths(try parent.map { (id) throws(GitError) in try repository.tree(of: id).tree }, in: repository)
    for found in added.files(with: file.id) where try before.item(at: found.path) == nil { return .item(found.item) }
    let name = TreePaths.name(of: path)
    guard let lines = try repository.knownLines.lines(of: file.id, in: repository) else {
      return added.files(named: name).isEmpty ? .gone : .untold
    }
    guard let candidates = try added.candidates(named: name, in: repository) else { return .untold }
    var all: LineCounts?
    for found in candidates {
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
  ) throws(GitError) -> NewFiles? {
    for reference in references where try reference.had(path) { return reference }
    guard references.count < Self.mostReferences else { return nil }
    let reference = try NewFiles(of: tree, since: try repository.tree(of: commit).tree, in: repository)
    references.append(reference)
    return reference
  }
}

/// The files that a tree has at paths where another one had none.
private final class NewFiles {
  struct File {
    let path: String
    let item: TreeItem
    let name: Substring
  }

  /// Of how many files the contents are looked at, and of how many bytes together; of more, those of one name.
  private static let most = (files: 100, bytes: 1 << 22)

  private var before: TreePaths
  private let all: [File]
  private let byContents: [ObjectID: [File]]
  private let byName: [Substring: [File]]
  /// By name, or for `nil` of all, whether the contents are looked at.
  private var isSmall: [Substring?: Bool] = [:]

  init(of tree: ObjectID?, since old: ObjectID, in repository: Repository) throws(GitError) {
    before = TreePaths(old, in: repository)
    all = try TreeComparison(old, tree, in: repository).changes.compactMap { change in
      guard change.old == nil, let item = change.new, item.isFile else { return nil }
      return File(path: change.path, item: item, name: TreePaths.name(of: change.path))
    }
    byContents = Dictionary(grouping: all, by: \.item.id)
    byName = Dictionary(grouping: all, by: \.name)
  }

  /// Whether the older tree has something at a path.
  func had(_ path: String) throws(GitError) -> Bool { try before.item(at: path) != nil }

  func files(with contents: ObjectID) -> [File] { byContents[contents] ?? [] }

  func files(named name: Substring) -> [File] { byName[name] ?? [] }

  /// Those in which the lines of a file may be: all, or those of its name.
  ///
  /// - Returns: `nil` if these are too large to be looked at.
  func candidates(named name: Substring, in repository: Repository) throws(GitError) -> [File]? {
    if all.count <= Self.most.files, try isSmall(all, nil, repository) { return all }
    let named = files(named: name)
    return try isSmall(named, name, repository) ? named : nil
  }

  private func isSmall(_ files: [File], _ name: Substring?, _ repository: Repository) throws(GitError) -> Bool {
    if let known = isSmall[name] { return known }
    var size = 0
    for file in files where size <= Self.most.bytes { size += try repository.blobSize(file.item.id) }
    isSmall[name] = size <= Self.most.bytes
    return size <= Self.most.bytes
  }
}

extension Repository {
  /// What a tree has of a file that a commit changed.
  func contents(
    of change: TreeChange, by commit: ObjectID, in paths: inout TreePaths
  ) throws(GitError) -> FileContents {
    if let item = try paths.item(at: change.path) { return .item(item) }
    guard let file = change.new else { return .gone }
    return try paths.moved.contents(of: file, at: change.path, leftBy: commit, in: self)
  }
}
