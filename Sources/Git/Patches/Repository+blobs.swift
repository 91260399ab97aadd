import CLibgit2
import Commits

extension Repository {
  /// Reads the contents of a file or a link.
  ///
  /// - Throws: ``GitError/Code/missingObject`` if they are not here.
  func blob(_ id: ObjectID) throws(GitError) -> [UInt8] {
    let object = try StoredObject.read(id, GIT_OBJECT_BLOB, in: self, "read file \(id)")
    return unsafe Array(object.bytes)
  }

  /// How long a file is, in bytes.
  ///
  /// - Throws: ``GitError/Code/missingObject`` if it is not here.
  func blobSize(_ id: ObjectID) throws(GitError) -> Int {
    var size = 0
    var type = GIT_OBJECT_INVALID
    try require(id, "read file \(id)")
    var raw = id.raw
    try GitError.checkRead(unsafe git_odb_read_header(&size, &type, objects, &raw), "read file \(id)")
    return size
  }
}
