import CLibgit2
import Commits
import Glibc

/// An open repository.
///
/// One thread at a time may use it. What leaves it is copied.
@safe
package final class Repository {
  let handle: OpaquePointer
  let objects: OpaquePointer
  /// Whether git's environment said where it is, and where its objects are.
  let isFromEnvironment: Bool
  var commitGraphState = CommitGraphState.unread
  var knownTrees = KnownTrees()
  var knownChanges = KnownChanges()
  /// The paths that some commits change.
  var knownPaths: (commits: [ObjectID], paths: TreeComparison.KnownPaths)?
  /// What a commit changes is told from its tree and its parent's, which is its parent's own, and most folders are
  /// those of the neighbours.
  var trees = RecentObjects<ObjectID>(limit: 1 << 23)
  var absentObjects = AbsentObjects()
  private(set) var looseObjects: LooseObjects?
  var knownCommits: [ObjectID: Commit] = [:]
  var knownPeople = KnownPeople<Person>()
  var knownLines = KnownLines()
  var knownSums = KnownSums()
  /// Dates and parents that a walk has read from the objects themselves: another walk goes the same ways.
  var knownLinks: Ancestry?
  /// Kept while many merges are looked at.
  var mergeBaseSearch: MergeBaseSearch?
  /// libgit2 goes through the whole configuration for them.
  var knownRemotes: [String]?
  /// How many threads may read a long history: as many as there are processors, or what `RELSCOPE_THREADS` says.
  package var threads = Repository.defaultThreads
  /// Who is told how far the reading is.
  package var progress: ReadingProgress?
  /// Whether what is found out about changes is kept in the git directory.
  package var keepsPatches = true
  var openPatches: KeptPatches?
  private var openPacks: PackedObjects?
  /// Packs that another handle of the same repository has open: they take much of the memory.
  var knownPacks: [String: MappedPack] = [:]
  /// The object that was read last, with the room for the next one.
  var contents: [UInt8] = []

  /// Opens the repository that contains `path`.
  ///
  /// - Parameters:
  ///   - path: A folder in a work tree, or a bare repository; `nil` for what git itself would use: the environment
  ///     (`GIT_DIR`, a hook's quarantine), then the working directory and the folders above it.
  ///   - isTrusted: Whether git would work in it all the same; asked about a repository that another user owns, where
  ///     libgit2 finds no exception for it.
  /// - Throws: ``GitError`` with what to do: no repository there, not owned by this user, a format that libgit2 lacks.
  package init(
    at path: String? = nil, isTrusted: (_ path: String?) -> Bool = { _ in false }
  ) throws(GitError) {
    try Library.start.get()
    let handle = unsafe try RepositoryOpening.open(path, isTrusted: isTrusted)
    var objects: OpaquePointer?
    do throws(GitError) {
      try GitError.check(unsafe git_repository_odb(&objects, handle), "open the object database")
    } catch {
      unsafe git_repository_free(handle)
      throw error
    }
    guard let objects = unsafe objects else {
      unsafe git_repository_free(handle)
      throw GitError(operation: "open the object database", code: .other(-1), message: "no details")
    }
    unsafe self.handle = handle
    unsafe self.objects = objects
    isFromEnvironment = path == nil
    guard
      let loose = LooseObjects(in: objectDirectories(), place: { [unowned self] in packs.place(of: $0) })
    else {
      throw GitError(operation: "open the object database", code: .other(-1), message: "there is no memory for it")
    }
    looseObjects = loose
    unsafe try LooseBackend.add(loose, to: objects)
  }

  deinit {
    unsafe git_odb_free(objects)
    unsafe git_repository_free(handle)
  }

  private static var defaultThreads: Int {
    if let wanted = unsafe getenv("RELSCOPE_THREADS"), let count = Int(unsafe String(cString: wanted)), count > 0 {
      return count
    }
    return max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  /// The packs, which are opened when they are needed.
  var packs: PackedObjects {
    if let openPacks { return openPacks }
    let packs = PackedObjects(in: objectDirectories(), knowing: knownPacks)
    openPacks = packs
    return packs
  }

  /// Gives back the memory that the packs take.
  func closePacks() { openPacks = nil }

  /// The git directory, absolute, with a slash at the end.
  package var directory: String { unsafe String(cString: git_repository_path(handle)) }

  /// The directory that linked worktrees share.
  package var commonDirectory: String { unsafe String(cString: git_repository_commondir(handle)) }

  /// The top of the work tree, with a slash at the end; `nil` for a bare repository.
  package var workTree: String? {
    unsafe git_repository_workdir(handle).map { unsafe String(cString: $0) }
  }

  /// Also in a linked worktree, of which libgit2 says that it is not. What cannot be read may be shallow.
  package var isShallow: Bool { (try? shallowBoundary().isEmpty) != true }

  /// The value of a configuration variable; `nil` if it is not set.
  ///
  /// - Throws: ``GitError`` if the configuration cannot be read.
  package func configuration(_ name: String) throws(GitError) -> String? {
    var configuration: OpaquePointer?
    try GitError.check(
      unsafe git_repository_config_snapshot(&configuration, handle), "read the configuration")
    defer { unsafe git_config_free(configuration) }
    var value: UnsafePointer<CChar>?
    let status = unsafe git_config_get_string(&value, configuration, name)
    if status == GIT_ENOTFOUND.rawValue { return nil }
    try GitError.check(status, "read configuration '\(name)'")
    return unsafe value.map { unsafe String(cString: $0) }
  }
}

enum CommitGraphState {
  case unread
  case known(CommitGraphChain?)
}

extension ObjectID {
  init(_ id: git_oid) {
    self = unsafe withUnsafeBytes(of: id.id) { bytes in
      unsafe ObjectID(
        high: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
        middle: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
        low: UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self)))
    }
  }

  var raw: git_oid {
    var id = git_oid()
    unsafe withUnsafeMutableBytes(of: &id.id) { bytes in
      unsafe bytes.storeBytes(of: high.bigEndian, toByteOffset: 0, as: UInt64.self)
      unsafe bytes.storeBytes(of: middle.bigEndian, toByteOffset: 8, as: UInt64.self)
      unsafe bytes.storeBytes(of: low.bigEndian, toByteOffset: 16, as: UInt32.self)
    }
    return id
  }
}
