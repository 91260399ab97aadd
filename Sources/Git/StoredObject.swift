import CLibgit2
import Commits

/// The bytes of a tree or a file, which were compared with its id.
///
/// libgit2 compares what it reads with a SHA-1 that looks for collisions as well, which costs several times as much as the
/// reading. That is git's business when it takes objects in; here it is enough to tell what was damaged, as for commits.
@safe
final class StoredObject {
  let type: git_object_t
  let bytes: UnsafeRawBufferPointer
  /// The object of libgit2 whose memory it is; `nil` for memory of its own.
  private let owner: OpaquePointer?

  private init(_ type: git_object_t, _ bytes: UnsafeRawBufferPointer, owner: OpaquePointer? = nil) {
    self.type = type
    unsafe self.bytes = bytes
    unsafe self.owner = owner
  }

  deinit {
    if let owner = unsafe owner {
      unsafe git_odb_object_free(owner)
    } else {
      unsafe git_odb_backend_data_free(nil, UnsafeMutableRawPointer(mutating: bytes.baseAddress))
    }
  }

  /// - Parameter type: What the object should be; it may be of another type.
  /// - Throws: ``GitError/Code/missingObject`` if it is not here.
  static func read(
    _ id: ObjectID, _ type: git_object_t, in repository: Repository, _ operation: @autoclosure () -> String
  ) throws(GitError) -> StoredObject {
    try repository.requirePlace(of: id, operation())
    if let object = fromBackend(id, type, in: repository) { return object }
    // What is damaged, of another type, not here, or here since the packs were opened: libgit2 looks again, and says what
    // is wrong.
    var handle: OpaquePointer?
    var raw = id.raw
    try GitError.checkRead(unsafe git_odb_read(&handle, repository.objects, &raw), operation())
    let bytes = unsafe UnsafeRawBufferPointer(start: git_odb_object_data(handle), count: git_odb_object_size(handle))
    return unsafe StoredObject(git_odb_object_type(handle), bytes, owner: handle)
  }

  /// - Returns: `nil` if no place has it, or what that has is another object.
  private static func fromBackend(_ id: ObjectID, _ type: git_object_t, in repository: Repository) -> StoredObject? {
    var raw = id.raw
    for place in unsafe 0..<git_odb_num_backends(repository.objects) {
      var backend: UnsafeMutablePointer<git_odb_backend>?
      guard unsafe git_odb_get_backend(&backend, repository.objects, place) == 0, let backend = unsafe backend,
        let read = unsafe backend.pointee.read
      else { continue }
      var data: UnsafeMutableRawPointer?
      var size = 0
      var found = GIT_OBJECT_INVALID
      let status = unsafe read(&data, &size, &found, backend, &raw)
      guard status == 0 else {
        git_error_clear()
        // Where it is and cannot be read, no further place is asked: libgit2 says what is wrong.
        guard status == GIT_ENOTFOUND.rawValue || status == GIT_PASSTHROUGH.rawValue else { return nil }
        continue
      }
      let bytes = unsafe UnsafeRawBufferPointer(start: data, count: size)
      let object = unsafe StoredObject(found, bytes)
      let contents = unsafe ObjectID(of: type, bytes.assumingMemoryBound(to: UInt8.self).span)
      return found == type && contents == id ? object : nil
    }
    return nil
  }
}
