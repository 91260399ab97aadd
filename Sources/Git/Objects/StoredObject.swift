import CLibgit2
import Commits

/// The bytes of a tree or a file, which were compared with its id.
///
/// libgit2 compares what it reads with a SHA-1 that looks for collisions as well, which costs several times as much as
/// the reading. That is git's business when it takes objects in; here it is enough to tell what was damaged, as for
/// commits.
@safe
final class StoredObject {
  @safe
  private enum Owner {
    /// An object of libgit2.
    case object(OpaquePointer)
    /// What a backend of libgit2 gave out.
    case backend
    case program
  }

  let type: git_object_t
  let bytes: UnsafeRawBufferPointer
  /// How much memory the bytes take.
  let room: Int
  private let owner: Owner
  /// Of its bytes, once they were compared with it.
  private var id: ObjectID?

  private init(_ type: git_object_t, _ bytes: UnsafeRawBufferPointer, _ owner: Owner, slack: Int = 0) {
    self.type = type
    unsafe self.bytes = bytes
    room = bytes.count + slack
    self.owner = owner
  }

  /// - Parameters:
  ///   - slack: How much room is wanted behind the bytes.
  ///   - fill: Gets room for the bytes and that, and writes all of them; whether it could.
  convenience init?(
    _ type: git_object_t, count: Int, slack: Int = 0, filledBy fill: (UnsafeMutableRawBufferPointer) -> Bool
  ) {
    // One byte at least, so that there is an address.
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: max(count + slack, 1), alignment: 1)
    guard unsafe fill(room) else {
      unsafe room.deallocate()
      return nil
    }
    unsafe self.init(type, UnsafeRawBufferPointer(rebasing: room[..<count]), .program, slack: slack)
  }

  deinit {
    switch owner {
    case .object(let handle): unsafe git_odb_object_free(handle)
    case .backend: unsafe git_odb_backend_data_free(nil, UnsafeMutableRawPointer(mutating: bytes.baseAddress))
    case .program: unsafe bytes.deallocate()
    }
  }

  /// How long it is, in bytes.
  var count: Int { unsafe bytes.count }

  func withSpan<Value>(_ body: (Span<UInt8>) -> Value) -> Value {
    defer { withExtendedLifetime(self) {} }
    return unsafe body(bytes.assumingMemoryBound(to: UInt8.self).span)
  }

  /// Whether it is the object with an id: its bytes are compared with that once.
  func has(_ id: ObjectID) -> Bool {
    if self.id == id { return true }
    guard withSpan({ ObjectID(of: type, $0) }) == id else { return false }
    self.id = id
    return true
  }

  /// - Parameter type: What the object should be; it may be of another type.
  /// - Throws: ``GitError/Code/missingObject`` if it is not here.
  static func read(
    _ id: ObjectID, _ type: git_object_t, in repository: Repository, _ operation: @autoclosure () -> String
  ) throws(GitError) -> StoredObject {
    if let object = repository.packs.object(id), object.type == type { return object }
    try repository.require(id, operation())
    if let object = fromBackend(id, type, in: repository) { return object }
    // What is damaged, of another type, not here, or here since the packs were opened: libgit2 looks again, and says
    // what is wrong.
    var handle: OpaquePointer?
    var raw = id.raw
    let status = unsafe git_odb_read(&handle, repository.objects, &raw)
    if status == GIT_ENOTFOUND.rawValue { repository.absentObjects.note(id) }
    try GitError.checkRead(status, operation())
    let bytes = unsafe UnsafeRawBufferPointer(start: git_odb_object_data(handle), count: git_odb_object_size(handle))
    guard let handle = unsafe handle else {
      throw GitError(operation: operation(), code: .other(-1), message: "no details")
    }
    return unsafe StoredObject(git_odb_object_type(handle), bytes, .object(handle))
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
      let object = unsafe StoredObject(found, bytes, .backend)
      return found == type && object.has(id) ? object : nil
    }
    return nil
  }
}
