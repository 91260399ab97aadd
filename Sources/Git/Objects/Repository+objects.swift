import CLibgit2
package import Commits

extension Repository {
  /// The bytes of a commit object.
  ///
  /// - Returns: `nil` if the object is not here, as in a partial clone.
  /// - Throws: ``GitError`` if it is here and cannot be read, or is no commit.
  func commitBytes(_ id: ObjectID) throws(GitError) -> [UInt8]? {
    try withCommitBytes(id) { (bytes) throws(GitError) in bytes.copy }
  }

  /// A commit's tree and date, and its parents, which are appended to `parents`.
  ///
  /// - Parameter use: Gets the object's bytes and what was read of them.
  /// - Returns: `nil` if the object is not here.
  /// - Throws: As ``rawCommit(_:)``.
  func readCommit(
    _ id: ObjectID, parents: inout [ObjectID],
    _ use: (_ bytes: Span<UInt8>, _ links: CommitLinks, _ parents: [ObjectID]) -> Void = { _, _, _ in }
  ) throws(GitError) -> CommitLinks? {
    try withCommitBytes(id) { (bytes) throws(GitError) in
      guard let links = CommitLinks(bytes, parents: &parents) else { throw Self.corrupt(id) }
      use(bytes, links, parents)
      return links
    }
  }

  /// A commit's date, and its parents, which are appended to `parents`; without reading what a walk has read.
  ///
  /// - Returns: `nil` if the object is not here.
  /// - Throws: As ``rawCommit(_:)``.
  func readTime(_ id: ObjectID, parents: inout [ObjectID]) throws(GitError) -> Int64? {
    if let known = knownLinks, let index = known.index(of: id), known.isRead(index), !known.isMissing(index) {
      parents.append(contentsOf: known.parentIDs(index))
      return known.time(index)
    }
    return try readCommit(id, parents: &parents)?.time
  }

  /// Calls `body` with the bytes of a commit object: from a pack where that works, else by libgit2, which also knows
  /// what is wrong with an object.
  private func withCommitBytes<Value>(
    _ id: ObjectID, _ body: (Span<UInt8>) throws(GitError) -> Value
  ) throws(GitError) -> Value? {
    var room: [UInt8] = []
    swap(&room, &contents)
    defer { swap(&room, &contents) }
    if let count = packs.read(id, to: &room) { return try body(room.span.extracting(0..<count)) }
    guard let object = unsafe try commitObject(id) else { return nil }
    defer { unsafe git_odb_object_free(object) }
    return unsafe try body(Self.contents(object).span)
  }

  /// A commit object, to be freed by the caller.
  private func commitObject(_ id: ObjectID) throws(GitError) -> OpaquePointer? {
    guard !lacks(id) else { return nil }
    try requirePlace(of: id, "read commit \(id)")
    var object: OpaquePointer?
    var raw = id.raw
    let status = unsafe git_odb_read(&object, objects, &raw)
    if status == GIT_ENOTFOUND.rawValue { return nil }
    do throws(GitError) {
      try GitError.check(status, "read commit \(id)")
    } catch {
      throw GitError(operation: error.operation, code: error.code, message: error.message, help: "run: git fsck")
    }
    guard unsafe git_odb_object_type(object) == GIT_OBJECT_COMMIT, unsafe git_odb_object_data(object) != nil else {
      unsafe git_odb_object_free(object)
      throw GitError(
        operation: "read commit \(id)", code: .other(-1), message: "the object is no commit", help: "run: git fsck")
    }
    return unsafe object
  }

  /// Has to come before libgit2 reads a tree or a file that must be here: it takes long to see that one is not.
  ///
  /// - Throws: ``GitError/Code/missingObject``, as libgit2 says it; or as ``requirePlace(of:_:)``.
  func require(_ id: ObjectID, _ operation: @autoclosure () -> String) throws(GitError) {
    guard !isWithout(id) else {
      throw GitError(
        operation: operation(), code: .missingObject, message: "object not found - no match for id (\(id))")
    }
    try requirePlace(of: id, operation())
  }

  /// Has to come before libgit2 reads an object: 1.5 reads behind the end of a pack whose index has a wrong place for
  /// it.
  private func requirePlace(of id: ObjectID, _ operation: @autoclosure () -> String) throws(GitError) {
    guard packs.place(of: id) == .behindPack else { return }
    throw GitError(
      operation: operation(), code: .other(-1), message: "the index of a pack has a wrong place for it",
      help: "run: git fsck")
  }

  private static func contents(_ object: OpaquePointer) -> UnsafeBufferPointer<UInt8> {
    let data = unsafe git_odb_object_data(object)?.assumingMemoryBound(to: UInt8.self)
    return unsafe UnsafeBufferPointer(start: data, count: git_odb_object_size(object))
  }

  private static func corrupt(_ id: ObjectID) -> GitError {
    GitError(operation: "read commit \(id)", code: .other(-1), message: "the object is corrupt", help: "run: git fsck")
  }

  func rawCommit(_ id: ObjectID) throws(GitError) -> RawCommit? {
    guard let bytes = try commitBytes(id) else { return nil }
    guard let commit = RawCommit(bytes) else { throw Self.corrupt(id) }
    return commit
  }

  /// Reads one commit.
  ///
  /// - Returns: `nil` if it is not here.
  /// - Throws: ``GitError`` if the object is here and cannot be read, or is no commit.
  package func commit(_ id: ObjectID) throws(GitError) -> Commit? {
    if let known = knownCommits[id] { return known }
    guard let commit = try rawCommit(id)?.commit(id: id, &knownPeople) else { return nil }
    if knownCommits.count == Self.mostKnownCommits { knownCommits.removeAll(keepingCapacity: true) }
    knownCommits[id] = commit
    return commit
  }

  /// As many as one search for earlier work reads, which another one asks for again.
  private static var mostKnownCommits: Int { 4_096 }

  /// The commit whose id starts with `prefix`, 7 to 40 digits.
  ///
  /// - Returns: `nil` if there is none, or more than one.
  /// - Throws: ``GitError`` if an object whose id starts so is here and cannot be read.
  package func commit(withPrefix prefix: String) throws(GitError) -> Commit? {
    guard let id = try commitID(withPrefix: prefix) else { return nil }
    return try commit(id)
  }

  func commitID(withPrefix prefix: String) throws(GitError) -> ObjectID? {
    if let id = ObjectID(prefix) { return try isCommit(id) ? id : nil }
    var short = git_oid()
    guard unsafe git_oid_fromstrn(&short, prefix, prefix.utf8.count) == 0 else { return nil }
    var full = git_oid()
    let status = unsafe git_odb_exists_prefix(&full, objects, &short, prefix.utf8.count)
    if status == GIT_ENOTFOUND.rawValue || status == GIT_EAMBIGUOUS.rawValue { return nil }
    try GitError.check(status, "look for commit \(prefix)")
    let id = ObjectID(full)
    return try isCommit(id) ? id : nil
  }

  func isCommit(_ id: ObjectID) throws(GitError) -> Bool { try type(of: id) == GIT_OBJECT_COMMIT }

  /// - Returns: `nil` if the object is not here.
  func type(of id: ObjectID) throws(GitError) -> git_object_t? {
    var size = 0
    var type = GIT_OBJECT_INVALID
    guard !lacks(id) else { return nil }
    try requirePlace(of: id, "read object \(id)")
    var raw = id.raw
    let status = unsafe git_odb_read_header(&size, &type, objects, &raw)
    if status == GIT_ENOTFOUND.rawValue { return nil }
    try GitError.check(status, "read object \(id)")
    return type
  }
}
