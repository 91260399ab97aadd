import CLibgit2
package import Commits

extension Repository {
  /// The notes under a ref, by the object that they are about.
  ///
  /// - Parameter reference: A full name: `refs/notes/tickets`.
  /// - Returns: Nothing if there is no such ref.
  /// - Throws: ``GitError``; ``GitError/Code/missingObject`` when a note is not here, as in a partial clone.
  package func notes(under reference: String) throws(GitError) -> [ObjectID: [UInt8]] {
    let operation = "read the notes under '\(reference)'"
    if referenced(by: reference) == .none { return [:] }
    var id = git_oid()
    let found = unsafe git_reference_name_to_id(&id, handle, reference)
    if found == GIT_ENOTFOUND.rawValue { return [:] }
    try GitError.check(found, operation)
    // libgit2 crashes on anything else.
    guard try isCommit(ObjectID(id)) else {
      throw GitError(
        operation: operation, code: .other(-1), message: "the ref does not point to a commit",
        help: "run: git update-ref -d \(reference)")
    }
    var iterator: OpaquePointer?
    let status = unsafe git_note_iterator_new(&iterator, handle, reference)
    if status == GIT_ENOTFOUND.rawValue { return [:] }
    try GitError.check(status, operation)
    defer { unsafe git_note_iterator_free(iterator) }
    var notes: [ObjectID: [UInt8]] = [:]
    while true {
      var noteID = git_oid()
      var about = git_oid()
      let status = unsafe git_note_next(&noteID, &about, iterator)
      if status == GIT_ITEROVER.rawValue { return notes }
      try GitError.check(status, operation)
      // A file whose name is no object id is no note, and libgit2 then says nothing about what it is about.
      guard !ObjectID(about).isZero else { continue }
      var note: OpaquePointer?
      try GitError.checkRead(unsafe git_note_read(&note, handle, reference, &about), operation)
      defer { unsafe git_note_free(note) }
      guard let text = unsafe git_note_message(note) else { continue }
      notes[ObjectID(about)] = unsafe Array(String(cString: text).utf8)
    }
  }
}
