import Commits

/// What differs between two trees.
///
/// Only trees are read, and of those only the ones that differ: libgit2's own comparison of trees, with its options,
/// costs several times as much, and `check` needs it for every commit that a cherry-pick may have copied.
struct TreeComparison {
  /// Paths, and the folders that they are in.
  struct KnownPaths: Sendable {
    private(set) var files: Set<String> = []
    private(set) var folders: Set<String> = []

    init(_ paths: some Sequence<String>) {
      for path in paths where files.insert(path).inserted {
        var folder = path[...]
        while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
          folder = folder[..<slash]
          guard folders.insert(String(folder)).inserted else { break }
        }
      }
    }
  }

  /// How far a comparison goes.
  enum Scope: Sendable {
    case everything
    /// It ends at the first path that is none of these.
    case among(KnownPaths)
    /// It passes over paths that are none of these.
    case within(KnownPaths)

    fileprivate var known: KnownPaths? {
      switch self {
      case .everything: nil
      case .among(let paths), .within(let paths): paths
      }
    }
  }

  /// Files, links and submodules that only one of the trees has, or that differ in contents or kind; in git's order.
  private(set) var changes: [TreeChange] = []
  /// Whether there are paths besides those that were asked for; where that ended the comparison, `changes` does not
  /// have all.
  private(set) var hasOthers = false
  private let known: KnownPaths?
  private let endsAtOthers: Bool
  private let repository: Repository

  /// - Parameter old: `nil` for nothing, as before a root commit.
  /// - Throws: ``GitError/Code/missingObject`` if a tree is not here.
  init(
    _ old: ObjectID?, _ new: ObjectID?, in repository: Repository, _ scope: Scope = .everything
  ) throws(GitError) {
    self.repository = repository
    known = scope.known
    endsAtOthers = if case .among = scope { true } else { false }
    guard old != new else { return }
    try compare(old, new, under: "")
  }

  /// What there is of known changes in a scope.
  init(_ changes: [TreeChange], in repository: Repository, _ scope: Scope) {
    self.repository = repository
    known = scope.known
    endsAtOthers = if case .among = scope { true } else { false }
    self.changes = changes
    guard let known else { return }
    self.changes.removeAll { !known.files.contains($0.path) }
    hasOthers = self.changes.count < changes.count
  }

  var paths: [String] { changes.map(\.path) }

  private mutating func compare(_ old: ObjectID?, _ new: ObjectID?, under folder: String) throws(GitError) {
    let old = try TreeObject(old, in: repository)
    let new = try TreeObject(new, in: repository)
    var left = try old.entry(at: 0)
    var right = try new.entry(at: 0)
    while !(hasOthers && endsAtOthers) {
      let order: TreeObject.Order
      switch (left, right) {
      case (nil, nil): return
      case (_?, nil): order = .before
      case (nil, _?): order = .after
      case (let entry?, let other?): order = old.order(of: entry, beside: other, of: new)
      }
      switch order {
      case .before: if let left { try add(old.name(left), old.item(left), nil, under: folder) }
      case .after: if let right { try add(new.name(right), nil, new.item(right), under: folder) }
      case .different:
        if let left, let right { try add(new.name(right), old.item(left), new.item(right), under: folder) }
      case .same: break
      }
      if order != .after, let entry = left { left = try old.entry(at: entry.end) }
      if order != .before, let entry = right { right = try new.entry(at: entry.end) }
    }
  }

  /// Adds one path, or what differs below it. Of two items at the same place both are trees, or none is.
  private mutating func add(
    _ name: String, _ old: TreeItem?, _ new: TreeItem?, under folder: String
  ) throws(GitError) {
    let path = folder + name
    let isTree = old?.isTree ?? new?.isTree ?? false
    if let known, !(isTree ? known.folders : known.files).contains(path) {
      hasOthers = true
    } else if isTree {
      try compare(old?.id, new?.id, under: "\(path)/")
    } else {
      changes.append(TreeChange(path: path, old: old, new: new))
    }
  }
}
