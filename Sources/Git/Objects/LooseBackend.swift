import CLibgit2
import Commits

/// Gives libgit2 the loose objects, before it reads them by itself: 1.5 goes round for ever in one that was cut short.
/// And looks where the packs have the others: 1.5 reads behind the end of a pack.
///
/// It stands before libgit2's own places, so that everything which libgit2 reads, for whatever reason, goes by here.
@safe
struct LooseBackend {
  /// libgit2 gives a pointer to this, which therefore comes first.
  private var backend = unsafe git_odb_backend()
  private let objects: Unmanaged<LooseObjects>

  /// Above that of libgit2's packs, which is 2.
  private static let priority: Int32 = 3

  private init(_ objects: LooseObjects) {
    unsafe self.objects = Unmanaged.passRetained(objects)
  }

  /// - Parameter database: libgit2's, which frees the backend with itself.
  static func add(_ objects: LooseObjects, to database: OpaquePointer) throws(GitError) {
    let made = UnsafeMutablePointer<LooseBackend>.allocate(capacity: 1)
    unsafe made.initialize(to: LooseBackend(objects))
    let backend = unsafe UnsafeMutableRawPointer(made).assumingMemoryBound(to: git_odb_backend.self)
    do throws(GitError) {
      try GitError.check(
        unsafe git_odb_init_backend(backend, UInt32(GIT_ODB_BACKEND_VERSION)), "open the object database")
      unsafe backend.pointee.read = { unsafe LooseBackend.read($0, $1, $2, $3, $4) }
      unsafe backend.pointee.read_header = { unsafe LooseBackend.readHeader($0, $1, $2, $3) }
      unsafe backend.pointee.read_prefix = { unsafe LooseBackend.check($4, $5, $6) }
      unsafe backend.pointee.free = { unsafe LooseBackend.free($0) }
      try GitError.check(unsafe git_odb_add_backend(database, backend, priority), "open the object database")
    } catch {
      unsafe free(backend)
      throw error
    }
  }

  private static func free(_ backend: UnsafeMutablePointer<git_odb_backend>?) {
    guard let backend = unsafe backend else { return }
    let made = unsafe UnsafeMutableRawPointer(backend).assumingMemoryBound(to: LooseBackend.self)
    unsafe made.pointee.objects.release()
    unsafe made.deinitialize(count: 1)
    unsafe made.deallocate()
  }

  private static func objects(of backend: UnsafeMutablePointer<git_odb_backend>?) -> LooseObjects? {
    guard let backend = unsafe backend else { return nil }
    let made = unsafe UnsafeMutableRawPointer(backend).assumingMemoryBound(to: LooseBackend.self)
    return unsafe made.pointee.objects.takeUnretainedValue()
  }

  /// - Returns: 0, or libgit2's number of the error.
  private static func find(
    _ backend: UnsafeMutablePointer<git_odb_backend>?, _ id: UnsafePointer<git_oid>?,
    _ use: (git_object_t, Span<UInt8>) -> Int32
  ) -> Int32 {
    guard let objects = unsafe objects(of: backend), let id = unsafe id else { return GIT_ENOTFOUND.rawValue }
    switch unsafe objects.find(ObjectID(id.pointee)) {
    case .absent: return GIT_ENOTFOUND.rawValue
    case .damaged: return damaged(unsafe ObjectID(id.pointee))
    case .object(let object): return use(object.type, object.bytes.span.extracting(object.start...))
    }
  }

  private static func damaged(_ id: ObjectID) -> Int32 {
    unsafe git_error_set_str(Int32(GIT_ERROR_ODB.rawValue), "object \(id) is corrupt: what has it is not whole")
    return GIT_ERROR.rawValue
  }

  private static func read(
    _ data: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ size: UnsafeMutablePointer<Int>?,
    _ type: UnsafeMutablePointer<git_object_t>?, _ backend: UnsafeMutablePointer<git_odb_backend>?,
    _ id: UnsafePointer<git_oid>?
  ) -> Int32 {
    unsafe find(backend, id) { found, contents in
      // As libgit2's own objects, it ends with a zero.
      guard let room = unsafe git_odb_backend_data_alloc(backend, contents.count + 1) else {
        return GIT_ERROR.rawValue
      }
      unsafe contents.withUnsafeBytes { bytes in
        if let start = bytes.baseAddress { unsafe room.copyMemory(from: start, byteCount: bytes.count) }
      }
      unsafe room.storeBytes(of: 0, toByteOffset: contents.count, as: UInt8.self)
      unsafe data?.pointee = unsafe room
      unsafe size?.pointee = contents.count
      unsafe type?.pointee = found
      return 0
    }
  }

  private static func readHeader(
    _ size: UnsafeMutablePointer<Int>?, _ type: UnsafeMutablePointer<git_object_t>?,
    _ backend: UnsafeMutablePointer<git_odb_backend>?, _ id: UnsafePointer<git_oid>?
  ) -> Int32 {
    unsafe find(backend, id) { found, contents in
      unsafe size?.pointee = contents.count
      unsafe type?.pointee = found
      return 0
    }
  }

  /// Leaves an object that goes by the start of its id to libgit2, when its file is whole.
  private static func check(
    _ backend: UnsafeMutablePointer<git_odb_backend>?, _ prefix: UnsafePointer<git_oid>?, _ length: Int
  ) -> Int32 {
    guard let objects = unsafe objects(of: backend), let prefix = unsafe prefix, length >= 2 else {
      return GIT_ENOTFOUND.rawValue
    }
    let digits = String(unsafe ObjectID(prefix.pointee).description.prefix(length))
    for id in objects.ids(withPrefix: digits) {
      if case .damaged = objects.find(id) { return damaged(id) }
    }
    return GIT_ENOTFOUND.rawValue
  }
}
