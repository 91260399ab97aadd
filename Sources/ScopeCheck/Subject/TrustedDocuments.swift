import Documents
import ReleaseScope

/// Reads policy and manifest from the place that is trusted.
struct TrustedDocuments<Repository: ReleaseRepository> {
  struct Found {
    let bytes: [UInt8]
    let name: String
    let from: String
    /// The path in the repository's trees; `nil` for a file from elsewhere.
    let path: String?
    /// Whether it is the work tree's, since the trusted place has none.
    var isFallback = false
  }

  let repository: Repository
  let trust: Trust
  let base: NamedCommit
  let release: NamedCommit
  var fallsBackToWorkTree = false

  /// - Returns: `nil` if the trusted place has no such file.
  func read(_ choice: DocumentChoice, usual: String?) throws -> Found? {
    switch choice {
    case .contents(let bytes, let name): return Found(bytes: bytes, name: name, from: "file", path: nil)
    case .revision(let revision, let path):
      let id = try repository.resolve(revision, as: "revision")
      guard let file = try repository.file(path, in: id) else {
        throw Problem(.missing, "cannot read '\(revision):\(path)': the commit has no such file")
      }
      return Found(bytes: file.bytes, name: path, from: revision, path: path)
    case .path(let path):
      guard let found = try read(path) else { throw missing(path) }
      return found
    case .usual:
      guard let usual else { return nil }
      if let found = try read(usual) { return found }
      var fallback = fallsBackToWorkTree && trust != .worktree ? try workTreeFile(usual) : nil
      fallback?.isFallback = true
      return fallback
    }
  }

  /// The trusted place, in words.
  var placeName: String { trust == .worktree ? "the work tree" : trust == .base ? base.name : release.name }

  func missing(_ path: String) -> Problem {
    let place = trust == .worktree ? placeName : "'\(placeName)'"
    let isInWorkTree = trust == .base && (try? repository.workTreeFile(path)) != nil
    let advice =
      switch trust {
      case .base where isInWorkTree:
        "it is in the work tree: commit it on '\(base.name)', or look with --trust worktree until then"
      case .base:
        "commit it on '\(base.name)', or read it elsewhere with --trust worktree, or name a file outside of the repository"
      case .release, .worktree: "write it, or name another file"
      }
    return Problem(
      .missing, "cannot read '\(path)': \(place) has no such file",
      help: isInWorkTree ? advice : near(path).map { "did you mean '\($0)'?" } ?? advice)
  }

  /// The file of the same folder that may have been meant.
  private func near(_ path: String) -> String? {
    guard trust != .worktree else { return nil }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[..<$0]) } ?? ""
    let commit = trust == .base ? base.id : release.id
    let names = (try? repository.fileNames(in: folder, of: commit)) ?? []
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    // 2.4.json is near 2.4.0.json.
    let ending = name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
    let stems = names.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }
    let near = nearestName(to: String(name.dropLast(ending.count)), among: stems).map { $0 + ending }
    return (near ?? nearestName(to: name, among: names)).map { folder.isEmpty ? $0 : "\(folder)/\($0)" }
  }

  private func read(_ path: String) throws -> Found? {
    let commit = trust == .base ? base : release
    guard trust == .worktree else {
      return try repository.file(path, in: commit.id).map {
        Found(bytes: $0.bytes, name: path, from: commit.name, path: path)
      }
    }
    return try workTreeFile(path)
  }

  private func workTreeFile(_ path: String) throws -> Found? {
    try repository.workTreeFile(path).map { Found(bytes: $0, name: path, from: "worktree", path: path) }
  }

  /// Whether the release changes a file: it differs from the base's, and from the one that the release started with.
  func isChanged(_ path: String, by tip: ObjectID, mergeBases: () throws -> [ObjectID]) throws -> Bool {
    let released = try repository.file(path, in: tip)?.id
    guard try repository.file(path, in: base.id)?.id != released else { return false }
    return try !mergeBases().contains { try repository.file(path, in: $0)?.id == released }
  }
}
